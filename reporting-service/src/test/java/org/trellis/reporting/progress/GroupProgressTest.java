package org.trellis.reporting.progress;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
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
class GroupProgressTest {
    @Test
    void showsAnAlliancesLeadEveryProjectInOneAnswer() {
        var world = fourSchools();
        var lead = "lead-" + world.alliance;
        world.appointedAtAlliance(lead, "ALLIANCE_LEAD");
        world.milestone("Baselines are in", "2025-10-03", "PLANNED");
        world.readiness("2026-02-02", "KM01 MET", "KM02 MET", "KM06 PARTLY");
        world.send();

        Asking.get(Asking.token(lead, "urn:900001", "school-staff"), alliance(world))
                .then()
                .body("of.name", equalTo("Riverside Alliance (invented)"))
                .body("totals.projects", equalTo(Map.of("ACTIVE", 1)))
                .body("totals.schoolsTakingPart", equalTo(4))
                .body("totals.schoolsWithoutBaseline", equalTo(3))
                .body("totals.schoolsOverdue", equalTo(1))
                .body("totals.milestonesOverdue", equalTo(1))
                .body(
                        "totals.readiness",
                        equalTo(Map.of(
                                "KM01", Map.of("MET", 1), "KM02", Map.of("MET", 1), "KM06", Map.of("PARTLY", 1))))
                .body("projects.items", hasSize(1))
                .body("projects.items[0].milestonesOverdue", equalTo(1))
                .body("projects.items[0].readiness", equalTo(Map.of("MET", 2, "PARTLY", 1)))
                .body("projects.items[0].schools", equalTo(Map.of("ACTIVE", 4)))
                .body("projects.items[0].cycle.phase", equalTo("REVIEWING"))
                .body("projects.items[0].evidence.baselineAccepted", equalTo(1))
                .body("freshness.evidence", notNullValue());
        Asking.get(Asking.token("stranger", "urn:999996", "school-lead"), alliance(world))
                .then()
                .statusCode(404);
    }

    @Test
    void doesNotLetASchoolWaitWhoseBaselineWasWaived() {
        var world = fourSchools();
        var trust = UUID.randomUUID();
        var uid = "uid:" + world.schools.getFirst().urn();
        world.organisation(trust, "TRUST", "A trust (invented)", uid);
        world.affiliation(world.schools.get(1), trust, "TRUST");
        world.affiliation(world.schools.get(2), trust, "TRUST");
        world.delivering(world.schools.get(2));
        world.send();

        Asking.get(Asking.token("team", uid, "trust-team"), "/v1/progress/trusts/" + uid)
                .then()
                .body("schools.withoutBaseline", equalTo(List.of(1, 0)))
                .body("totals.schoolsWithoutBaseline", equalTo(1))
                .body("projects.items[0].evidence.baselineAccepted", equalTo(1));
    }

    @Test
    void putsATrustsSchoolsSideBySideAndCountsNoOthers() {
        var world = fourSchools();
        var trust = UUID.randomUUID();
        var uid = "uid:" + world.schools.getFirst().urn();
        world.organisation(trust, "TRUST", "A trust (invented)", uid);
        world.affiliation(world.schools.get(0), trust, "TRUST");
        world.affiliation(world.schools.get(1), trust, "TRUST");
        world.send();
        var team = Asking.token("team", uid, "trust-team");
        var path = "/v1/progress/trusts/" + trust;

        Asking.get(team, "/v1/progress/trusts/" + uid)
                .then()
                .body("schools.organisation.name", equalTo(List.of("School 0", "School 1")))
                .body("schools.withoutBaseline", equalTo(List.of(0, 1)))
                .body("schools.overdue", equalTo(List.of(0, 1)))
                .body("totals.schools", equalTo(Map.of("ACTIVE", 2)))
                .body("projects.items[0].evidence.expected", equalTo(2));
        given().auth()
                .oauth2(team)
                .accept("text/csv")
                .get(path)
                .then()
                .statusCode(200)
                .body(containsString("evidence.overdue"))
                .body(containsString("Reading mentors"));
        Asking.get(Asking.token("team", "uid:99999", "trust-team"), path).then().statusCode(404);
        Asking.get(Asking.staff(world.schools.getFirst()), path).then().statusCode(404);
    }

