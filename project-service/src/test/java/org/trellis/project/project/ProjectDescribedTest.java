package org.trellis.project.project;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.trellis.project.World.get;
import static org.trellis.project.World.made;
import static org.trellis.project.World.post;
import static org.trellis.project.World.token;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;
import org.trellis.outbox.Changes;
import org.trellis.project.Setting;
import org.trellis.project.World;

/** Whom a project is for, with whom, on what it builds and how it is analysed, as callers see it. */
@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "project"))
class ProjectDescribedTest {
    @Inject
    Projects projects;

    @Inject
    Changes changes;

    private final Setting setting = Setting.shared();
    private final String lead = token(setting.lead);

    @Test
    void keepsWhomItIsForAndWithWhom() {
        var earlier = setting.draft();
        var id = made(
                lead,
                "/v1/projects",
                described(Map.of(
                        "buildsOnId",
                        earlier,
                        "stage",
                        "PREPARE",
                        "targets",
                        List.of(Map.of("about", "PUPIL", "yearGroups", List.of("YEAR_7"), "subgroup", "PUPIL_PREMIUM")),
                        "partners",
                        List.of(
                                Map.of(
                                        "name",
                                        "A university (invented)",
                                        "kind",
                                        "HIGHER_EDUCATION",
                                        "part",
                                        "Advises"),
                                Map.of(
                                        "organisationId",
                                        setting.school.id(),
                                        "kind",
                                        "SCHOOL",
                                        "part",
                                        "Lends its hall")))));

        get(lead, "/v1/projects/" + id)
                .then()
                .statusCode(200)
                .body("targets[0].yearGroups", contains("YEAR_7"))
                .body("targets[0].subgroup", equalTo("PUPIL_PREMIUM"))
                .body("partners.name", contains("A university (invented)", "Elm Bank School (invented)"))
                .body("partners.part", contains("Advises", "Lends its hall"))
                .body("priorities.name", contains("Reading at transfer"))
                .body("buildsOn.id", equalTo(earlier.toString()))
                .body("buildsOn.name", equalTo("Reading mentors"))
                .body("stage", equalTo("PREPARE"));
        get(lead, "/v1/projects?buildsOnId=" + earlier).then().body("items.id", contains(id.toString()));
    }

    @Test
    void refusesWhatItCannotReferTo() {
        var elsewhere = setting.world.priority(setting.world.alliance(null));
        post(lead, "/v1/projects", described(Map.of("priorityIds", List.of(setting.priority, elsewhere))))
                .then()
                .statusCode(409)
                .body("code", equalTo("reference-pending"))
                .body("violations.path", contains("$.priorityIds[1]"));
        post(lead, "/v1/projects", described(Map.of("buildsOnId", UUID.randomUUID())))
                .then()
                .statusCode(409)
                .body("violations.path", contains("$.buildsOnId"));
        post(lead, "/v1/projects", described(Map.of("partners", List.of(Map.of("kind", "CHARITY", "part", "Pays")))))
                .then()
                .statusCode(400);
    }

    @Test
    void buildsOnNoneThatBuildsOnIt() {
        var first = setting.draft();
        var second = made(lead, "/v1/projects", described(Map.of("buildsOnId", first)));
        var third = made(lead, "/v1/projects", described(Map.of("buildsOnId", second)));

        patch(first, "{\"buildsOnId\":\"" + third + "\"}", null)
                .then()
                .statusCode(409)
                .body("code", equalTo("builds-on-itself"));
    }

    @Test
    void proposesWithoutAPriorityNothing() {
        var id = made(lead, "/v1/projects", described(Map.of("priorityIds", List.of())));

        post(lead, "/v1/projects/" + id + "/transitions", Map.of("action", "propose"))
                .then()
                .statusCode(409)
                .body("missing", contains("a success measure", "a priority of its alliances that has not ended"));
    }

    @Test
    void showsThePlanItsFreezeAndItsDeviations() {
        var id = setting.draft();
        var path = "/v1/projects/" + id;
        post(lead, path + "/analysis-plans", plan(setting.measure))
                .then()
                .statusCode(201)
                .body("plan.primaryMeasureId", equalTo(setting.measure.toString()))
                .body("plan.crosses[0]", contains("PUPIL_PREMIUM", "SEX"))
                .body("plan.frozenOn", nullValue());
        QuarkusTransaction.requiringNew().run(() -> {
            var project = projects.toMove(id);
            project.firstDelivery(LocalDate.of(2025, 10, 6)).ifPresent(event -> changes.record(project, event));
        });

        patch(id, "{\"design\":\"BETWEEN_SCHOOLS\"}", null)
                .then()
                .statusCode(409)
                .body("code", equalTo("deviation-needs-a-reason"))
                .body("missing", contains("the reason, in the header X-Reason"));
        patch(id, "{\"design\":\"BETWEEN_SCHOOLS\"}", "one school teaches the year together")
                .then()
                .statusCode(200)
                .body("deliveringSince", equalTo("2025-10-06"))
                .body("plan.frozenOn", equalTo("2025-10-06"))
                .body("plan.deviations.reason", contains("one school teaches the year together"));
        post(lead, path + "/deviations", Map.of("what", "One class is left out", "reason", "its teacher left"))
                .then()
                .statusCode(201)
                .body("plan.deviations.what[1]", equalTo("One class is left out"));
        post(lead, path + "/analysis-plans", plan(setting.measure))
                .then()
                .statusCode(409)
                .body("code", equalTo("plan-frozen"));

        var told = World.events()
                .await(
                        World.OWN_TOPIC,
                        6,
                        Duration.ofSeconds(20),
                        event -> event.subject().equals(id) && !event.type().contains("readiness"));
        assertEquals(
                List.of(
                        "project-drafted",
                        "success-measure-set",
                        "analysis-plan-registered",
                        "analysis-plan-frozen",
                        "analysis-plan-deviated",
                        "analysis-plan-deviated"),
                told.stream()
                        .map(event -> event.type().replaceFirst("trellis\\.project\\.(.*)\\.v1", "$1"))
                        .toList());
    }

    @Test
    void datesAMeasureAnew() {
        var id = setting.draft();

        post(
                        lead,
                        "/v1/projects/" + id + "/schedules",
                        Map.of(
                                "measureId",
                                setting.measure,
                                "points",
                                List.of(
                                        Map.of("point", "BASELINE", "due", "2025-10-01"),
                                        Map.of("point", "FOLLOW_UP_1"))))
                .then()
                .statusCode(200)
                .body("successMeasures[0].points.point", contains("BASELINE", "FOLLOW_UP_1"))
                .body("successMeasures[0].points[0].due", equalTo("2025-10-01"));
    }

    private Map<String, Object> described(Map<String, ?> more) {
        var body = new HashMap<>(setting.newProject());
        body.putAll(more);
        return body;
    }

    private static Map<String, ?> plan(UUID measure) {
        return Map.of(
                "primaryMeasureId",
                measure,
                "estimator",
                "ANCOVA",
                "comparison",
                "COMPARISON_COHORTS",
                "subgroups",
                List.of("PUPIL_PREMIUM"),
                "crosses",
                List.of(List.of("PUPIL_PREMIUM", "SEX")));
    }

    private Response patch(UUID project, String body, String reason) {
        var path = "/v1/projects/" + project;
        var request = given().auth()
                .oauth2(lead)
                .contentType("application/merge-patch+json")
                .header("If-Match", get(lead, path).header("ETag"))
                .body(body);
        return (reason == null ? request : request.header("X-Reason", reason)).patch(path);
    }
}
