package org.trellis.alliance;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
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
import org.junit.jupiter.params.provider.ValueSource;
import org.trellis.embedded.Database;
import org.trellis.embedded.Postgres;
import org.trellis.embedded.SuiteResource;
import org.trellis.embedded.Token;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "alliance"))
class AccessTest {
    private static final List<String> LISTS = List.of(
            "/v1/organisations",
            "/v1/affiliations",
            "/v1/people",
            "/v1/appointments",
            "/v1/alliances",
            "/v1/memberships");

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

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/organisations",
                "/v1/affiliations",
                "/v1/people",
                "/v1/appointments",
                "/v1/alliances",
                "/v1/memberships",
                "/v1/me"
            })
    void asksForAToken(String path) {
        given().get(path)
                .then()
                .statusCode(401)
                .contentType("application/problem+json")
                .body("code", equalTo("unauthenticated"));
    }

    @Test
    void showsEmptyListsToATokenWithoutOrganisations() {
        var school = directory.school(directory.nextUrn(), "Hidden School (invented)");
        directory.alliance(school);
        var nobody = SuiteResource.issuer().token("nobody").signed();

        for (var list : LISTS) {
            given().auth().oauth2(nobody).get(list).then().statusCode(200).body("items", empty());
        }
        given().auth().oauth2(nobody).get("/v1/organisations/" + school).then().statusCode(404);
    }

    @Test
    void showsPeopleToTheirSchoolAndToLeadsOfItsAlliancesOnly() {
        var urn = directory.nextUrn();
        var school = directory.school(urn, "People School (invented)");
        var alliance = directory.alliance(school);
        var person = directory.person(school);
        var ownLead = directory.token("own-lead", "urn:" + urn, "school-lead");
        var allianceLead = directory.allianceLead(alliance, school);
        var anotherSchoolsLead = directory.token("other-lead", "urn:900001", "school-lead");

        read(ownLead, person).statusCode(200);
        read(allianceLead, person).statusCode(200);
        read(directory.admin(), person).statusCode(200);
        read(anotherSchoolsLead, person).statusCode(404);
        read(directory.staffAt("urn:" + urn), person).statusCode(404);
    }

    @Test
    void letsNobodyButThePlatformRegister() {
        for (var role : List.of("school-staff", "school-lead", "trust-team", "la-analyst", "integration")) {
            directory
                    .post(
                            directory.token("a-" + role, "urn:900001", role),
                            "/v1/organisations",
                            Map.of("kind", "OTHER", "name", "Not to be"))
                    .then()
                    .statusCode(403)
                    .body("code", equalTo("forbidden"));
        }
    }

    /** The second wall: whoever forgets the caller reads nothing. */
    @Test
    void readsNoRowsWithoutACallerOnTheConnection() throws SQLException {
        directory.school(directory.nextUrn(), "Walled School (invented)");
        try (var connection = postgres.connect(database.name(), database.reader());
                var query = connection.createStatement();
                var rows = query.executeQuery("""
                        select (select count(*) from organisation) + (select count(*) from alliance)
                             + (select count(*) from membership) + (select count(*) from person)
                             + (select count(*) from appointment) + (select count(*) from affiliation)
                             + (select count(*) from history) + (select count(*) from directory_now)
                             + (select count(*) from directory_of_days) + (select count(*) from organisation_past)
                             + (select count(*) from organisation_link) + (select count(*) from takeover)
                             + (select count(*) from import_job) + (select count(*) from authority_area)""")) {
            rows.next();
            assertEquals(0, rows.getLong(1));
        }
    }

    private ValidatableResponse read(String token, UUID person) {
        return given().auth().oauth2(token).get("/v1/people/" + person).then();
    }
}
