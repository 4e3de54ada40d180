package org.trellis.alliance;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "alliance"))
class DesignationTest {
    private final Directory directory = new Directory();
    private UUID first;
    private UUID second;
    private UUID alliance;
    private String lead;

    @BeforeEach
    void formAnAllianceOfTwo() {
        first = directory.school(directory.nextUrn(), "First Lead School (invented)");
        second = directory.school(directory.nextUrn(), "Second Lead School (invented)");
        alliance = directory.alliance(first);
        lead = directory.allianceLead(alliance, first);
        directory.member(lead, alliance, second, "2024-09-01");
    }

    @Test
    void losingItLeavesTheAllianceStandingAndAsksForASuccessor() {
        move(directory.admin(), Map.of("action", "lose-designation", "on", "2025-03-01", "reason", "HEAD_LEFT"))
                .statusCode(200)
                .body("status", equalTo("ACTIVE"))
                .body("lead.id", equalTo(first.toString()))
                .body("designated", equalTo(false))
                .body("designation.lostReason", equalTo("HEAD_LEFT"))
                .body("successorWanted", equalTo(true))
                .body("actions.action", contains("award-designation", "end"));

        read("?asOf=2025-02-28").body("designated", equalTo(true)).body("successorWanted", equalTo(false));
        directory
                .get(lead, "/v1/alliances?successorWanted=true&q=" + first)
                .then()
                .body("items.id", contains(alliance.toString()));
        directory
                .get(lead, "/v1/alliances/{id}/history", alliance)
                .then()
                .body("type", hasItem("trellis.alliance.designation-lost.v1"));
    }

    @Test
    void handsItOnFromADayOn() {
        move(lead, Map.of("action", "hand-on", "on", "2025-09-01", "organisationId", second))
                .statusCode(200)
                .body("lead.id", equalTo(second.toString()))
                .body("members", equalTo(2))
                .body("designated", equalTo(true));

        read("?asOf=2025-08-31").body("lead.id", equalTo(first.toString()));
        read("?asOf=2025-09-01").body("lead.id", equalTo(second.toString()));
        directory
                .get(lead, "/v1/alliances/{id}/designations", alliance)
                .then()
                .statusCode(200)
                .body("lead.id", contains(first.toString(), second.toString()))
                .body("startsOn", contains("2024-09-01", "2025-09-01"))
                .body("endsOn", contains(equalTo("2025-09-01"), nullValue()))
                .body("ending", contains(equalTo("HANDED_ON"), nullValue()));
        roles("2025-09-01").body("items.role", containsInAnyOrder("LEAD", "MEMBER"));
    }

    @Test
    void awardsItAgainToAnother() {
        lose("2025-03-01");
        move(
                        directory.admin(),
                        Map.of(
                                "action", "award-designation",
                                "on", "2025-09-01",
                                "organisationId", second,
                                "formerLeadLeaves", "STAFFING"))
                .statusCode(200)
                .body("designated", equalTo(true))
                .body("successorWanted", equalTo(false))
                .body("members", equalTo(1));

        directory
                .get(lead, "/v1/alliances/{id}/designations", alliance)
                .then()
                .body("startsOn", contains("2024-09-01", "2025-09-01"))
                .body("endsOn", contains(equalTo("2025-03-01"), nullValue()))
                .body("lostReason", contains(equalTo("HEAD_LEFT"), nullValue()));
        read("?asOf=2025-06-01").body("designated", equalTo(false)).body("lead.id", equalTo(first.toString()));
    }

    @Test
    void letsTheLeadGoOnlyWhereTheAllianceIsNotDesignated() {
        var leading = roles("2024-09-01").extract().<String>path("items.find { it.role == 'LEAD' }.id");
        lose("2025-03-01");

        end(leading, "2025-02-28").statusCode(409).body("code", equalTo("lead-needs-successor"));
        end(leading, "2025-03-01").statusCode(200);
        read("").body("lead.id", nullValue()).body("members", equalTo(1)).body("successorWanted", equalTo(true));
        move(directory.admin(), Map.of("action", "award-designation", "on", "2026-01-01"))
                .statusCode(409)
                .body("code", equalTo("lead-needs-successor"));
    }

