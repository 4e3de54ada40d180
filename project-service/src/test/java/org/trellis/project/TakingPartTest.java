package org.trellis.project;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;
import org.trellis.identity.Writer;
import org.trellis.project.World.Person;

/** A school from its first yes to its last day: terms, roles, stage, leaving. */
@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "project"))
class TakingPartTest {
    private final Setting setting = Setting.shared();

    @Inject
    Writer writer;

    private UUID withTerms() {
        var project = setting.draft();
        terms(project, "Scores twice a year");
        return project;
    }

    private void terms(UUID project, String text) {
        post(token(setting.projectLead), "/v1/projects/" + project + "/terms", Map.of("text", text))
                .then()
                .statusCode(201);
    }

    private Response link(UUID participation) {
        return post(token(setting.lead), "/v1/terms-links", Map.of("participationId", participation));
    }

    private static Response accept(String token, Response link) {
        String url = link.path("link");
        return post(
                token,
                "/v1/terms-links/" + link.path("id") + "/acceptances",
                Map.of("secret", url.substring(url.indexOf('#') + 1)));
    }

    private String head() {
        return at(setting.school.registerId(), "school-lead");
    }

    @Test
    void commitsByALinkOnceAndKeepsOnlyItsHash() {
        var project = withTerms();
        var participation = setting.invited(project, setting.school);
        var link = link(participation);
        link.then().statusCode(201).body("termsVersion", equalTo(1));
        String url = link.path("link");
        var secret = url.substring(url.indexOf('#') + 1);
        var kept = writer.one(
                        String.class,
                        "select to_jsonb(l)::text from terms_link l where participation_id = :id",
                        Map.of("id", participation))
                .orElseThrow();
        assertFalse(kept.contains(secret), "the secret is nowhere");

        accept(at(setting.outside.registerId(), "school-lead"), link).then().statusCode(404);
        post(head(), "/v1/terms-links/" + link.path("id") + "/acceptances", Map.of("secret", "another"))
                .then()
                .statusCode(404);
        var head = head();
        accept(head, link).then().statusCode(204);
        get(head, "/v1/participations/" + participation)
                .then()
                .body("status", equalTo("COMMITTED"))
                .body("version", equalTo(1))
                .body("termsVersion", equalTo(1));
        accept(head, link).then().statusCode(204);
        get(head, "/v1/participations/" + participation).then().body("version", equalTo(1));
        accept(head(), link).then().statusCode(409).body("code", equalTo("terms-link-used"));
    }

    @Test
    void bindsALinkToItsVersionAndVoidsItByTheNext() {
        var project = withTerms();
        var participation = setting.invited(project, setting.school);
        var first = link(participation);
        var second = link(participation);
        accept(head(), first).then().statusCode(409).body("code", equalTo("terms-link-expired"));

        terms(project, "Scores three times a year");
        accept(head(), second).then().statusCode(409).body("code", equalTo("terms-not-current"));

        get(head(), "/v1/projects/" + project + "/terms").then().statusCode(200).body("number", contains(2, 1));
        var third = link(participation);
        writer.run(
                "update terms_link set expires_at = now() - interval '1 minute' where id = :id",
                Map.of("id", UUID.fromString(third.path("id"))));
        accept(head(), third).then().statusCode(409).body("code", equalTo("terms-link-expired"));
    }

    @Test
    void commitsDirectlyToTermsThatAreNamed() {
        var project = withTerms();
        var participation = setting.invited(project, setting.school);
        var path = "/v1/participations/" + participation;
        get(head(), path)
                .then()
                .body("currentTerms", equalTo(1))
                .body("actions.find { it.action == 'commit' }.needs", contains("termsVersion"));

        post(head(), path + "/transitions", Map.of("action", "commit"))
                .then()
                .statusCode(400)
                .body("violations.path", contains("$.termsVersion"));
        post(head(), path + "/transitions", Map.of("action", "commit", "termsVersion", 1))
                .then()
                .statusCode(200)
                .body(
                        "vacancies",
                        containsInAnyOrder("HEADTEACHER_SPONSOR", "SENIOR_LEADER_CHAMPION", "SAFEGUARDING_LEAD"));
    }

    private Response named(String token, UUID participation, Person person, String role, UUID succeeds) {
        var body = new HashMap<String, Object>(Map.of(
                "participationId", participation, "personId", person.id(), "role", role, "startsOn", "2025-09-01"));
        if (succeeds != null) {
            body.put("succeedsId", succeeds);
            body.put("startsOn", "2026-01-05");
        }
        return post(token, "/v1/role-holders", body);
    }

