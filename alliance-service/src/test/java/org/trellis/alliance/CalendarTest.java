package org.trellis.alliance;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.Kafka;
import org.trellis.embedded.SuiteResource;
import org.trellis.testing.Events;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "alliance"))
class CalendarTest {
    static final List<Map<String, String>> TERMS = List.of(
            term("AUTUMN", "2025-09-08", "2025-10-20", "2025-11-03", "2025-12-20"),
            term("SPRING", "2026-01-05", "2026-02-16", "2026-02-23", "2026-03-28"),
            term("SUMMER", "2026-04-13", "2026-05-25", "2026-06-01", "2026-07-22"));

    private final Directory directory = new Directory();

    Kafka kafka;

    private String urn;
    private String uid;
    private UUID school;
    private UUID trust;

    private static Map<String, String> term(String term, String starts, String breaks, String goesOn, String ends) {
        return Map.of(
                "term", term, "startsOn", starts, "halfTermStartsOn", breaks, "halfTermEndsOn", goesOn, "endsOn", ends);
    }

    @BeforeEach
    void anAcademy() {
        urn = directory.nextUrn();
        uid = directory.nextUrn();
        school = directory.school(urn, "Calendar School (invented)");
        trust = directory.made(
                "/v1/organisations",
                Map.of("kind", "TRUST", "name", "Calendar Trust (invented)", "uid", uid, "invented", true));
        directory.made(
                "/v1/affiliations",
                Map.of("organisationId", school, "toId", trust, "kind", "TRUST", "startsOn", "2024-09-01"));
    }

    private String head() {
        return directory.token("head", "urn:" + urn, "school-lead");
    }

    private String trustTeam() {
        return directory.token("team", "uid:" + uid, "trust-team");
    }

    private ValidatableResponse set(String token, UUID organisation, List<?> terms, List<?> daysOff) {
        return directory
                .post(
                        token,
                        "/v1/calendars",
                        Map.of(
                                "organisationId",
                                organisation,
                                "academicYear",
                                "2025/26",
                                "terms",
                                terms,
                                "daysOff",
                                daysOff))
                .then();
    }

    private ValidatableResponse inForce(String query) {
        return given().auth()
                .oauth2(head())
                .get("/v1/calendars/in-force?organisationId=" + school + query)
                .then();
    }

    @Test
    void inheritsTermsFromTheTrustAndAddsTheSchoolsOwnDaysOff() {
        inForce("&on=2025-09-03")
                .statusCode(200)
                .body("typical", equalTo(true))
                .body("schoolDay", equalTo(true))
                .body("calendars", hasSize(0));
        set(trustTeam(), trust, TERMS, List.of()).statusCode(201);
        set(
                        head(),
                        school,
                        List.of(),
                        List.of(Map.of("startsOn", "2025-09-08", "endsOn", "2025-09-09", "kind", "INSET")))
                .statusCode(201);

        inForce("&on=2025-09-03&to=2025-09-12")
                .statusCode(200)
                .body("typical", equalTo(false))
                .body("schoolDay", equalTo(false))
                .body("term", nullValue())
                .body("lastTerm.term", equalTo("SUMMER"))
                .body("nextSchoolDay", equalTo("2025-09-09"))
                .body("schoolDays", equalTo(3))
                .body("calendars.organisation.id", contains(school.toString(), trust.toString()));
        inForce("&on=2025-11-04").body("term.term", equalTo("AUTUMN")).body("half.half", equalTo(2));
    }

    @Test
    void letsTrustsAndSchoolsSetTheirOwnAndNoOthers() {
        set(head(), trust, TERMS, List.of()).statusCode(403);
        set(directory.token("other", "urn:900001", "school-lead"), school, TERMS, List.of())
                .statusCode(403);
        set(directory.staffAt("urn:" + urn), school, TERMS, List.of()).statusCode(403);
        set(trustTeam(), school, TERMS, List.of()).statusCode(201);
        set(trustTeam(), school, TERMS, List.of()).statusCode(409).body("code", equalTo("one-calendar-a-year"));
    }

    @Test
    void refusesDatesThatMakeNoYear() {
        set(trustTeam(), trust, TERMS.reversed(), List.of())
                .statusCode(409)
                .body("code", equalTo("calendar-out-of-order"));
        inForce("&to=2044-01-01&on=yesterday&colour=blue")
                .statusCode(400)
                .body("violations.path", contains("on", "colour"));
    }

    @Test
    void changesByPatchAndTellsTheOthers() {
        var id = set(trustTeam(), trust, TERMS, List.of()).extract().<String>path("id");
        var tag = given().auth().oauth2(trustTeam()).get("/v1/calendars/" + id).header("ETag");
        given().auth()
                .oauth2(trustTeam())
                .contentType("application/merge-patch+json")
                .header("If-Match", tag)
                .body("""
                        {"daysOff": [{"startsOn": "2026-03-02", "endsOn": "2026-03-03", "kind": "CLOSURE", "note": "Snow"}]}""")
                .patch("/v1/calendars/" + id)
                .then()
                .statusCode(200)
                .body("version", equalTo(1))
                .body("terms", hasSize(3))
                .body("daysOff[0].note", equalTo("Snow"));

        inForce("&on=2026-03-02").body("schoolDay", equalTo(false)).body("nextSchoolDay", equalTo("2026-03-03"));
        try (var events = new Events(kafka.bootstrapServers())) {
            var told = events.await(
                    "trellis.alliance.events",
                    2,
                    Duration.ofSeconds(30),
                    event -> event.subject().equals(UUID.fromString(id)));
            assertTrue(told.getLast().state().contains("Snow"));
        }
    }
}
