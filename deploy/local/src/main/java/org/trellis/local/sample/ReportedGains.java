package org.trellis.local.sample;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Groups whose means and counts are the report's; their single scores are invented, and lie in files beside this. */
final class ReportedGains {
    private static final String FIRST_SCHOOL = "900001";
    private static final String OTHER_SCHOOL = "900002";

    private ReportedGains() {}

    /** Thirty pupils: 27 months of reading age on average, 24 for pupil premium. */
    static List<Group> readingMentors() {
        List<Member> pupils = new ArrayList<>();
        for (String[] row : rows("reading-mentors.csv")) {
            pupils.add(member(FIRST_SCHOOL, "mentors-" + row[0], row[1], row[2], Map.of("PUPIL_PREMIUM", row[3])));
        }
        return List.of(Group.pupils(FIRST_SCHOOL, "Readers with a mentor", "INTERVENTION", false, pupils));
    }

    /** Two sub-levels on average, against none in the cohort of the year before. */
    static List<Group> numerateWeakReaders() {
        List<Member> target = new ArrayList<>();
        List<Member> yearBefore = new ArrayList<>();
        for (String[] row : rows("numerate-weak-readers.csv")) {
            (row[1].equals("target") ? target : yearBefore)
                    .add(member(OTHER_SCHOOL, "numerate-" + row[0], row[2], row[3], Map.of()));
        }
        return List.of(
                Group.pupils(OTHER_SCHOOL, "Numerate weak readers", "INTERVENTION", false, target),
                Group.pupils(OTHER_SCHOOL, "The year before", "COMPARISON", true, yearBefore));
    }

    /** Sixteen teachers, of whom 1 was confident (4 or 5 of 5) before and 16 after. */
    static List<Group> confidentTeachers() {
        List<Member> teachers = new ArrayList<>();
        for (String[] row : rows("confident-teachers.csv")) {
            teachers.add(member(FIRST_SCHOOL, "teacher-" + row[0], row[1], row[2], Map.of()));
        }
        return List.of(
                new Group(FIRST_SCHOOL, "Teachers on the course", "INTERVENTION", "TEACHER", null, false, teachers));
    }

    private static Member member(
            String urn, String number, String before, String after, Map<String, String> subgroups) {
        return new Member(References.of(urn, number), Integer.parseInt(before), Integer.valueOf(after), subgroups);
    }

    private static List<String[]> rows(String file) {
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(
                ReportedGains.class.getResourceAsStream("/sample/" + file), StandardCharsets.UTF_8))) {
            return lines.lines().skip(1).map(line -> line.split(",")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
