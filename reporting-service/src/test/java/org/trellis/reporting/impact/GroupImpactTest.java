package org.trellis.reporting.impact;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;
import org.trellis.reporting.Asking;
import org.trellis.reporting.Scores;
import org.trellis.reporting.World;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "reporting"))
class GroupImpactTest {
    private final Scores scores = new Scores(31);

    @Test
    void putsATrustsSchoolsSideBySideWhereverTheyTakePart() {
        var world = trial("Ash School", "Birch School", "Cedar School");
        var trust = UUID.randomUUID();
        var uid = "uid:" + world.schools.getFirst().urn();
        world.organisation(trust, "TRUST", "A trust (invented)", uid);
        world.affiliation(world.schools.get(0), trust, "TRUST");
        world.affiliation(world.schools.get(1), trust, "TRUST");
        var team = Asking.token("team", uid, "trust-team");
        Asking.afterSending(world, team, 3);

        Asking.get(team, "/v1/impact/trusts/" + trust)
                .then()
                .statusCode(200)
                .body("group.name", equalTo("A trust (invented)"))
                .body("rows.school.organisation.name", contains("Ash School", "Birch School"))
                .body("rows[0].project.title", equalTo("Reading mentors"))
                .body("rows[0].school.own", equalTo(true))
                .body("rows[0].school.effect.g", notNullValue())
                .body("rows[0].analysis", equalTo("PLANNED"));
        Asking.get(team, "/v1/impact/trusts/" + uid).then().body("rows.size()", equalTo(2));
        Asking.get(team, "/v1/impact/trusts/" + trust + "?asOf=2019-01-01")
                .then()
                .statusCode(404);
        Asking.get(Asking.token("other team", "uid:999997", "trust-team"), "/v1/impact/trusts/" + trust)
                .then()
                .statusCode(404);
        given().auth()
                .oauth2(team)
                .accept("text/csv")
                .get("/v1/impact/trusts/" + trust)
                .then()
                .statusCode(200)
                .body(startsWith("project_id,project_title,measure,cycle_number,from,to,analysis,school_id,"))
                .body(containsString("Birch School"));
    }

    @Test
    void putsTheSchoolsOfAnAlliancesProjectsSideBySide() {
        var world = trial("Ash School", "Birch School", "Cedar School");
        world.appointedAtAlliance("lead" + world.project, "ALLIANCE_LEAD");
        var small = world.school("Dogwood School");
        for (var arm : new String[] {"INTERVENTION", "COMPARISON"}) {
            world.cell(small, world.cohort(small, arm, false), "ALL", scores.pairs(4, 2));
        }
        var lead = Asking.token("lead" + world.project, "urn:999999", "school-staff");
        Asking.afterSending(world, lead, 4);

        Asking.get(lead, "/v1/impact/alliances/" + world.alliance)
                .then()
                .statusCode(200)
                .body("rows.size()", equalTo(4))
                .body("rows.findAll { it.school.withheld }.size()", equalTo(2))
                .body("rows.find { it.school.organisation.name == 'Dogwood School' }.school.symbol", equalTo("c"));
        Asking.get(Asking.staff(small), "/v1/impact/alliances/" + world.alliance)
                .then()
                .statusCode(200)
                .body("rows.findAll { it.school.withheld }.size()", equalTo(0));
        Asking.get(Asking.token("stranger", "urn:999998", "school-lead"), "/v1/impact/alliances/" + world.alliance)
                .then()
                .statusCode(404);
        Asking.get(lead, "/v1/impact/alliances/" + world.alliance + "?population=ALL")
                .then()
                .statusCode(400);
    }

    private World trial(String... names) {
        var world = World.trial();
        for (var name : names) {
            var school = world.school(name);
            world.cell(school, world.cohort(school, "INTERVENTION", false), "ALL", scores.pairs(24, 4));
            world.cell(school, world.cohort(school, "COMPARISON", false), "ALL", scores.pairs(23, 1));
        }
        return world;
    }
}