    @Test
    void countsTheSchoolsOfADayAndShowsNoneThatHasLeftSince() {
        var world = fourSchools();
        var trust = UUID.randomUUID();
        var authority = UUID.randomUUID();
        var urn = world.schools.getFirst().urn();
        world.organisation(trust, "TRUST", "A trust (invented)", "uid:" + urn);
        world.organisation(authority, "LOCAL_AUTHORITY", "An authority (invented)", "la:" + urn);
        world.affiliation(world.schools.get(0), trust, "TRUST");
        world.affiliation(world.schools.get(1), trust, "TRUST", "2022-08-31");
        world.affiliation(world.schools.get(0), authority, "LOCAL_AUTHORITY");
        world.affiliation(world.schools.get(1), authority, "LOCAL_AUTHORITY", "2022-08-31");
        world.send();
        var team = Asking.token("team", "uid:" + urn, "trust-team");
        var analyst = Asking.token("analyst", "la:" + urn, "la-analyst");

        Asking.get(team, "/v1/progress/trusts/" + trust + "?asOf=2022-08-30")
                .then()
                .body("asOf", equalTo("2022-08-30"))
                .body("schools.organisation.name", equalTo(List.of("School 0")))
                .body("totals.schoolsTakingPart", equalTo(1));
        Asking.get(team, "/v1/progress/trusts/" + trust + "?asOf=2020-08-31")
                .then()
                .body("schools", hasSize(0))
                .body("totals.schoolsTakingPart", equalTo(0));
        Asking.get(analyst, authority(authority) + "?asOf=2022-08-30")
                .then()
                .body("totals.schoolsTakingPart", equalTo(2));
        Asking.get(analyst, authority(authority) + "?asOf=2022-08-31")
                .then()
                .body("totals.schoolsTakingPart", equalTo(1));
        Asking.get(analyst, authority(authority) + "?asOf=yesterday").then().statusCode(400);
    }

    @Test
    void givesALocalAuthorityCountsAndNoNames() {
        var world = fourSchools();
        var authority = UUID.randomUUID();
        var code = "la:" + world.schools.getFirst().urn();
        world.organisation(authority, "LOCAL_AUTHORITY", "An authority (invented)", code);
        world.schools.subList(0, 3).forEach(school -> world.affiliation(school, authority, "LOCAL_AUTHORITY"));
        world.readiness("2026-02-02", "KM06 NOT_MET");
        world.send();
        var analyst = Asking.token("analyst", code, "la-analyst");

        Asking.get(analyst, authority(authority))
                .then()
                .body("totals.schoolsTakingPart", equalTo(3))
                .body("totals.schoolsOverdue", equalTo(1))
                .body("totals.readiness", nullValue())
                .body("byPhase", equalTo(Map.of("UNKNOWN", 3)))
                .body("schools", nullValue())
                .body("projects", nullValue())
                .body(not(containsString("School")));
        Asking.get(Asking.token("analyst", "la:998", "la-analyst"), authority(authority))
                .then()
                .statusCode(404);
    }

    @Test
    void doesNotTellALocalAuthorityHowASingleSchoolIsDoing() {
        var world = fourSchools();
        var authority = UUID.randomUUID();
        var code = "la:" + world.schools.get(1).urn();
        world.organisation(authority, "LOCAL_AUTHORITY", "An authority (invented)", code);
        world.schools.subList(1, 3).forEach(school -> world.affiliation(school, authority, "LOCAL_AUTHORITY"));
        world.send();

        Asking.get(Asking.token("analyst", code, "la-analyst"), "/v1/progress/local-authorities/" + code)
                .then()
                .body("totals.schoolsTakingPart", equalTo(2))
                .body("totals.schoolsOverdue", nullValue())
                .body("totals.schoolsWithoutBaseline", nullValue());
    }

    /** The first may deliver, the second is behind, of the others nothing has been heard. */
    private static World fourSchools() {
        var world = World.trial();
        for (int i = 0; i < 4; i++) {
            world.school("School " + i);
        }
        world.completeness(world.schools.get(0), true, 0, 0);
        world.completeness(world.schools.get(1), false, 3, 4);
        return world;
    }

    private static String alliance(World world) {
        return "/v1/progress/alliances/" + world.alliance;
    }

    private static String authority(UUID id) {
        return "/v1/progress/local-authorities/" + id;
    }
}
