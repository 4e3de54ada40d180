package org.trellis.alliance;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellis.embedded.SuiteResource;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "alliance"))
class BadInputTest {
    private final Directory directory = new Directory();

    private ValidatableResponse register(String body) {
        return given().auth()
                .oauth2(directory.admin())
                .contentType(ContentType.JSON)
                .body(body)
                .post("/v1/organisations")
                .then()
                .contentType("application/problem+json");
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        register("""
                {"kind": "PALACE", "name": 7, "urn": "12", "wings": 3, "invented": "yes", "town": "a\\u0000b"}""")
                .statusCode(400)
                .body("code", equalTo("invalid-request"))
                .body("traceId", notNullValue())
                .body(
                        "violations.path",
                        containsInAnyOrder("$.kind", "$.name", "$.urn", "$.wings", "$.invented", "$.town"))
                .body("violations.find { it.path == '$.kind' }.message", containsString("must be one of SCHOOL"))
                .body("violations.find { it.path == '$.wings' }.message", equalTo("is not a field of this request"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"+999999999-01-01", "-0044-03-15", "2026-02-30", "2026-3-1"})
    void refusesDaysThatNoCalendarOfOursHas(String day) {
        given().auth()
                .oauth2(directory.admin())
                .queryParam("asOf", day)
                .get("/v1/memberships")
                .then()
                .statusCode(400)
                .body("violations[0].message", equalTo("must be a calendar day such as 2026-03-31"));
        register("{\"kind\": \"OTHER\", \"name\": \"Far off (invented)\", \"opensOn\": \"" + day + "\"}")
                .statusCode(400)
                .body("violations.path", equalTo(List.of("$.opensOn")));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "[]",
                "7",
                "{\"kind\":",
                "{\"kind\": \"OTHER\", \"kind\": \"OTHER\", \"name\": \"twice\"}",
                "{\"kind\": \"OTHER\", \"name\": \"half a pair \\ud83d\"}",
                "{\"kind\": \"OTHER\", \"name\": 1e308}",
                "{\"kind\": 0, \"name\": \"a number for a word\"}",
                "{\"kind\": \"OTHER\", \"name\": \"and then\"} more"
            })
    void refusesWhatIsNoSuchBody(String body) {
        register(body)
                .statusCode(400)
                .body("code", equalTo("invalid-request"))
                .body("violations[0].path", notNullValue());
    }

    @Test
    void refusesTenMegabytesWithTheLimit() {
        register("{\"kind\": \"OTHER\", \"name\": \"" + "x".repeat(10_000_000) + "\"}")
                .statusCode(413)
                .body("code", equalTo("too-large"));
    }

    @Test
    void refusesAnotherMediaType() {
        given().auth()
                .oauth2(directory.admin())
                .contentType("application/xml")
                .body("<organisation/>")
                .post("/v1/organisations")
                .then()
                .statusCode(415)
                .body("code", equalTo("unsupported-media-type"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=201",
                "limit=0",
                "limit=1e308",
                "limit=",
                "colour=RED",
                "kind=school",
                "q=%00",
                "cursor=abc",
                "sort=urn",
                "kind=SCHOOL&kind=TRUST",
                "count=maybe"
            })
    void refusesParametersThatListsDoNotHave(String query) {
        given().auth()
                .oauth2(directory.staffAt("urn:900001"))
                .urlEncodingEnabled(false)
                .get("/v1/organisations?" + query)
                .then()
                .statusCode(400)
                .contentType("application/problem+json")
                .body("violations.in", hasItem("query"))
                .body("violations.path", hasItem(query.substring(0, query.indexOf('='))));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/organisations;x", "/v1/%2e%2e/organisations", "//v1/organisations", "/v1/./organisations",
                "/v1/organisations%2Furn:900001", "/v1%3Bx/organisations", "/v1/organisations/", "/v1/nothing"
            })
    void findsNothingUnderAnotherSpellingOfAPath(String path) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + directory.admin())
                .build();
        try (var client = HttpClient.newHttpClient()) {
            assertEquals(404, client.send(request, BodyHandlers.discarding()).statusCode());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"organisations", "people", "alliances", "priorities"})
    void takesWildcardsOfASearchForWhatTheyAre(String list) {
        var school = directory.school(directory.nextUrn(), "Plain School (invented)");
        var alliance = directory.alliance(school);
        directory
                .post(
                        directory.allianceLead(alliance, school),
                        "/v1/priorities",
                        Map.of("allianceId", alliance, "title", "Reading", "startsOn", "2024-09-01"))
                .then()
                .statusCode(201);

        given().auth()
                .oauth2(directory.admin())
                .get("/v1/" + list + "?q=%25_%25")
                .then()
                .statusCode(200)
                .body("items", empty());
    }

    @Test
    void refusesACursorThatWasTamperedWith() {
        var cursor = Base64.getUrlEncoder()
                .encodeToString("startsOn\u001fnot a day\u001f018f3a2c-7b1e-7c3d-9a4b-0123456789a1"
                        .getBytes(StandardCharsets.UTF_8));
        given().auth()
                .oauth2(directory.staffAt("urn:900001"))
                .get("/v1/memberships?cursor=" + cursor)
                .then()
                .statusCode(400)
                .body("violations.path", hasItem("cursor"));
    }

    @Test
    void keepsNothingOfARefusedRequestAndLetsItsKeyBeUsedAgain() {
        var urn = directory.nextUrn();
        var request = given().auth()
                .oauth2(directory.admin())
                .contentType(ContentType.JSON)
                .header("Idempotency-Key", "key-of-" + urn);

        request.body("{\"kind\":\"SCHOOL\",\"urn\":\"" + urn + "\"}")
                .post("/v1/organisations")
                .then()
                .statusCode(400);
        given().auth()
                .oauth2(directory.admin())
                .get("/v1/organisations/urn:" + urn)
                .then()
                .statusCode(404);
        request.body("{\"kind\":\"SCHOOL\",\"urn\":\"" + urn + "\",\"name\":\"A school (invented)\"}")
                .post("/v1/organisations")
                .then()
                .statusCode(201);
    }

    @Test
    void saysNothingOfItsInsides() {
        register("{\"kind\": \"OTHER\", \"name\": {}}")
                .statusCode(400)
                .body("detail", not(containsString("java")))
                .body("violations.message", not(hasItem(containsString("org."))));
    }
}
