package org.trellis.alliance;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trellis.embedded.Database;
import org.trellis.embedded.Postgres;
import org.trellis.embedded.SuiteResource;
import org.trellis.embedded.Token;

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
                             + (select count(*) from designation) + (select count(*) from protocol)
                             + (select count(*) from priority) + (select count(*) from membership_act)
                             + (select count(*) from open_duties(current_date, '{HEADTEACHER}', '{RD_LEAD}'))
                             + (select count(*) from history) + (select count(*) from directory_now)
                             + (select count(*) from directory_of_days) + (select count(*) from organisation_past)
                             + (select count(*) from organisation_link) + (select count(*) from takeover)
                             + (select count(*) from import_job) + (select count(*) from authority_area)""")) {
            rows.next();
            assertEquals(0, rows.getLong(1));
        }
    }
}