    @Test
    void lapsesASponsorshipWithTheHeadAndAsksForAnother() {
        var world = setting.world;
        var participation = setting.committed(setting.draft(), setting.school);
        var path = "/v1/participations/" + participation;
        var head = world.person();
        named(head(), participation, head, "HEADTEACHER_SPONSOR", null)
                .then()
                .statusCode(409)
                .body("code", equalTo("not-its-head"));
        var headship = UUID.randomUUID();
        world.head(head, setting.school, headship, 0, null);
        named(head(), participation, head, "HEADTEACHER_SPONSOR", null).then().statusCode(201);
        var next = world.person();
        world.head(next, setting.school, UUID.randomUUID(), 0, null);
        named(head(), participation, next, "HEADTEACHER_SPONSOR", null)
                .then()
                .statusCode(409)
                .body("code", equalTo("role-has-a-holder"));
        get(head(), path).then().body("vacancies", not(hasItem("HEADTEACHER_SPONSOR")));

        world.head(head, setting.school, headship, 1, "2025-12-31");

        var alerts = "/v1/project-alerts?open=true&participationId=" + participation;
        await().atMost(30, SECONDS)
                .until(() -> get(head(), alerts).path("items.kind").equals(List.of("SPONSORSHIP_LAPSED")));
        get(head(), path).then().body("vacancies", hasItem("HEADTEACHER_SPONSOR"));
        get(head(), "/v1/role-holders?role=HEADTEACHER_SPONSOR&participationId=" + participation)
                .then()
                .body("items.ending", contains("LAPSED"));
        get(at(setting.otherSchool.registerId(), "school-lead"), alerts).then().body("items", empty());
        post(
                        head(),
                        "/v1/role-holders",
                        Map.of(
                                "participationId",
                                participation,
                                "personId",
                                next.id(),
                                "role",
                                "HEADTEACHER_SPONSOR",
                                "startsOn",
                                Today.inEngland().plusDays(1).toString()))
                .then()
                .statusCode(201);
        get(head(), alerts).then().body("items", empty());
    }

    @Test
    void answersWhoEndsTheirOwnRoleAndSeesTheProjectNoMore() {
        var participation = setting.committed(setting.draft(), setting.school);
        var head = setting.world.person();
        setting.world.head(head, setting.school, UUID.randomUUID(), 0, null);
        String held =
                named(head(), participation, head, "HEADTEACHER_SPONSOR", null).path("id");

        post(token(head), "/v1/role-holders/" + held + "/transitions", Map.of("action", "end"))
                .then()
                .statusCode(204);

        get(token(head), "/v1/role-holders/" + held).then().statusCode(404);
        get(head(), "/v1/role-holders/" + held).then().body("ending", equalTo("ENDED"));
    }

    @Test
    void keepsTheWordsOfEachMove() {
        var participation = setting.invited(setting.draft(), setting.school);
        var path = "/v1/participations/" + participation;
        for (var action : List.of("commit", "withdraw")) {
            post(
                            token(setting.lead),
                            path + "/transitions",
                            Map.of("action", action, "note", "The head says " + action, "reason", "STAFFING"))
                    .then()
                    .statusCode(200);
        }

        get(token(setting.lead), path + "/history")
                .then()
                .body(
                        "changes.flatten().findAll { it.path == '/note' }.to",
                        contains("The head says commit", "The head says withdraw"));
    }

    @Test
    void givesARoleOverAndItsRightsWithIt() {
        var project = setting.draft();
        var participation = setting.committed(project, setting.school);
        var path = "/v1/participations/" + participation;
        var champion = setting.world.person();
        var next = setting.world.person();
        get(token(champion), path).then().statusCode(404);
        UUID held = UUID.fromString(named(head(), participation, champion, "SENIOR_LEADER_CHAMPION", null)
                .path("id"));
        stage(token(champion), path, "PREPARE").then().statusCode(200).body("stage", equalTo("PREPARE"));

        var given = named(head(), participation, next, "SENIOR_LEADER_CHAMPION", held);
        given.then().statusCode(201);

        get(head(), "/v1/role-holders/" + held)
                .then()
                .body("ending", equalTo("SUCCEEDED"))
                .body("endsOn", equalTo("2026-01-05"))
                .body("successorId", equalTo(given.path("id")));
        get(token(champion), path).then().statusCode(404);
        stage(token(next), path, "DELIVER").then().statusCode(200).body("stage", equalTo("DELIVER"));
        stage(at(setting.school.registerId(), "school-staff"), path, "SUSTAIN")
                .then()
                .statusCode(403);
        get(token(next), path + "/history").then().body("type", hasItem("trellis.project.school-stage-reached.v1"));
    }

