package org.trellis.alliance;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trellis.embedded.Database;
import org.trellis.embedded.Postgres;
import org.trellis.embedded.SuiteResource;
import org.trellis.embedded.Token;
import org.trellis.testing.WithoutCaller;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "alliance"))
class AccessTest {
    private final Directory directory = new Directory();

    Postgres postgres;
    Database database;

    private static Token staff() {
        return SuiteResource.issuer().token("somebody").at("urn:900001", "school-staff");
    }

    static Stream<String> tokensThatAreNone() {
        return Stream.of(
                staff().expired().signed(),
                staff().audience("another").signed(),
                staff().issuer("http://localhost/another").signed(),
                staff().signedByAnother().signed(),
                staff().unsigned().signed(),
                "not-a-token");
    }

    @ParameterizedTest
    @MethodSource("tokensThatAreNone")
    void refusesATokenThatDoesNotHold(String token) {
        given().auth().oauth2(token).get("/v1/organisations").then().statusCode(401);
    }

    /** A trust's number counts for its schools, and one that several schools have for none of them. */
    @Test
    void knowsATokensOrganisationsByTheirNumbersAsProviders() {
        var school = directory.school(directory.nextUrn(), "Provider School (invented)");
        var trust = directory.made(
                "/v1/organisations",
                Map.of(
                        "kind",
                        "TRUST",
                        "name",
                        "Provider Trust",
                        "uid",
                        directory.nextUrn(),
                        "ukprn",
                        "10099300",
                        "invented",
                        true));
        directory.made(
                "/v1/affiliations",
                Map.of("organisationId", school, "toId", trust, "kind", "TRUST", "startsOn", "2024-09-01"));
        var person = directory.person(school).toString();
        numbered(school, "10099301");

        people(school, "ukprn:10099301", "school-lead").body("items.id", contains(person));
        people(school, "ukprn:10099300", "trust-team").body("items.id", contains(person));
        people(school, "ukprn:10099302", "school-lead").body("items", empty());
        numbered(directory.school(directory.nextUrn(), "Another of that number (invented)"), "10099301");
        people(school, "ukprn:10099301", "school-lead").body("items", empty());
    }

    private void numbered(UUID school, String ukprn) {
        directory
                .patch(directory.admin(), "/v1/organisations/" + school, "{\"ukprn\": \"" + ukprn + "\"}")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse people(UUID school, String organisation, String role) {
        return directory
                .get(directory.token("provider", organisation, role), "/v1/people?homeOrganisationId={id}", school)
                .then()
                .statusCode(200);
    }

    /** The second wall: whoever forgets the caller reads nothing. */
    @Test
    void readsNoRowsWithoutACallerOnTheConnection() throws SQLException {
        AccessWorld.made();

        assertEquals(List.of(), WithoutCaller.open("alliance"));
        try (var connection = postgres.connect(database.name(), database.reader());
                var query = connection.createStatement();
                var rows = query.executeQuery(
                        "select count(*) from open_duties(current_date, '{HEADTEACHER}', '{CHAIR_OF_GOVERNORS}')")) {
            rows.next();
            assertEquals(0, rows.getLong(1));
        }
    }
}
