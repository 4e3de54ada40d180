package org.trellis.alliance;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "alliance"))
class ProtocolTest {
    private final Directory directory = new Directory();
    private UUID alliance;
    private String lead;

    @BeforeEach
    void formAnAlliance() {
        var school = directory.school(directory.nextUrn(), "Protocol School (invented)");
        alliance = directory.alliance(school);
        lead = directory.allianceLead(alliance, school);
    }

    @Test
    void keepsEveryVersionOfWhatMustBeMet() {
        agree("JOINING", "2025-01-01", List.of(Map.of("code", "HEAD_AGREES", "wording", "The head agrees")))
                .statusCode(201)
                .body("version", equalTo(1));
        agree("JOINING", "2025-09-01", List.of()).statusCode(201).body("version", equalTo(2));
        agree("LEAVING", "2025-01-01", List.of(Map.of("code", "A_TERMS_NOTICE", "wording", "A term's notice")))
                .statusCode(201)
                .body("version", equalTo(1));

        inForce("?kind=JOINING").body("items.version", contains(1, 2));
        inForce("?kind=JOINING&asOf=2025-08-31")
                .body("items.version", contains(1))
                .body("items[0].requirements.code", contains("HEAD_AGREES"));
        inForce("?kind=JOINING&asOf=2025-09-01").body("items.version", contains(2));
    }

    @Test
    void letsInOnlyWhoMeetsWhatTheProtocolOfThatDayAsksFor() {
        agree(
                        "JOINING",
                        "2025-01-01",
                        List.of(
                                Map.of("code", "HEAD_AGREES", "wording", "The head agrees"),
                                Map.of("code", "A_VISIT", "wording", "A visit was made")))
                .statusCode(201);

        join("2024-12-31", List.of()).statusCode(201).body("joinedUnder", nullValue());
        join("2025-01-01", List.of("HEAD_AGREES"))
                .statusCode(409)
                .body("code", equalTo("protocol-not-met"))
                .body("detail", containsString("A visit was made"));
        join("2025-01-01", List.of("HEAD_AGREES", "A_VISIT")).statusCode(201).body("joinedUnder", equalTo(1));
        join("2025-01-01", List.of("HEAD_AGREES", "A_VISIT", "A_GIFT"))
                .statusCode(409)
                .body("code", equalTo("protocol-asks-no-such-thing"));
    }

    @Test
    void letsGoWithoutNoticeOnlyASchoolThatCloses() {
        agree("LEAVING", "2025-01-01", List.of(Map.of("code", "A_TERMS_NOTICE", "wording", "A term's notice")))
                .statusCode(201);
        var one = join("2024-09-01", List.of()).extract().<String>path("id");
        var other = join("2024-09-01", List.of()).extract().<String>path("id");

        leave(one, Map.of("endsOn", "2025-09-01", "reason", "STAFFING"))
                .statusCode(409)
                .body("code", equalTo("protocol-not-met"));
        leave(one, Map.of("endsOn", "2025-09-01", "reason", "STAFFING", "met", List.of("A_TERMS_NOTICE")))
                .statusCode(200)
                .body("leftUnder", equalTo(1));
        leave(other, Map.of("endsOn", "2025-09-01", "reason", "CLOSED_OR_MERGED"))
                .statusCode(200)
                .body("leftUnder", nullValue());
    }

    @Test
    void refusesRequirementsThatCannotBeToldApart() {
        var twice = Map.of("code", "HEAD_AGREES", "wording", "The head agrees");
        agree("JOINING", "2025-01-01", List.of(twice, twice, Map.of("code", "lower", "wording", " ")))
                .statusCode(400)
                .body("violations.size()", equalTo(3));
    }

    private ValidatableResponse agree(String kind, String from, List<?> requirements) {
        return directory
                .post(
                        lead,
                        "/v1/alliances/" + alliance + "/protocols",
                        Map.of("kind", kind, "validFrom", from, "requirements", requirements))
                .then();
    }

    private ValidatableResponse inForce(String query) {
        return directory
                .get(lead, "/v1/alliances/" + alliance + "/protocols" + query)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse join(String day, List<String> met) {
        var school = directory.school(directory.nextUrn(), "Joining School (invented)");
        return directory
                .post(
                        lead,
                        "/v1/memberships",
                        Map.of(
                                "allianceId", alliance,
                                "organisationId", school,
                                "role", "MEMBER",
                                "startsOn", day,
                                "met", met))
                .then();
    }

    private ValidatableResponse leave(String membership, Map<String, ?> body) {
        return directory
                .post(lead, "/v1/memberships/" + membership + "/end", body)
                .then();
    }
}
