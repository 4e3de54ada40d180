package org.trellis.alliance;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellis.embedded.SuiteResource;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "alliance"))
class OrganisationTest {
    private final Directory directory = new Directory();

    private String register(String urn, String name, Map<String, ?> more) {
        var body = new HashMap<String, Object>(Map.of("kind", "SCHOOL", "name", name, "urn", urn, "invented", true));
        body.putAll(more);
        return directory.made("/v1/organisations", body).toString();
    }

    private ValidatableResponse read(String path) {
        return given().auth()
                .oauth2(directory.staffAt("urn:900001"))
                .get("/v1/organisations" + path)
                .then();
    }

    private ValidatableResponse patch(String key, String query, String body) {
        var tag = given().auth()
                .oauth2(directory.admin())
                .get("/v1/organisations/" + key)
                .header("ETag");
        return given().auth()
                .oauth2(directory.admin())
                .contentType("application/merge-patch+json")
                .header("If-Match", tag)
                .body(body)
                .patch("/v1/organisations/" + key + query)
                .then();
    }

    @Test
    void keepsWhatTheRegistersSay() {
        var urn = directory.nextUrn();
        register(
                urn,
                "Rowan School (invented)",
                Map.of(
                        "laestab", "873/4321",
                        "ukprn", "10099123",
                        "phase", "NOT_APPLICABLE",
                        "setting", "SPECIAL",
                        "postcode", "ct91aa",
                        "roll", 240,
                        "freeMealsShare", 31.25,
                        "urbanRural", "RURAL",
                        "easting", 635_000,
                        "opensOn", "2010-09-01"));

        read("/urn:" + urn)
                .statusCode(200)
                .body("laestab", equalTo("8734321"))
                .body("postcode", equalTo("CT9 1AA"))
                .body("setting", equalTo("SPECIAL"))
                .body("freeMealsShare", equalTo(31.2f))
                .body("status", equalTo("OPEN"))
                .body("warnings", empty());
    }

    @Test
    void isKnownByTheNumberThatItHasAsAProvider() {
        var closed = register(
                directory.nextUrn(),
                "Predecessor School (invented)",
                Map.of("ukprn", "10099200", "opensOn", "2001-09-01", "closesOn", "2020-09-01"));
        read("/ukprn:10099200").statusCode(200).body("id", equalTo(closed.toString()));
        var open = register(directory.nextUrn(), "Successor School (invented)", Map.of("ukprn", "10099200"));
        read("/ukprn:10099200").statusCode(200).body("id", equalTo(open.toString()));

        register(directory.nextUrn(), "Another of that number (invented)", Map.of("ukprn", "10099200"));
        read("/ukprn:10099200").statusCode(404);
        read("/ukprn:1009920x").statusCode(404);
    }

    @Test
    void warnsOfWhatOnlyBreaksAConvention() {
        var id = register(
                "1" + directory.nextUrn().substring(2),
                "Odd Numbers School (invented)",
                Map.of("ukprn", "90000000", "postcode", "NOWHERE"));

        read("/" + id).statusCode(200).body("warnings.path", contains("$.urn", "$.ukprn", "$.postcode"));
    }

    @Test
    void refusesWhatIsNoIdentifierOfThatRegister() {
        directory
                .post(
                        directory.admin(),
                        "/v1/organisations",
                        Map.of("kind", "TRUST", "name", "A trust", "uid", "1234567", "groupId", "T1", "ukprn", "12"))
                .then()
                .statusCode(400)
                .body("violations.path", containsInAnyOrder("$.uid", "$.groupId", "$.ukprn"));
    }

    @Test
    void answersEachDayWithTheDescriptionOfThatDay() {
        var key = "urn:" + directory.nextUrn();
        register(key.substring(4), "Old Name School (invented)", Map.of("roll", 100));
        patch(key, "?effectiveOn=2024-01-15", "{\"name\": \"New Name School (invented)\", \"roll\": 200}")
                .statusCode(200);
        patch(key, "?effectiveOn=2025-03-01", "{\"roll\": 300}").statusCode(200);

        read("/" + key + "?asOf=2024-01-14")
                .statusCode(200)
                .body("name", equalTo("Old Name School (invented)"))
                .body("roll", equalTo(100))
                .body("describedFrom", nullValue())
                .body("describedUntil", equalTo("2024-01-15"));
        read("/" + key + "?asOf=2024-01-15")
                .body("name", equalTo("New Name School (invented)"))
                .body("roll", equalTo(200));
        read("/" + key + "?asOf=2025-02-28").body("roll", equalTo(200));
        read("/" + key + "?asOf=2025-03-01").body("roll", equalTo(300));
        read("/" + key)
                .header("ETag", startsWith("\"2-"))
                .body("roll", equalTo(300))
                .body("describedUntil", nullValue());
        read("?asOf=2024-01-14&q=" + key.substring(4)).body("items.name", contains("Old Name School (invented)"));
        read("?q=" + key.substring(4)).body("items.name", contains("New Name School (invented)"));
    }

