package org.trellis.project;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.trellis.project.World.at;
import static org.trellis.project.World.get;
import static org.trellis.project.World.made;
import static org.trellis.project.World.post;
import static org.trellis.project.World.token;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;
import org.trellis.testing.Events.Told;

/** The life of a project, as those who live it see it. */
@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "project"))
class ProjectLifeTest {
    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Setting setting = Setting.shared();

    @Test
    void runsFromAQuestionToItsEnd() {
        var lead = token(setting.lead);
        var head = at(setting.school.registerId(), "school-lead");
        var project = setting.draft();
        var path = "/v1/projects/" + project;

        setting.proposed(project);
        Setting.move(token(setting.rdLead), path, "approve");
        post(lead, path + "/transitions", Map.of("action", "start"))
                .then()
                .statusCode(409)
                .body("code", equalTo("committed-school-missing"))
                .body("missing", contains("a school that has committed", "a learning cycle"));

        var participation = setting.invited(project, setting.school);
        Setting.move(head, "/v1/participations/" + participation, "commit");
        var cohort = made(
                head,
                "/v1/cohorts",
                Map.of(
                        "participationId",
                        participation,
                        "name",
                        "7R",
                        "arm",
                        "INTERVENTION",
                        "about",
                        "PUPIL",
                        "yearGroup",
                        "YEAR_7",
                        "size",
                        30));
        var cycle = setting.cycle(project);
        Setting.move(token(setting.projectLead), path, "start");
        Setting.move(token(setting.projectLead), "/v1/participations/" + participation, "activate");
        Setting.move(token(setting.projectLead), "/v1/cycles/" + cycle, "baseline");
        setting.world.baseline(project, cycle, setting.school, UUID.randomUUID(), 0, setting.measure);
        for (var action : List.of("deliver", "review")) {
            Setting.move(token(setting.projectLead), "/v1/cycles/" + cycle, action);
        }
        Setting.move(token(setting.projectLead), path, "report");
        post(token(setting.rdLead), path + "/transitions", Map.of("action", "close"))
                .then()
                .statusCode(409)
                .body("code", equalTo("cycle-open"));
        post(token(setting.rdLead), "/v1/cycles/" + cycle + "/transitions", Map.of("action", "close"))
                .then()
                .statusCode(409)
                .body("code", equalTo("review-missing"));
        post(token(setting.projectLead), "/v1/cycles/" + cycle + "/reviews", Setting.REVIEW)
                .then()
                .statusCode(201);
        Setting.move(token(setting.rdLead), "/v1/cycles/" + cycle, "close");
        Setting.move(token(setting.rdLead), path, "close");

        get(head, path)
                .then()
                .statusCode(200)
                .header("ETag", matchesPattern("\"\\d+-[0-9a-f]{8}\""))
                .body("state", equalTo("CLOSED"))
                .body("version", notNullValue())
                .body("alliance.name", equalTo("An alliance (invented)"))
                .body("partnerAlliances.id", contains(setting.partner.toString()))
                .body("successMeasures[0].measure.name", equalTo("Reading age"))
                .body("successMeasures[0].points.point", contains("BASELINE", "OUTCOME"))
                .body("successMeasures[0].points[1].due", equalTo("2026-06-30"))
                .body("actions", empty());
        get(head, "/v1/cohorts/" + cohort)
                .then()
                .statusCode(200)
                .body("organisation.name", equalTo("Elm Bank School (invented)"));
        get(lead, path + "/history")
                .then()
                .statusCode(200)
                .body("type", hasItem("trellis.project.project-approved.v1"))
                .body("version", contains(0, 1, 2, 3, 4, 5, 6, 7));
    }

    @Test
    void tellsEveryStepOnceAndInOrder() {
        var project = setting.draft();
        setting.approved(project);
        var participation = setting.committed(project, setting.school);

        var told = World.events()
                .await(World.OWN_TOPIC, 4, PATIENCE, event -> event.subject().equals(project));
        assertEquals(
                List.of("project-drafted", "success-measure-set", "project-proposed", "project-approved"),
                told.stream().map(ProjectLifeTest::fact).toList());
        assertEquals(List.of(0L, 1L, 2L, 3L), told.stream().map(Told::sequence).toList());
        var schools = World.events()
                .await(World.OWN_TOPIC, 2, PATIENCE, event -> event.subject().equals(participation));
        assertEquals(
                List.of("school-invited", "school-committed"),
                schools.stream().map(ProjectLifeTest::fact).toList());
    }

    @Test
    void saysToEachWhatTheyMayDoAndWhatIsMissing() {
        var project = made(token(setting.lead), "/v1/projects", setting.newProject());

        get(token(setting.lead), "/v1/projects/" + project)
                .then()
                .body("actions.action", containsInAnyOrder("propose", "withdraw"))
                .body("actions.find { it.action == 'propose' }.allowed", equalTo(false))
                .body("actions.find { it.action == 'propose' }.missing", contains("a success measure"))
                .body("actions.find { it.action == 'withdraw' }.allowed", equalTo(true))
                .body("actions.find { it.action == 'withdraw' }.needs", contains("note"));
        get(token(setting.partnerLead), "/v1/projects/" + project)
                .then()
                .statusCode(200)
                .body("actions", empty());
    }

