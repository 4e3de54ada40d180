package org.trellis.alliance;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;

/** What was said of days that are past, and was wrong. */
@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "alliance"))
class CorrectionTest {
    private final Directory directory = new Directory();
    private UUID school;

    /** Described three times: as it was registered, from 2024-01-15 on, and from 2025-03-01 on. */
    @BeforeEach
    void aSchoolWithAPast() {
        school = directory.school(directory.nextUrn(), "First Name School (invented)");
        patch("?effectiveOn=2024-01-15", null, "{\"name\": \"Wrogn Name School (invented)\", \"roll\": 200}")
                .statusCode(200);
        patch("?effectiveOn=2025-03-01", null, "{\"name\": \"Third Name School (invented)\"}")
                .statusCode(200);
    }

    private ValidatableResponse patch(String query, String reason, String body) {
        return patch("/v1/organisations/" + school, query, reason, body);
    }

    private ValidatableResponse patch(String path, String query, String reason, String body) {
        var request = given().auth()
                .oauth2(directory.admin())
                .contentType("application/merge-patch+json")
                .header("If-Match", directory.get(directory.admin(), path).header("ETag"))
                .body(body);
        return (reason == null ? request : request.header("X-Reason", reason))
                .patch(path + query)
                .then();
    }

    private ValidatableResponse read(String more) {
        return directory
                .get(directory.admin(), "/v1/organisations/" + school + more)
                .then()
                .statusCode(200);
    }

    @Test
    void correctsADescriptionForAllDaysOnWhichItHeld() {
        patch("?correctsOn=2024-06-01", "misspelt when it was entered", "{\"name\": \"Second Name School (invented)\"}")
                .statusCode(200)
                .body("name", equalTo("Third Name School (invented)"))
                .header("ETag", startsWith("\"3-"));

        read("?asOf=2024-01-14").body("name", equalTo("First Name School (invented)"));
        read("?asOf=2024-01-15")
                .body("name", equalTo("Second Name School (invented)"))
                .body("roll", equalTo(200));
        read("?asOf=2025-02-28").body("name", equalTo("Second Name School (invented)"));
        read("?asOf=2025-03-01").body("name", equalTo("Third Name School (invented)"));
        directory
                .get(directory.admin(), "/v1/organisations?asOf=2024-06-01&q=second name school")
                .then()
                .body("items.id", contains(school.toString()));
        read("/history")
                .body("[-1].type", equalTo("trellis.alliance.organisation-corrected.v1"))
                .body("[-1].reason", equalTo("misspelt when it was entered"))
                .body("[-1].changes.path", contains("/correction"))
                .body("[-1].changes.to[0].from", equalTo("2024-01-15"))
                .body("[-1].changes.to[0].until", equalTo("2025-03-01"))
                .body("[-1].changes.to[0].before.name", equalTo("Wrogn Name School (invented)"))
                .body("[-1].changes.to[0].after.name", equalTo("Second Name School (invented)"));
    }

    @Test
    void correctsTheFirstAndTheLastDescription() {
        patch("?correctsOn=1999-01-01", "found in the log book", "{\"roll\": 90}")
                .statusCode(200);
        patch("?correctsOn=2025-03-02", "counted again", "{\"roll\": 210}")
                .statusCode(200)
                .body("roll", equalTo(210))
                .body("describedFrom", equalTo("2025-03-01"));

        read("?asOf=1999-01-01").body("roll", equalTo(90)).body("describedFrom", nullValue());
        read("?asOf=2024-01-15").body("roll", equalTo(200));
        read("/history").body("[-1].changes.path", hasItems("/roll", "/correction/from"));
    }

    @Test
    void entersLateWhatChangedBetweenTwoDescriptions() {
        patch("?effectiveOn=2024-09-01", "the census came late", "{\"roll\": 220}")
                .statusCode(200)
                .body("roll", equalTo(200));

        read("?asOf=2024-08-31").body("roll", equalTo(200)).body("describedUntil", equalTo("2024-09-01"));
        read("?asOf=2024-09-01")
                .body("roll", equalTo(220))
                .body("describedFrom", equalTo("2024-09-01"))
                .body("describedUntil", equalTo("2025-03-01"));
        read("?asOf=2025-03-01").body("roll", equalTo(200));
    }

    @Test
    void takesNoCorrectionWithoutAReasonNorOneThatContradictsItself() {
        patch("?correctsOn=2024-06-01", null, "{\"roll\": 1}")
                .statusCode(400)
                .body("violations.path", contains("X-Reason"));
        patch("?effectiveOn=2024-06-01", " ", "{\"roll\": 1}")
                .statusCode(400)
                .body("violations.path", contains("X-Reason"));
        patch("?correctsOn=2024-06-01&effectiveOn=2024-06-01", "both", "{\"roll\": 1}")
                .statusCode(400)
                .body("violations.path", contains("correctsOn"));
        patch("?correctsOn=2024-06-01", "closed then", "{\"status\": \"CLOSED\", \"closesOn\": \"2024-09-01\"}")
                .statusCode(400)
                .body("violations.path", contains("$.closesOn"));

        read("").header("ETag", startsWith("\"2-"));
    }

    @Test
    void correctsATie() {
        var first = trust();
        var second = trust();
        var tie = "/v1/affiliations/"
                + directory.made(
                        "/v1/affiliations",
                        Map.of("organisationId", school, "toId", first, "kind", "TRUST", "startsOn", "2023-09-01"));
        directory
                .post(directory.admin(), tie + "/end", Map.of("endsOn", "2024-09-01"))
                .then()
                .statusCode(200);
        directory.made(
                "/v1/affiliations",
                Map.of("organisationId", school, "toId", second, "kind", "TRUST", "startsOn", "2025-01-01"));

        patch(tie, "", null, "{\"endsOn\": \"2025-01-01\"}")
                .statusCode(400)
                .body("violations.path", contains("X-Reason"));
        patch(tie, "", "it left in January", "{\"endsOn\": \"2025-01-02\"}")
                .statusCode(409)
                .body("code", equalTo("one-affiliation-of-a-kind-at-a-time"));
        patch(tie, "", "it is none", "{\"toId\": \"%s\"}".formatted(school))
                .statusCode(400)
                .body("violations.path", contains("$.toId"));
        patch(tie, "", "backwards", "{\"endsOn\": \"2023-08-31\"}").statusCode(400);
        patch(tie, "", "it left in January", "{\"endsOn\": \"2025-01-01\"}")
                .statusCode(200)
                .body("endsOn", equalTo("2025-01-01"))
                .body("version", equalTo(2));

        read("?asOf=2024-12-31").body("trust.id", equalTo(first.toString()));
        directory
                .get(directory.admin(), tie + "/history")
                .then()
                .body("[-1].type", equalTo("trellis.alliance.affiliation-corrected.v1"))
                .body("[-1].reason", equalTo("it left in January"))
                .body("[-1].changes.path", contains("/endsOn"));
        patch(tie, "", "it never was", "{\"endsOn\": \"2023-09-01\"}").statusCode(200);
        read("?asOf=2024-01-01").body("trust", nullValue());
    }

    @Test
    void changesNothingWhereItWasSaidAlready() {
        patch("?correctsOn=2024-06-01", "sent twice", "{\"roll\": 200}")
                .statusCode(200)
                .header("ETag", startsWith("\"2-"));
    }

    private UUID trust() {
        return directory.made(
                "/v1/organisations",
                Map.of("kind", "TRUST", "name", "A Trust (invented)", "uid", directory.nextUrn(), "invented", true));
    }
}