    private static Response stage(String token, String path, String stage) {
        var tag = get(token, path).header("ETag");
        return RestAssured.given()
                .auth()
                .oauth2(token)
                .contentType("application/merge-patch+json")
                .header("If-Match", tag)
                .body("{\"stage\":\"" + stage + "\"}")
                .patch(path);
    }

    @Test
    void formsACohortAfterTheFreezeAsADeviationFromThePlan() {
        var running = setting.running();
        var project = "/v1/projects/" + running.project();
        post(
                        token(setting.lead),
                        project + "/analysis-plans",
                        Map.of(
                                "primaryMeasureId",
                                setting.measure,
                                "estimator",
                                "ANCOVA",
                                "comparison",
                                "COMPARISON_COHORTS"))
                .then()
                .statusCode(201);
        form(running.participation(), "7R", null).then().statusCode(201);
        setting.world.baseline(
                running.project(), running.cycle(), setting.school, UUID.randomUUID(), 0, setting.measure);
        Setting.move(token(setting.projectLead), "/v1/cycles/" + running.cycle(), "deliver");

        form(running.participation(), "7S", null)
                .then()
                .statusCode(409)
                .body("code", equalTo("deviation-needs-a-reason"));
        form(running.participation(), "7S", "Another class began in January")
                .then()
                .statusCode(201);

        get(head(), project)
                .then()
                .body("plan.deviations.what", contains("Cohort 7S was formed"))
                .body("plan.deviations.reason", contains("Another class began in January"));
    }

    private Response form(UUID participation, String name, String reason) {
        var request = RestAssured.given()
                .auth()
                .oauth2(head())
                .contentType("application/json")
                .body(World.json(Map.of(
                        "participationId", participation, "name", name, "arm", "INTERVENTION", "about", "PUPIL")));
        return (reason == null ? request : request.header("X-Reason", reason)).post("/v1/cohorts");
    }

    @Test
    void leavesEveryListAtOnceAndIsAnsweredForInTheFlow() {
        var running = setting.running();
        var flow = "/v1/projects/" + running.project() + "/flow";
        var champion = setting.world.person();
        named(head(), running.participation(), champion, "SENIOR_LEADER_CHAMPION", null)
                .then()
                .statusCode(201);
        made(
                head(),
                "/v1/cohorts",
                Map.of(
                        "participationId",
                        running.participation(),
                        "name",
                        "7R",
                        "arm",
                        "INTERVENTION",
                        "about",
                        "PUPIL"));

        post(
                        head(),
                        "/v1/participations/" + running.participation() + "/transitions",
                        Map.of("action", "withdraw", "reason", "STAFFING", "evidence", "KEEP"))
                .then()
                .statusCode(204);

        for (var token : List.of(head(), token(champion), at(setting.schoolTrustId, "trust-team"))) {
            for (var list : List.of(
                    "participations",
                    "cohorts",
                    "cycles",
                    "role-holders",
                    "milestones",
                    "project-risks",
                    "project-alerts")) {
                get(token, "/v1/" + list + "?projectId=" + running.project())
                        .then()
                        .statusCode(200)
                        .body("items", empty());
            }
            get(token, flow).then().statusCode(404);
        }
        get(token(setting.lead), flow)
                .then()
                .statusCode(200)
                .body("days[-1].started", equalTo(1))
                .body("days[-1].leftAfterStarting", equalTo(1))
                .body("days[-1].moves.to", contains("INVITED", "COMMITTED", "ACTIVE", "WITHDRAWN"))
                .body("days[-1].moves[-1].reason", equalTo("STAFFING"))
                .body("days[-1].moves[-1].organisation.name", equalTo("Elm Bank School (invented)"));
        get(token(setting.lead), flow + "?from=2026-01-02&to=2026-01-01").then().statusCode(400);
        assertEquals(
                "WITHDRAWN",
                get(token(setting.lead), "/v1/participations/" + running.participation())
                        .path("status"));
    }
}