    @Test
    void correctsOnTheSameDayAndRefusesADayToCome() {
        var key = "urn:" + directory.nextUrn();
        register(key.substring(4), "Corrected School (invented)", Map.of());
        patch(key, "?effectiveOn=2025-03-01", "{\"roll\": 300}").statusCode(200);
        patch(key, "?effectiveOn=2025-03-01", "{\"roll\": 310}").statusCode(200);

        read("/" + key + "?asOf=2025-02-28").body("roll", nullValue());
        read("/" + key + "?asOf=2025-03-01").body("roll", equalTo(310));
        patch(key, "?effectiveOn=2999-01-01", "{\"roll\": 290}")
                .statusCode(400)
                .body("violations.path", contains("effectiveOn"));
    }

    @Test
    void takesAPatchThatChangesNothingForNoChange() {
        var key = "urn:" + directory.nextUrn();
        register(key.substring(4), "Still School (invented)", Map.of("roll", 80));

        patch(key, "", "{\"roll\": 80}").statusCode(200).header("ETag", startsWith("\"0-"));
    }

    @Test
    void closesASchoolAndLinksItsSuccessors() {
        var old = directory.school(directory.nextUrn(), "Closing School (invented)");
        var first = directory.school(directory.nextUrn(), "First Successor School (invented)");
        var second = directory.school(directory.nextUrn(), "Second Successor School (invented)");
        patch(old.toString(), "?effectiveOn=2025-09-01", "{\"status\": \"CLOSED\"}")
                .statusCode(400);
        patch(old.toString(), "?effectiveOn=2025-09-01", "{\"status\": \"CLOSED\", \"closesOn\": \"2025-09-01\"}")
                .statusCode(200)
                .body("status", equalTo("CLOSED"));
        link(old, first).statusCode(201).body("status", equalTo("CONFIRMED"));
        link(old, second).statusCode(201);

        read("/" + old + "?asOf=2025-08-31").body("status", equalTo("OPEN"));
        read("/" + old + "/links").body("items.successor.id", containsInAnyOrder(first.toString(), second.toString()));
        read("/" + second + "/links").body("items.predecessor.name", contains("Closing School (invented)"));
        read("/" + old + "/history")
                .body("type", hasItem("trellis.alliance.organisation-closed.v1"))
                .body("[-1].changes.path", contains("/successorIds"));
        link(first, old).statusCode(409).body("code", equalTo("organisations-linked-already"));
        link(old, old).statusCode(409).body("code", equalTo("organisation-succeeds-another"));
    }

    private ValidatableResponse link(UUID predecessor, UUID successor) {
        return directory
                .post(
                        directory.admin(),
                        "/v1/organisation-links",
                        Map.of("predecessorId", predecessor, "successorId", successor, "kind", "SPLIT"))
                .then();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hawthorn lane", "LANE hawth", "QX7 1ZZ", "qx71zz", "wrenfield", "%URN%"})
    void findsASchoolByNameTownPostcodeAndUrn(String q) {
        var urn = directory.nextUrn();
        var id = register(
                urn,
                "Hawthorn Lane School (invented)",
                Map.of("town", "Wrenfield", "postcode", "QX7 1ZZ", "phase", "PRIMARY", "setting", "PRIMARY"));

        given().auth()
                .oauth2(directory.staffAt("urn:900001"))
                .queryParam("q", q.replace("%URN%", urn))
                .queryParam("setting", "PRIMARY")
                .queryParam("status", "OPEN")
                .queryParam("limit", 200)
                .get("/v1/organisations")
                .then()
                .statusCode(200)
                .body("items.id", hasItem(id));
    }

    @Test
    void listsTheSchoolsOfATrustAndOfALocalAuthorityOnADay() {
        var school = directory.school(directory.nextUrn(), "Affiliated School (invented)");
        var uid = directory.nextUrn();
        var trust = directory.made(
                "/v1/organisations",
                Map.of("kind", "TRUST", "name", "Filter Trust (invented)", "uid", uid, "invented", true));
        directory.made(
                "/v1/affiliations",
                Map.of("organisationId", school, "toId", trust, "kind", "TRUST", "startsOn", "2024-09-01"));

        read("?trust=uid:" + uid)
                .body("items.id", contains(school.toString()))
                .body("items[0].trust.name", equalTo("Filter Trust (invented)"));
        read("?trust=" + trust + "&asOf=2024-08-31").statusCode(200).body("items", empty());
        read("?trust=uid:0").statusCode(400).body("violations.path", contains("trust"));
        read("?laCode=999").statusCode(400).body("violations", hasSize(1));
    }
}
