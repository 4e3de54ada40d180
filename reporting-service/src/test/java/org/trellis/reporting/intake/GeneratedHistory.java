package org.trellis.reporting.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.trellis.reporting.Scores;
import org.trellis.reporting.World;

/** What may happen in a project, as the other three services tell it: the same for the same seed, ids apart. */
final class GeneratedHistory {
    private static final List<String> STATUSES =
            List.of("INTERESTED", "INVITED", "COMMITTED", "ACTIVE", "COMPLETED", "WITHDRAWN");
    private static final List<String> ANSWERS = List.of("MET", "PARTLY", "NOT_MET", "NOT_APPLICABLE_YET");
    private static final List<String> CAUSES = List.of("ACCEPTED", "AMENDED", "WITHDRAWN", "ERASED");

    private final Random random;
    private final Scores scores;
    private final World world;
    private final List<UUID> cells = new ArrayList<>();
    private final List<UUID> cohorts = new ArrayList<>();

    GeneratedHistory(long seed) {
        random = new Random(seed);
        scores = new Scores(seed);
        world = World.of(any(List.of("WITHIN_SCHOOLS", "LAST_YEARS_COHORT", "BEFORE_AND_AFTER")), Map.of());
    }

    World world() {
        int schools = 2 + random.nextInt(3);
        for (int i = 0; i < schools; i++) {
            world.school("School " + i);
            evidence();
        }
        for (int i = 0; i < 25; i++) {
            happen();
        }
        return world;
    }

    private void happen() {
        var school = any(world.schools);
        switch (random.nextInt(19)) {
            case 0 -> world.participation(school, any(STATUSES), any(List.of("KEEP", "REMOVE")));
            case 1 -> world.organisation(school.id(), "SCHOOL", "Renamed " + random.nextInt(9), "urn:" + school.urn());
            case 2 -> world.affiliation(school, UUID.randomUUID(), any(List.of("TRUST", "LOCAL_AUTHORITY")));
            case 3 -> world.submission(school, any(List.of("SUBMITTED", "ACCEPTED", "WITHDRAWN")));
            case 4 -> world.completeness(school, random.nextBoolean(), random.nextInt(9), random.nextInt(3));
            case 5 -> world.appointedAtProject("person-" + random.nextInt(3), "PROJECT_LEAD");
            case 6 ->
                world.milestone(
                        "M" + random.nextInt(3),
                        "2026-01-0" + (1 + random.nextInt(9)),
                        any(List.of("PLANNED", "MISSED", "MET", "DROPPED")));
            case 14 -> world.delivering(school);
            case 16 -> world.reviewed(any(List.of("ADOPT", "ADAPT", "STOP")));
            case 17 ->
                world.readiness("2026-02-0" + (1 + random.nextInt(9)), "KM01 " + any(ANSWERS), "KM06 " + any(ANSWERS));
            case 15 -> world.appointedAtAlliance("person-" + random.nextInt(3), "RD_LEAD");
            case 7 -> world.measure(Map.of("higherIsBetter", random.nextBoolean()));
            case 8 -> world.project(any(List.of("ACTIVE", "SUSPENDED", "REPORTING", "CLOSED")));
            case 9 -> world.cellGone(any(cells));
            case 10 -> world.tell("trellis.project.events", "cohort-changed", "cohort", any(cohorts), null);
            case 11 ->
                world.tell(
                        "trellis.evidence.outcomes",
                        "cell-computed",
                        "cell",
                        UUID.randomUUID(),
                        World.fields("n", "not a cell"));
            case 12 ->
                world.tell(
                        any(List.of("trellis.alliance.events", "trellis.project.events", "trellis.evidence.events")),
                        "weather-changed",
                        "weather",
                        UUID.randomUUID(),
                        World.fields("sky", "grey"));
            default -> evidence();
        }
    }

    private void evidence() {
        var school = any(world.schools);
        world.cause = any(CAUSES);
        var arm = any(List.of("INTERVENTION", "COMPARISON", "WAITING_LIST"));
        var cohort = world.cohort(school, arm, random.nextInt(5) == 0);
        cohorts.add(cohort);
        cells.add(world.cell(school, cohort, "ALL", scores.pairs(2 + random.nextInt(12), random.nextInt(6))));
        var subgroup = "PUPIL_PREMIUM=" + any(List.of("YES", "NO"));
        cells.add(world.cell(school, cohort, subgroup, scores.pairs(3 + random.nextInt(5), 2)));
    }

    private <T> T any(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
