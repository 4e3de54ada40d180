package org.trellis.local.sample;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * Eight invented schools, half of year 7 in the project in each: a modest effect that differs between schools. Always
 * the same scores, since java.util.Random's sequence is part of its specification.
 */
final class EightSchools {
    private static final long SEED = 900_251;
    private static final double SPREAD = 13;
    private static final double CORRELATION = 0.8;
    private static final double LEFT = 0.03;

    /**
     * What is true of a school, in its pupils.
     *
     * @param level mean before
     * @param effect of the intervention, in standard deviations
     * @param premium share of pupils with pupil premium
     * @param additional share of pupils with English as an additional language
     */
    private record School(
            String urn, int with, int without, double level, double effect, double premium, double additional) {}

    private static final List<School> SCHOOLS = List.of(
            new School("900001", 52, 51, 99, 0.27, 0.26, 0.14),
            new School("900002", 58, 56, 96, 0.35, 0.38, 0.27),
            new School("900003", 46, 48, 104, 0.06, 0.17, 0.09),
            new School("900004", 61, 59, 98, 0.22, 0.29, 0.34),
            new School("900005", 40, 42, 94, 0.45, 0.41, 0.22),
            new School("900006", 55, 54, 102, 0.10, 0.21, 0.11),
            new School("900007", 37, 39, 100, 0.18, 0.24, 0.18),
            new School("900008", 52, 50, 97, 0.31, 0.33, 0.16));

    private final Random random = new Random(SEED);

    private EightSchools() {}

    static List<Group> groups() {
        EightSchools schools = new EightSchools();
        List<Group> groups = new ArrayList<>();
        for (School school : SCHOOLS) {
            groups.add(Group.pupils(
                    school.urn(),
                    "Paired readers",
                    "INTERVENTION",
                    false,
                    schools.pupils(school, "pair-", school.with(), school.effect())));
            groups.add(Group.pupils(
                    school.urn(),
                    "As before",
                    "COMPARISON",
                    false,
                    schools.pupils(school, "other-", school.without(), 0)));
        }
        return groups;
    }

    private List<Member> pupils(School school, String prefix, int count, double effect) {
        List<Member> pupils = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            boolean premium = everySoMany(i, school.premium());
            boolean additional = everySoMany(count - i + 1, school.additional());
            pupils.add(pupil(school, References.of(school.urn(), prefix + i), premium, additional, effect));
        }
        return pupils;
    }

    /** True for a share of all numbers, evenly: both arms then have as many. */
    private static boolean everySoMany(int number, double share) {
        return Math.floor(number * share) > Math.floor((number - 1) * share);
    }

    private Member pupil(School school, String reference, boolean premium, boolean additional, double effect) {
        boolean girl = random.nextBoolean();
        boolean left = random.nextDouble() < LEFT;
        double before = random.nextGaussian() - (premium ? 0.35 : 0) - (additional ? 0.15 : 0) + (girl ? 0.1 : 0);
        double after =
                CORRELATION * before + Math.sqrt(1 - CORRELATION * CORRELATION) * random.nextGaussian() + 0.1 + effect;
        return new Member(
                reference,
                score(school, before),
                left ? null : score(school, after),
                Map.of(
                        "PUPIL_PREMIUM", premium ? "YES" : "NO",
                        "EAL", additional ? "YES" : "NO",
                        "SEX", girl ? "FEMALE" : "MALE"));
    }

    private static int score(School school, double standardised) {
        return Math.clamp(Math.round(school.level() + SPREAD * standardised), 62, 138);
    }
}
