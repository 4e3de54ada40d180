package org.trellis.project;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.trellis.project.World.get;
import static org.trellis.project.World.post;
import static org.trellis.project.World.token;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellis.embedded.SuiteResource;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "project"))
class RefusalTest {
    private final Setting setting = Setting.shared();

    @Test
    void namesAllThatIsWrongWithABodyAndStoresNothing() {
        var before = count();

        raw("/v1/projects", """
                {"allianceId": "no uuid", "title": "a\\u0000b", "focusArea": "COOKERY", "researchQuestions": [],
                 "design": 3, "startsOn": "+999999-01-01", "endsOn": "yesterday", "budget": 1e308}""")
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("code", equalTo("invalid-request"))
                .body(
                        "violations.path",
                        containsInAnyOrder(
                                "$.allianceId",
                                "$.title",
                                "$.focusArea",
                                "$.researchQuestions",
                                "$.design",
                                "$.startsOn",
                                "$.endsOn",
                                "$.budget"));
        assertEquals(before, count());
    }

    @Test
    void refusesANumberThatIsNone() {
        raw(
                        "/v1/cycles",
                        "{\"projectId\": \"" + UUID.randomUUID()
                                + "\", \"number\": 1e308, \"startsOn\": \"2025-09-01\", \"endsOn\": \"2025-09-01\"}")
                .then()
                .statusCode(400)
                .body("violations.path", containsInAnyOrder("$.number", "$"));
    }

    @Test
    void refusesTenMegabytesBeforeReadingThem() {
        raw("/v1/projects", "{\"title\": \"" + "x".repeat(10 << 20) + "\"}")
                .then()
                .statusCode(413)
                .body("code", equalTo("too-large"));
    }

    @Test
    void refusesPointsThatAreNoneOrGivenTwice() {
        var project = setting.draft();
        var points = List.of(Map.of("point", "BASELINE"), Map.of("point", "LATER"), Map.of("point", "BASELINE"));

        post(
                        token(setting.lead),
                        "/v1/projects/" + project + "/success-measures",
                        Map.of("measureId", setting.measure, "primary", false, "points", points))
                .then()
                .statusCode(400)
                .body("violations", hasSize(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/projects?limit=201",
                "/v1/projects?limit=0",
                "/v1/projects?state=",
                "/v1/projects?state=ODD",
                "/v1/projects?colour=red",
                "/v1/projects?sort=id",
                "/v1/projects?cursor=x",
                "/v1/participations?status=GONE",
                "/v1/cohorts?arm=LEFT",
                "/v1/cycles?projectId=1",
                "/v1/project-appointments?asOf=today"
            })
    void refusesAParameterThatItDoesNotUnderstand(String path) {
        get(World.admin(), path).then().statusCode(400).body("violations", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/projects;x", "/v1/%2e%2e/projects", "//v1/projects"})
    void opensNothingUnderAnotherSpelling(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + World.admin())
                .build();
        try (var client = HttpClient.newHttpClient()) {
            assertEquals(404, client.send(request, BodyHandlers.discarding()).statusCode());
        }
    }

    @Test
    void answersNobodyWithoutAToken() {
        given().get("/v1/projects").then().statusCode(401);
        given().auth()
                .oauth2(SuiteResource.issuer().token("x").expired().signed())
                .get("/v1/projects")
                .then()
                .statusCode(401);
    }

    @Test
    void saysThatAReferenceIsNotYetKnown() {
        var body = new HashMap<>(setting.newProject());
        body.put("allianceId", UUID.randomUUID());

        post(token(setting.lead), "/v1/projects", body)
                .then()
                .statusCode(409)
                .header("Retry-After", "1")
                .body("code", equalTo("reference-pending"))
                .body("violations.path", contains("$.allianceId"));
    }

    @Test
    void makesOneThingForOneIdempotencyKey() {
        var key = UUID.randomUUID().toString();
        var body = setting.newProject();
        var changed = new HashMap<>(body);
        changed.put("title", "Another");

        var first = keyed(key, body);
        var second = keyed(key, body);

        first.then().statusCode(201);
        second.then().statusCode(201).header("Location", equalTo(first.header("Location")));
        assertEquals(first.<String>path("id"), second.<String>path("id"));
        keyed(key, changed).then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
    }

    @Test
    void refusesAMoveThatDoesNotExist() {
        post(
                        token(setting.lead),
                        "/v1/projects/" + setting.draft() + "/transitions",
                        Map.of("action", "finish", "note", " "))
                .then()
                .statusCode(400)
                .body("violations.path", containsInAnyOrder("$.action", "$.note"))
                .body(
                        "violations.find { it.path == '$.action' }.message",
                        equalTo("must be one of propose, approve, return, start, report, close, suspend, resume,"
                                + " withdraw"));
    }

    private Response keyed(String key, Map<String, ?> body) {
        return given().auth()
                .oauth2(token(setting.lead))
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(World.json(body))
                .post("/v1/projects");
    }

    private Response raw(String path, String body) {
        return given().auth()
                .oauth2(token(setting.lead))
                .contentType(ContentType.JSON)
                .body(body)
                .post(path);
    }

    private int count() {
        return get(World.admin(), "/v1/projects?count=true&limit=1").path("total");
    }
}
