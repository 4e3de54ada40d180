package org.trellis.local.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What the sample's scores add up to, before any service has seen them. */
class SampleFiguresTest {

    @Test
    void readersWithAMentorGainTwentySevenMonthsAndTwentyFourWithPupilPremium() {
        List<Member> pupils = ReportedGains.readingMentors().getFirst().members();
        assertEquals(30, pupils.size());
        assertEquals(27.0, meanGain(pupils, _ -> true));
        assertEquals(
                24.0, meanGain(pupils, m -> m.subgroups().get("PUPIL_PREMIUM").equals("YES")));
    }

    @Test
    void numerateWeakReadersGainTwoSubLevelsAndTheYearBeforeNone() {
        List<Group> groups = ReportedGains.numerateWeakReaders();
        assertEquals(
                List.of("INTERVENTION", "COMPARISON"),
                groups.stream().map(Group::arm).toList());
        assertTrue(groups.get(1).priorYear());
        assertEquals(2.0, meanGain(groups.get(0).members(), _ -> true));
        assertEquals(0.0, meanGain(groups.get(1).members(), _ -> true));
    }

    @Test
    void oneOfSixteenTeachersIsConfidentBeforeAndSixteenAfter() {
        List<Member> teachers = ReportedGains.confidentTeachers().getFirst().members();
        assertEquals(16, teachers.size());
        assertEquals(1, teachers.stream().filter(m -> m.before() >= 4).count());
        assertEquals(16, teachers.stream().filter(m -> m.after() >= 4).count());
    }

    @Test
    void eightSchoolsHaveBothArmsAndEightHundredPupils() {
        List<Group> groups = EightSchools.groups();
        var arms = groups.stream()
                .collect(Collectors.groupingBy(Group::urn, Collectors.mapping(Group::arm, Collectors.toSet())));
        assertEquals(8, arms.size());
        arms.values().forEach(both -> assertEquals(Set.of("INTERVENTION", "COMPARISON"), both));
        assertEquals(
                800, groups.stream().mapToInt(group -> group.members().size()).sum());
    }

    @Test
    void effectsOfTheEightSchoolsAreModestAndDiffer() {
        List<Group> groups = EightSchools.groups();
        List<Double> gained = new ArrayList<>();
        for (int i = 0; i < groups.size(); i += 2) {
            gained.add(meanGain(groups.get(i).members(), _ -> true)
                    - meanGain(groups.get(i + 1).members(), _ -> true));
        }
        double mean = gained.stream().mapToDouble(d -> d).average().orElseThrow();
        assertTrue(mean > 1.5 && mean < 5, () -> "points gained more: " + gained);
        assertTrue(gained.stream().anyMatch(d -> d < mean - 2), gained::toString);
        assertTrue(gained.stream().anyMatch(d -> d > mean + 2), gained::toString);
    }

    @Test
    void theSameScoresComeOutOnEveryMachine() {
        List<Member> first = EightSchools.groups().getFirst().members();
        assertEquals(
                List.of(106, 107, 99),
                first.stream().limit(3).map(Member::before).toList());
        assertEquals(EightSchools.groups(), EightSchools.groups());
    }

    @Test
    void everybodyHasAReferenceOfTheirOwnInEachProject() {
        for (List<Group> groups :
                List.of(ReportedGains.readingMentors(), ReportedGains.numerateWeakReaders(), EightSchools.groups())) {
            Set<String> seen = new HashSet<>();
            groups.stream().flatMap(group -> group.members().stream()).forEach(member -> {
                assertTrue(member.reference().matches("[A-Za-z0-9_-]{42}[AEIMQUYcgkosw048]"), member.reference());
                assertTrue(seen.add(member.reference()), member.reference());
            });
        }
    }

    @Test
    void everythingInventedSaysSo() {
        SampleFiles.register()
                .schools()
                .forEach(school -> assertTrue(school.name().endsWith("(invented)"), school.name()));
        SampleFiles.people().forEach(person -> assertTrue(person.name().endsWith("(invented)"), person.name()));
        SampleFiles.projects().forEach(project -> assertTrue(project.title().contains("invented"), project.title()));
        assertEquals(31, SampleFiles.alliances().size());
        assertEquals(
                31,
                SampleFiles.alliances().stream()
                        .map(SampleFiles.Alliance::leadUrn)
                        .distinct()
                        .count());
    }

    private static double meanGain(List<Member> members, Predicate<Member> of) {
        return members.stream()
                .filter(of)
                .filter(m -> m.after() != null)
                .mapToInt(Member::gain)
                .average()
                .orElseThrow();
    }
}
