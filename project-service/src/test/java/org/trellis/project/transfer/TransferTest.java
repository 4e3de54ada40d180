package org.trellis.project.transfer;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.trellis.project.World.at;
import static org.trellis.project.World.get;
import static org.trellis.project.World.made;
import static org.trellis.project.World.post;
import static org.trellis.project.World.token;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;
import org.trellis.project.Setting;
import org.trellis.project.World;

/** A project changes hands where both alliances agree, and its new year is a project of its own. */
@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "project"))
class TransferTest {
    private final Setting setting = Setting.shared();
    private final String lead = token(setting.lead);
    private final UUID other = setting.world.alliance(null);
    private final String receiver = token(setting.world.appointed("ALLIANCE_LEAD", other));

    @Test
    void changesHandsWhenTheOtherAllianceTakesIt() {
        var project = setting.draft();
        var offer = offered(project);
        get(receiver, "/v1/projects/" + project).then().statusCode(404);
        get(receiver, "/v1/project-transfers/" + offer)
                .then()
                .statusCode(200)
                .body("title", equalTo("Reading mentors"))
                .body("actions.action", contains("accept", "decline"));
        get(lead, "/v1/project-transfers/" + offer).then().body("actions.action", contains("take_back"));

        move(receiver, offer, "accept").then().statusCode(200).body("status", equalTo("ACCEPTED"));

        get(receiver, "/v1/projects/" + project)
                .then()
                .statusCode(200)
                .body("alliance.id", equalTo(other.toString()))
                .body("partnerAlliances.id", hasItem(setting.alliance.toString()));
        post(lead, "/v1/projects/" + project + "/transitions", Map.of("action", "propose"))
                .then()
                .statusCode(403);
        var told = World.events()
                .await(
                        World.OWN_TOPIC,
                        3,
                        Duration.ofSeconds(20),
                        event ->
                                event.subject().equals(project) && !event.type().contains("readiness"));
        assertEquals("trellis.project.project-transferred.v1", told.getLast().type());
        move(receiver, offer, "decline").then().statusCode(409).body("code", equalTo("not-in-this-state"));
    }

    @Test
    void endsTheGiversSightWhereItDoesNotRemainAPartner() {
        var project = setting.draft();
        var offer = made(
                lead,
                "/v1/project-transfers",
                Map.of("projectId", project, "toAllianceId", other, "remainsPartner", false));

        move(receiver, offer, "accept").then().statusCode(200);

        get(lead, "/v1/projects/" + project).then().statusCode(404);
        get(lead, "/v1/project-transfers/" + offer)
                .then()
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"))
                .body("actions", empty());
    }

    @Test
    void isForTheLeadsAtItsEnds() {
        var project = setting.draft();
        var body = Map.of("projectId", project, "toAllianceId", other);
        post(token(setting.projectLead), "/v1/project-transfers", body).then().statusCode(403);
        post(receiver, "/v1/project-transfers", body).then().statusCode(404);
        post(lead, "/v1/project-transfers", Map.of("projectId", project, "toAllianceId", setting.alliance))
                .then()
                .statusCode(409)
                .body("code", equalTo("transfer-to-another"));
        var offer = offered(project);
        post(lead, "/v1/project-transfers", body).then().statusCode(409).body("code", equalTo("transfer-offered-once"));

        move(lead, offer, "accept").then().statusCode(403);
        move(token(setting.rdLead), offer, "take_back").then().statusCode(403);
        var outside = at(setting.outside.registerId(), "school-lead");
        move(outside, offer, "decline").then().statusCode(404);
        get(outside, "/v1/project-transfers").then().statusCode(200).body("items", empty());
        get(receiver, "/v1/project-transfers?status=OFFERED").then().body("items.id", hasItem(offer.toString()));
        move(lead, offer, "take_back").then().statusCode(200);
        get(lead, "/v1/projects/" + project).then().body("alliance.id", equalTo(setting.alliance.toString()));
    }

    @Test
    void isDoneAgainInAnotherYear() {
        var source = setting.draft();
        post(
                        lead,
                        "/v1/projects/" + source + "/analysis-plans",
                        Map.of(
                                "primaryMeasureId",
                                setting.measure,
                                "estimator",
                                "ANCOVA",
                                "comparison",
                                "COMPARISON_COHORTS"))
                .then()
                .statusCode(201);
        var body = new HashMap<String, Object>(Map.of("startsOn", "2026-09-01", "endsOn", "2027-09-01"));
        post(token(setting.projectLead), "/v1/projects/" + source + "/copies", body)
                .then()
                .statusCode(403);

        var copy = made(lead, "/v1/projects/" + source + "/copies", body);

        get(lead, "/v1/projects/" + copy)
                .then()
                .body("state", equalTo("DRAFT"))
                .body("version", equalTo(0))
                .body("title", equalTo("Reading mentors"))
                .body("buildsOn.id", equalTo(source.toString()))
                .body("priorities.id", contains(setting.priority.toString()))
                .body("successMeasures[0].points[1].due", equalTo("2027-06-30"))
                .body("plan.estimator", equalTo("ANCOVA"))
                .body("endsOn", equalTo("2027-09-01"));
        get(lead, "/v1/participations?projectId=" + copy).then().body("items", empty());
        assertEquals(
                List.of(), get(lead, "/v1/projects/" + copy + "/allocations").path("$"));
    }

    private UUID offered(UUID project) {
        return made(lead, "/v1/project-transfers", Map.of("projectId", project, "toAllianceId", other));
    }

    private static io.restassured.response.Response move(String token, UUID offer, String action) {
        return post(token, "/v1/project-transfers/" + offer + "/transitions", Map.of("action", action));
    }
}