    @Test
    void refusesWhatIsNotTheCallersOrNotSo() {
        Map<String, Object> lose = Map.of("action", "lose-designation", "on", "2025-03-01", "reason", "OTHER");
        move(lead, lose).statusCode(403);
        move(directory.staffAt("urn:900001"), Map.of("action", "hand-on", "on", "2025-09-01", "organisationId", second))
                .statusCode(403);
        move(directory.admin(), Map.of("action", "lose-designation", "on", "2025-03-01"))
                .statusCode(400)
                .body("violations.path", contains("$.reason"));
        move(lead, Map.of("action", "hand-on", "on", "2025-09-01", "organisationId", first))
                .statusCode(409)
                .body("code", equalTo("leads-already"));
        move(directory.admin(), Map.of("action", "award-designation", "on", "2025-03-01"))
                .statusCode(409)
                .body("code", equalTo("designated-already"));
        move(directory.admin(), lose).statusCode(200);
        move(directory.admin(), lose).statusCode(409).body("code", equalTo("not-designated"));
    }

    @Test
    void formsAnAllianceThatIsNotDesignated() {
        var cluster = directory.made(
                "/v1/alliances",
                Map.of(
                        "name",
                        "Cluster " + second,
                        "kind",
                        "GEOGRAPHICAL_CLUSTER",
                        "leadOrganisationId",
                        second,
                        "startsOn",
                        "2024-09-01",
                        "designated",
                        false,
                        "region",
                        "LONDON",
                        "cohort",
                        "2",
                        "values",
                        new String[] {"Openness"}));
        directory
                .get(lead, "/v1/alliances/{id}", cluster)
                .then()
                .body("designated", equalTo(false))
                .body("successorWanted", equalTo(false))
                .body("designation.awardedOn", nullValue())
                .body("region", equalTo("LONDON"))
                .body("values", contains("Openness"))
                .body("actions", empty());
        directory
                .get(lead, "/v1/alliances?region=LONDON&designated=false&organisationId={id}", second)
                .then()
                .body("items.id", contains(cluster.toString()));
        directory
                .get(lead, "/v1/alliances?asOf=2024-08-31&organisationId={id}", second)
                .then()
                .body("items", empty());
    }

    @Test
    void linksATrustOnlyByThoseWhoSpeakForIt() {
        var urn = directory.nextUrn();
        var trust = directory.made(
                "/v1/organisations", Map.of("kind", "TRUST", "name", "Running Trust (invented)", "uid", urn));
        var path = "/v1/alliances/" + alliance;

        directory.patch(lead, path, "{\"trustId\":\"" + trust + "\"}").then().statusCode(403);
        directory
                .patch(lead, path, "{\"values\":[\"Openness\"],\"region\":\"LONDON\",\"name\":null}")
                .then()
                .statusCode(400)
                .body("violations.path", contains("$.name"));
        directory
                .patch(lead, path, "{\"values\":[\"Openness\"],\"cohort\":\"3\"}")
                .then()
                .statusCode(200)
                .body("values", contains("Openness"))
                .body("cohort", equalTo("3"));
        directory
                .get(directory.token("trust", "uid:" + urn, "trust-team"), path)
                .then()
                .body("actions.action", not(hasItem("hand-on")));
    }

    private ValidatableResponse move(String token, Map<String, ?> body) {
        return directory
                .post(token, "/v1/alliances/" + alliance + "/transitions", new HashMap<>(body))
                .then();
    }

    private void lose(String day) {
        move(directory.admin(), Map.of("action", "lose-designation", "on", day, "reason", "HEAD_LEFT"))
                .statusCode(200);
    }

    private ValidatableResponse end(String membership, String day) {
        return directory
                .post(
                        lead,
                        "/v1/memberships/" + membership + "/end",
                        Map.of("endsOn", day, "reason", "JOINED_ANOTHER_ALLIANCE"))
                .then();
    }

    private ValidatableResponse read(String query) {
        return directory.get(lead, "/v1/alliances/" + alliance + query).then().statusCode(200);
    }

    private ValidatableResponse roles(String day) {
        return directory
                .get(lead, "/v1/memberships?allianceId={id}&asOf={day}", alliance, day)
                .then()
                .statusCode(200);
    }
}