    @Test
    void takesSightFromASchoolThatLeaves() {
        var project = setting.draft();
        var participation = setting.committed(project, setting.school);
        var head = at(setting.school.registerId(), "school-lead");
        var trust = at(setting.schoolTrustId, "trust-team");
        get(trust, "/v1/projects/" + project).then().statusCode(200);
        get(head, "/v1/projects?sort=-created").then().body("items[0].id", equalTo(project.toString()));

        post(
                        head,
                        "/v1/participations/" + participation + "/transitions",
                        Map.of("action", "withdraw", "reason", "FUNDING", "evidence", "REMOVE"))
                .then()
                .statusCode(204);

        get(head, "/v1/projects/" + project).then().statusCode(404);
        get(head, "/v1/participations/" + participation).then().statusCode(404);
        get(head, "/v1/projects?sort=-created").then().body("items.id", not(hasItem(project.toString())));
        get(trust, "/v1/projects/" + project).then().statusCode(404);
        get(token(setting.lead), "/v1/participations/" + participation)
                .then()
                .statusCode(200)
                .body("status", equalTo("WITHDRAWN"))
                .body("leavingReason", equalTo("FUNDING"))
                .body("evidence", equalTo("REMOVE"));
    }

    @Test
    void letsASchoolAskToTakePartOnceTheProjectIsProposed() {
        var project = setting.draft();
        var head = at(setting.outside.registerId(), "school-lead");
        var body = Map.of("projectId", project, "organisationId", setting.outside.id(), "status", "INTERESTED");

        post(head, "/v1/participations", body).then().statusCode(409).body("code", equalTo("reference-pending"));
        setting.proposed(project);
        post(head, "/v1/participations", body).then().statusCode(201).body("status", equalTo("INTERESTED"));
        post(head, "/v1/participations", body)
                .then()
                .statusCode(409)
                .body("code", equalTo("participation-once-in-a-project"));
    }

    @Test
    void lapsesAProjectLeadsRightsWithTheAppointment() {
        var project = setting.draft();
        var mine = get(token(setting.lead), "/v1/project-appointments?projectId=" + project)
                .then()
                .statusCode(200)
                .extract()
                .<String>path("items[0].id");
        get(token(setting.projectLead), "/v1/projects/" + project).then().statusCode(200);

        Setting.move(token(setting.rdLead), "/v1/project-appointments/" + mine, "end");

        get(token(setting.projectLead), "/v1/projects/" + project).then().statusCode(404);
        post(token(setting.rdLead), "/v1/project-appointments/" + mine + "/transitions", Map.of("action", "end"))
                .then()
                .statusCode(409)
                .body("code", equalTo("appointment-has-ended"));
    }

    @Test
    void changesADescriptionOnTheVersionThatWasRead() {
        var project = setting.draft();
        var path = "/v1/projects/" + project;
        var tag = get(token(setting.lead), path).header("ETag");

        patch(path, tag, "{\"title\":\"Reading mentors in year 7\",\"summary\":\"Ten minutes a day\"}")
                .then()
                .statusCode(200)
                .body("title", equalTo("Reading mentors in year 7"));
        patch(path, tag, "{\"summary\":null}").then().statusCode(412);
        patch(path, null, "{\"summary\":null}").then().statusCode(428);
        var now = get(token(setting.lead), path).header("ETag");
        patch(path, now, "{\"title\":null,\"state\":\"CLOSED\"}")
                .then()
                .statusCode(400)
                .body("violations.path", containsInAnyOrder("$.title", "$.state"));
        patch(path, now, "{\"partnerAllianceIds\":[\"" + UUID.randomUUID() + "\"]}")
                .then()
                .statusCode(409)
                .body("code", equalTo("reference-pending"));
    }

    @Test
    void pagesThroughAListToItsEnd() {
        var setting = new Setting();
        var lead = token(setting.lead);
        for (int i = 0; i < 5; i++) {
            setting.draft();
        }
        var seen = new HashSet<String>();
        String next = "/v1/projects?limit=2&sort=-created&allianceId=" + setting.alliance;
        while (next != null) {
            var page = RestAssured.given()
                    .auth()
                    .oauth2(lead)
                    .urlEncodingEnabled(false)
                    .get(next);
            page.then().statusCode(200).body("items.alliance.id", everyItem(equalTo(setting.alliance.toString())));
            seen.addAll(page.path("items.id"));
            next = page.path("next");
        }
        assertEquals(5, seen.size());
    }

    private Response patch(String path, String ifMatch, String body) {
        var request = RestAssured.given()
                .auth()
                .oauth2(token(setting.lead))
                .contentType("application/merge-patch+json")
                .body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).patch(path);
    }

    private static String fact(Told event) {
        return event.type().replaceFirst("trellis\\.project\\.(.*)\\.v1", "$1");
    }
}
