package org.trellis.reporting.progress;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;
import org.trellis.reporting.Asking;
import org.trellis.reporting.World;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "reporting"))
class ProgressTest {
    @Test
    void countsSchoolsSubmissionsAndCyclesInOneAnswer() {
        var world = threeSchools();
        world.submission(world.schools.getFirst(), "ACCEPTED");
        world.submission(world.schools.get(1), "SUBMITTED");
        world.participation(world.schools.get(2), "WITHDRAWN", "KEEP");
        world.send();

        Asking.get(Asking.staff(world.schools.getFirst()), path(world))
                .then()
                .body("participations.now", equalTo(Map.of("ACTIVE", 2, "WITHDRAWN", 1)))
                .body("submissions.byStatus", equalTo(Map.of("ACCEPTED", 1, "SUBMITTED", 1)))
                .body("version", notNullValue())
                .body("project.title", equalTo("Reading mentors"))
                .body("participations.overTime[-1].statuses", equalTo(Map.of("ACTIVE", 2, "WITHDRAWN", 1)))
                .body("cycles[0].phase", equalTo("REVIEWING"))
                .body("submissions.byCycle[0].accepted", equalTo(1))
                .body("submissions.byCycle[0].expected", equalTo(2))
                .body("freshness.project", notNullValue());
    }

    @Test
    void countsASchoolOnceHoweverOftenItTakesPart() {
        var world = threeSchools();
        var again = world.again(world.schools.getFirst());
        world.participation(again, "ACTIVE", null);
        world.send();

        Asking.get(Asking.staff(world.schools.getFirst()), path(world))
                .then()
                .body("participations.now", equalTo(Map.of("ACTIVE", 3)))
                .body("participations.overTime[-1].statuses", equalTo(Map.of("ACTIVE", 3)));
    }

    @Test
    void givesALocalAuthorityCountsOfItsOwnSchoolsOnly() {
        var world = threeSchools();
        var authority = UUID.randomUUID();
        var code = "la:" + world.schools.getFirst().urn();
        world.organisation(authority, "LOCAL_AUTHORITY", "An authority (invented)", code);
        world.affiliation(world.schools.getFirst(), authority, "LOCAL_AUTHORITY");
        world.affiliation(world.schools.get(1), authority, "LOCAL_AUTHORITY");
        world.send();

        Asking.get(Asking.token("analyst", code, "la-analyst"), path(world))
                .then()
                .body("participations.now", equalTo(Map.of("ACTIVE", 2)))
                .body("submissions", nullValue());
        Asking.get(Asking.token("analyst", "la:999", "la-analyst"), path(world))
                .then()
                .statusCode(404);
    }

    @Test
    void letsThePlatformsStaffCountAndAStrangerNot() {
        var world = threeSchools();
        world.send();

        Asking.get(Asking.token("admin", "platform", "platform-admin"), path(world))
                .then()
                .body("participations.now", equalTo(Map.of("ACTIVE", 3)))
                .body("submissions", nullValue());
        Asking.get(Asking.token("stranger", "urn:999997", "school-lead"), path(world))
                .then()
                .statusCode(404);
    }

    @Test
    void showsWhoWaitsForWhomAndCountsOfPeopleToTheirOwnSchoolAlone() {
        var world = threeSchools();
        world.completeness(world.schools.getFirst(), true, 0, 0);
        world.completeness(world.schools.get(1), false, 3, 4);
        world.delivering(world.schools.getFirst());
        world.milestone("Baselines are in", "2025-10-03", "MISSED");
        world.milestone("All schools trained", "2025-10-03", "MET");
        world.milestone("Findings are written", "2999-01-01", "PLANNED");
        world.send();

        Asking.get(Asking.staff(world.schools.getFirst()), path(world) + "?limit=2")
                .then()
                .body(
                        "cycles[0].gate",
                        equalTo(Map.of("open", 1, "waiting", 2, "delivering", 1, "complete", 1, "overdue", 1)))
                .body("schools.items.organisation.name", equalTo(List.of("First School", "Second School")))
                .body("schools.items.own", equalTo(List.of(true, false)))
                .body("schools.items[0].evidence[0].items[0].expected", equalTo(20))
                .body("schools.items[1].evidence[0].overdue", equalTo(true))
                .body("schools.items[1].evidence[0].items", nullValue())
                .body("schools.next", notNullValue())
                .body("overdueMilestones.name", equalTo(List.of("Baselines are in")));
        Asking.get(Asking.token("admin", "platform", "platform-admin"), path(world))
                .then()
                .body("schools", nullValue())
                .body("cycles[0].gate", nullValue());
    }

    @Test
    void countsASchoolAsOpenWhoseBaselineWasWaived() {
        var world = threeSchools();
        world.completeness(world.schools.getFirst(), true, 0, 0);
        world.delivering(world.schools.get(1));
        world.send();

        Asking.get(Asking.staff(world.schools.getFirst()), path(world))
                .then()
                .body(
                        "cycles[0].gate",
                        equalTo(Map.of("open", 2, "waiting", 1, "delivering", 1, "complete", 1, "overdue", 0)));
    }

    @Test
    void showsHowReadyItIsAndWhatItsReviewDecided() {
        var world = threeSchools();
        world.readiness("2026-01-12", "KM01 MET", "KM06 NOT_MET");
        world.readiness("2026-02-02", "KM01 MET", "KM06 PARTLY");
        world.reviewed("ADAPT");
        world.send();

        Asking.get(Asking.staff(world.schools.getFirst()), path(world))
                .then()
                .body("readiness.since", equalTo("2026-02-02"))
                .body("readiness.answers", equalTo(Map.of("KM01", "MET", "KM06", "PARTLY")))
                .body("cycles[0].decision", equalTo("ADAPT"))
                .body("cycles[0].nextFocus", equalTo("Harder texts"));
        Asking.get(Asking.token("admin", "platform", "platform-admin"), path(world))
                .then()
                .body("readiness", nullValue());
    }

    private static World threeSchools() {
        var world = World.trial();
        world.school("First School");
        world.school("Second School");
        world.school("Third School");
        return world;
    }

    private static String path(World world) {
        return "/v1/progress/projects/" + world.project;
    }
}
