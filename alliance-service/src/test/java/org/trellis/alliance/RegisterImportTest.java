package org.trellis.alliance;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.trellis.embedded.SuiteResource;
import org.trellis.identity.Writer;

/** One register, told in the order in which its files come: each test goes on where the one before it ended. */
@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "alliance"))
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class RegisterImportTest {
    private static final RegisterExtracts REGISTER = new RegisterExtracts(200_000, 2_000, 50);
    private static final int GROUPS = 40;

    private final Directory directory = new Directory();

    @Inject
    Writer writer;

    private ValidatableResponse send(String token, String query, byte[] file) {
        return given().auth()
                .oauth2(token)
                .contentType("text/csv")
                .body(file)
                .post("/v1/register-imports?" + query)
                .then();
    }

    private ValidatableResponse take(String query, byte[] file) {
        String at =
                send(directory.admin(), query, file).statusCode(202).extract().header("Location");
        Awaitility.await()
                .atMost(Duration.ofSeconds(90))
                .until(() -> read(at).statusCode(200).extract().path("finishedAt") != null);
        return read(at);
    }

    private ValidatableResponse read(String path) {
        return given().auth().oauth2(directory.admin()).get(path).then();
    }

    private ValidatableResponse school(int n, String more) {
        return read("/v1/organisations/urn:" + REGISTER.urn(n) + more);
    }

    private ValidatableResponse diocesesOf(int n) {
        return read("/v1/affiliations?kind=DIOCESE&organisationId=urn:" + REGISTER.urn(n));
    }

    private long told() {
        return writer.one(Long.class, "select count(*) from history", Map.of()).orElseThrow();
    }

    @Test
    @Order(1)
    void triesAFileAndKeepsNothingOfIt() {
        long before = told();

        take("kind=ESTABLISHMENTS&dryRun=true", REGISTER.establishments("10-01-2025", ""))
                .body("state", equalTo("DONE"))
                .body("dryRun", equalTo(true))
                .body("outcome.created", equalTo(2_000))
                .body("causes", hasSize(5));

        school(0, "").statusCode(404);
        assertEquals(before, told());
    }

    @Test
    @Order(2)
    void takesInTheGoodRowsAndNamesFiveCausesForTheRest() {
        var view = take("kind=ESTABLISHMENTS", REGISTER.establishments("10-01-2025", ""))
                .body("state", equalTo("DONE"))
                .body("outcome.created", equalTo(2_000))
                .body("outcome.refused", equalTo(50))
                .body("progress.read", equalTo(2_020))
                .body("causes", hasSize(5))
                .body("causes.rows", contains(10, 10, 10, 10, 10))
                .body("causes.find { it.code == 'unknown-local-authority' }.subject", equalTo("998"));

        String refused = view.extract().path("refusedRows");
        given().auth()
                .oauth2(directory.admin())
                .accept("text/csv")
                .get(refused)
                .then()
                .statusCode(200)
                .body(startsWith("line,faults,URN,"), containsString("NumberOfPupils must be a whole number"));
        read(refused.replace("/refused-rows", "")).body("finishedAt", notNullValue());
        given().auth()
                .oauth2(directory.token("another-admin", "platform", "platform-admin"))
                .get(refused.replace("/refused-rows", ""))
                .then()
                .statusCode(404);
    }

    @Test
    @Order(3)
    void keepsWhatTheRegisterSays() {
        school(20, "")
                .statusCode(200)
                .body("name", equalTo("School of St Andr\u00e9, \"No. 20\" (invented)"))
                .body("setting", equalTo("SPECIAL"))
                .body("phase", equalTo("NOT_APPLICABLE"))
                .body("type", equalTo("ACADEMY_SPECIAL_CONVERTER"))
                .body("laestab", equalTo("2041020"))
                .body("county", nullValue())
                .body("urbanRural", equalTo("RURAL"))
                .body("opensOn", equalTo("2011-09-01"))
                .body("localAuthority.name", equalTo("Hackney"))
                .body("warnings", empty());
        school(19, "")
                .body("status", equalTo("CLOSED"))
                .body("closesOn", equalTo("2024-09-01"))
                .body("localAuthority", nullValue());
        school(19, "?asOf=2024-08-31").body("status", equalTo("OPEN")).body("localAuthority.name", equalTo("Hackney"));
        read("/v1/organisations/diocese:CE99").body("kind", equalTo("DIOCESE"));
        diocesesOf(20)
                .body("items.to.name", contains("Diocese of Wrenfield (invented)"))
                .body("items.startsOn", contains("2011-09-01"));
        diocesesOf(21).body("items", empty());
    }

    @Test
    @Order(4)
    void changesNothingAndTellsNothingWhereTheSameFileComesAgain() {
        long before = told();

        take("kind=ESTABLISHMENTS", REGISTER.establishments("10-01-2025", " of an older file"))
                .body("outcome.created", equalTo(0))
                .body("outcome.changed", equalTo(0))
                .body("outcome.unchanged", equalTo(2_000));
        take("kind=ESTABLISHMENTS", REGISTER.establishments("11-01-2025", "")).body("outcome.changed", equalTo(0));

        assertEquals(before, told());
    }

    @Test
    @Order(5)
    void describesASchoolAnewFromTheDayOfTheRegistersChange() {
        take("kind=ESTABLISHMENTS", REGISTER.establishments("15-03-2025", " renamed"))
                .body("outcome.changed", equalTo(2_000));

        school(3, "").body("name", containsString("renamed")).header("ETag", startsWith("\"1-"));
        school(3, "?asOf=2025-03-14").body("name", equalTo("School of St Andr\u00e9, \"No. 3\" (invented)"));
        school(3, "/history")
                .body("[1].reason", startsWith("import "))
                .body("[1].by.subject", equalTo("platform-admin"));
    }

    @Test
    @Order(6)
    void proposesSuccessorsUntilTheLinksSayWhatTheyAre() {
        var proposal = directory.made(
                "/v1/organisations",
                Map.of(
                        "kind", "SCHOOL",
                        "name", "Academy in place of No. 39 (invented)",
                        "urn", directory.nextUrn(),
                        "laestab", "8731039",
                        "opensOn", "2024-09-01"));
        take("kind=ESTABLISHMENTS", REGISTER.establishments("15-03-2025", ""));

        UUID id = UUID.fromString(school(39, "/links")
                .body("items.successor.id", contains(proposal.toString()))
                .body("items.status", contains("PROPOSED"))
                .extract()
                .path("items[0].id"));
        directory
                .post(directory.admin(), "/v1/organisation-links/" + id + "/transitions", Map.of("action", "confirm"))
                .then()
                .statusCode(200)
                .body("status", equalTo("CONFIRMED"));
        school(39, "/history").body("[-1].changes.path", contains("/successorIds"));
    }

    @Test
    @Order(7)
    void takesInLinksOnceFromBothEnds() {
        take("kind=ESTABLISHMENT_LINKS", REGISTER.links())
                .body("state", equalTo("DONE"))
                .body("outcome.created", equalTo(199))
                .body("outcome.unchanged", equalTo(199));
        long before = told();
        take("kind=ESTABLISHMENT_LINKS", REGISTER.links()).body("outcome.created", equalTo(0));

        assertEquals(before, told());
        school(10, "/links").body("items.predecessor.name", contains(containsString("No. 9")));
        school(10, "/links").body("items.kind", contains("MERGER"));
    }

    @Test
    @Order(8)
    void tiesSchoolsToTheirTrustsSinceTheDayOnWhichTheyJoined() {
        take("kind=GROUPS", REGISTER.groups(GROUPS)).body("outcome.created", equalTo(GROUPS));
        take("kind=GROUP_LINKS", REGISTER.groupLinks(GROUPS, "01-09-2015", 0)).body("outcome.created", equalTo(1_000));
        take("kind=GROUP_LINKS", REGISTER.groupLinks(GROUPS, "01-09-2025", 1)).body("outcome.created", equalTo(1_000));
        long before = told();
        take("kind=GROUPS", REGISTER.groups(GROUPS)).body("outcome.unchanged", equalTo(GROUPS));
        take("kind=GROUP_LINKS", REGISTER.groupLinks(GROUPS, "01-09-2025", 1))
                .body("outcome.unchanged", equalTo(1_000));

        assertEquals(before, told());
        school(0, "?asOf=2025-08-31").body("trust.name", equalTo("Trust 0 (invented)"));
        school(0, "?asOf=2025-09-01").body("trust.name", equalTo("Trust 1 (invented)"));
        read("/v1/organisations/uid:" + REGISTER.uid(0)).body("companyNumber", equalTo("07654321"));
    }

    @Test
    @Order(9)
    void refusesTheWholeFileWhereAllOrNothingIsAskedFor() {
        take("kind=ESTABLISHMENTS&mode=ALL_OR_NOTHING", REGISTER.establishments("20-03-2025", " not to be"))
                .body("state", equalTo("REFUSED"))
                .body("outcome.changed", equalTo(0));

        school(3, "").body("name", containsString("renamed"));
    }

    @Test
    @Order(10)
    void takesFilesFromThePlatformAlone() {
        send(directory.token("a-team", "uid:90001", "trust-team"), "kind=GROUPS", REGISTER.groups(1))
                .statusCode(403);
        send(directory.admin(), "kind=PALACES", REGISTER.groups(1)).statusCode(400);
        send(directory.admin(), "dryRun=true", REGISTER.groups(1))
                .statusCode(400)
                .body("violations.path", contains("kind"));
        given().auth()
                .oauth2(directory.admin())
                .contentType("application/json")
                .body("{}")
                .post("/v1/register-imports?kind=GROUPS")
                .then()
                .statusCode(415);
    }

    @Test
    @Order(11)
    void endsTheTiesThatACompleteFileDoesNotNameOnceItWasTried() {
        byte[] half = new RegisterExtracts(200_000, 1_000, 0).groupLinks(GROUPS, "01-09-2025", 1);
        var query = "kind=GROUP_LINKS&complete=true";
        send(directory.admin(), query, half).statusCode(409).body("code", equalTo("dry-run-first"));
        send(directory.admin(), query + "&mode=BEST_EFFORT", half)
                .statusCode(400)
                .body("violations.path", contains("mode"));
        send(directory.admin(), "kind=GROUPS&complete=true", REGISTER.groups(1))
                .statusCode(400)
                .body("violations.path", contains("complete"));

        int ended = take(query + "&dryRun=true", half)
                .body("outcome.unchanged", equalTo(500))
                .extract()
                .path("outcome.changed");
        school(1_500, "").body("trust.name", equalTo("Trust 21 (invented)"));
        take(query, half).body("state", equalTo("DONE")).body("outcome.changed", equalTo(ended));

        school(998, "").body("trust.name", equalTo("Trust 39 (invented)"));
        school(1_500, "").body("trust", nullValue());
        school(1_500, "?asOf=" + Today.inEngland().minusDays(1)).body("trust.name", equalTo("Trust 21 (invented)"));
        assertEquals(500, writer.one(Integer.class, """
                        select count(*) from affiliation f join organisation g on g.id = f.to_id
                        join organisation o on o.id = f.organisation_id where f.kind = 'TRUST'
                          and f.ends_on is null and f.starts_on <= today() and not g.invented and not o.invented
                        """, Map.of()).orElseThrow());
        take(query + "&dryRun=true", half).body("outcome.changed", equalTo(0));
    }

    /** School 20, with nothing in the columns that are not given but must be there. */
    private ValidatableResponse described(List<String> missing, String header, String changed, String cells) {
        var empty = Stream.of(
                        "EstablishmentNumber",
                        "OpenDate",
                        "CloseDate",
                        "PhaseOfEducation (name)",
                        "NumberOfPupils",
                        "PercentageFSM",
                        "UKPRN",
                        "Street",
                        "Locality",
                        "Town",
                        "County (name)",
                        "Postcode",
                        "UrbanRural (name)",
                        "Easting",
                        "Northing")
                .filter(column -> !missing.contains(column))
                .toList();
        var file =
                "URN,LA (code),EstablishmentName,TypeOfEstablishment (name),EstablishmentStatus (name),LastChangedDate,"
                        + String.join(",", empty) + header
                        + "\n%d,204,School 20 (invented),Academy special converter,Open,%s%s%s\n"
                                .formatted(REGISTER.urn(20), changed, ",".repeat(empty.size()), cells);
        return take("kind=ESTABLISHMENTS", file.getBytes(StandardCharsets.UTF_8));
    }

    private void describe(String header, String changed, String cells) {
        described(List.of(), header, changed, cells).body("outcome.refused", equalTo(0));
    }

    @Test
    @Order(13)
    void emptiesNothingForAColumnThatAFileDoesNotHave() {
        described(List.of("Postcode", "UKPRN"), "", "05-04-2025", "")
                .body("state", equalTo("REFUSED"))
                .body("causes.column", containsInAnyOrder("Postcode", "UKPRN"))
                .body("causes.code", everyItem(equalTo("missing-column")));
        school(21, "").body("postcode", notNullValue());
    }

    @Test
    @Order(12)
    void tiesASchoolToTheDioceseThatItGoesTo() {
        var columns = ",Diocese (code),Diocese (name)";
        describe(columns, "01-04-2025", ",RC98,Diocese of Elmham (invented)");
        describe("", "02-04-2025", "");
        describe(columns, "03-04-2025", ",,");

        diocesesOf(20)
                .body("items.to.name", contains("Diocese of Wrenfield (invented)", "Diocese of Elmham (invented)"))
                .body("items.endsOn", contains(equalTo("2025-04-01"), nullValue()));
        describe(columns, "04-04-2025", ",0000,Not applicable");
        diocesesOf(20).body("items.endsOn", contains("2025-04-01", "2025-04-04"));
    }
}
