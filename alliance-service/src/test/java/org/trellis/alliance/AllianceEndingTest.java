package org.trellis.alliance;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
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
class AllianceEndingTest {
    private final Directory directory = new Directory();
    private UUID school;
    private UUID member;
    private UUID alliance;
    private String lead;
    private String trustTeam;

    /** Run by a trust, with a lead and a member. */
    @BeforeEach
    void formAnAlliance() {
        school = directory.school(directory.nextUrn(), "Lead School (invented)");
        member = directory.school(directory.nextUrn(), "Member School (invented)");
        var uid = directory.nextUrn();
        var trust = directory.made(
                "/v1/organisations",
                Map.of("kind", "TRUST", "name", "Running Trust (invented)", "uid", uid, "invented", true));
        trustTeam = directory.token("team-of-" + uid, "uid:" + uid, "trust-team");
        alliance = directory.made(
                "/v1/alliances",
                Map.of(
                        "name", "Alliance to end (invented)",
                        "kind", "TEACHING_SCHOOL_ALLIANCE",
                        "leadOrganisationId", school,
                        "trustId", trust,
                        "startsOn", "2024-09-01"));
        lead = directory.allianceLead(alliance, school);
        directory.member(lead, alliance, member, "2024-09-01");
    }

    private ValidatableResponse end(String token, String day) {
        return directory
                .post(
                        token,
                        "/v1/alliances/" + alliance + "/transitions",
                        Map.of("action", "end", "on", day, "endingReason", "FUNDING"))
                .then();
    }

    private ValidatableResponse read(String path) {
        return read(path, alliance);
    }

    private ValidatableResponse read(String path, UUID id) {
        return directory.get(directory.admin(), path, id).then().statusCode(200);
    }

    /** By those who still speak for the trust. */
    private ValidatableResponse post(String path, Map<String, ?> body) {
        return directory.post(trustTeam, path, body).then();
    }

    @Test
    void endsAllThatIsInIt() {
        var later = directory.school(directory.nextUrn(), "Later School (invented)");
        directory.member(lead, alliance, later, "2030-09-01");
        post("/v1/priorities", Map.of("allianceId", alliance, "title", "Reading", "startsOn", "2024-09-01"))
                .statusCode(201);

        end(lead, "2025-09-01")
                .statusCode(200)
                .body("status", equalTo("ENDED"))
                .body("endedOn", equalTo("2025-09-01"))
                .body("endingReason", equalTo("FUNDING"))
                .body("members", equalTo(0))
                .body("designated", equalTo(false))
                .body("designation.lostReason", equalTo("ALLIANCE_ENDED"))
                .body("successorWanted", equalTo(false))
                .body("actions", empty());

        read("/v1/alliances/{id}?asOf=2025-08-31")
                .body("status", equalTo("ACTIVE"))
                .body("members", equalTo(2))
                .body("designated", equalTo(true));
        read("/v1/memberships?allianceId={id}")
                .body("items.endsOn", contains("2025-09-01", "2025-09-01", "2030-09-01"))
                .body("items.leavingReason", everyItem(equalTo("ALLIANCE_ENDED")));
        read("/v1/priorities?allianceId={id}").body("items.endsOn", contains("2025-09-01"));
        read("/v1/appointments?allianceId={id}")
                .body("items.endsOn", contains("2025-09-01"))
                .body("items.ending", contains("LAPSED"));
        read("/v1/appointments/gaps?allianceId={id}").body("items", empty());
        read("/v1/alliances/{id}/history").body("type", hasItem("trellis.alliance.alliance-ended.v1"));
        read("/v1/alliances?status=ACTIVE&organisationId={id}&asOf=2025-08-31", school)
                .body("items.id", hasItem(alliance.toString()));
        directory
                .patch(lead, "/v1/alliances/" + alliance, "{\"vision\": \"After the end\"}")
                .then()
                .statusCode(403);
    }

    @Test
    void takesNothingNewAfterwards() {
        var other = directory.school(directory.nextUrn(), "Newcomer School (invented)");
        end(trustTeam, "2025-09-01").statusCode(200);

        post(
                        "/v1/memberships",
                        Map.of(
                                "allianceId",
                                alliance,
                                "organisationId",
                                other,
                                "role",
                                "MEMBER",
                                "startsOn",
                                "2025-01-01"))
                .statusCode(409)
                .body("code", equalTo("alliance-ended"));
        post("/v1/priorities", Map.of("allianceId", alliance, "title", "Late", "startsOn", "2025-01-01"))
                .statusCode(409)
                .body("code", equalTo("alliance-ended"));
        var person = directory.person(school);
        post(
                        "/v1/appointments",
                        Map.of("personId", person, "role", "RD_LEAD", "allianceId", alliance, "startsOn", "2025-01-01"))
                .statusCode(409)
                .body("code", equalTo("alliance-ended"));
        post(
                        "/v1/alliances/" + alliance + "/protocols",
                        Map.of("kind", "JOINING", "validFrom", "2025-01-01", "requirements", List.of()))
                .statusCode(409)
                .body("code", equalTo("alliance-ended"));
        directory
                .post(
                        directory.admin(),
                        "/v1/alliances/" + alliance + "/transitions",
                        Map.of("action", "award-designation", "on", "2026-01-01", "organisationId", other))
                .then()
                .statusCode(409)
                .body("code", equalTo("alliance-ended"));
        end(trustTeam, "2025-10-01").statusCode(409).body("code", equalTo("alliance-ended"));
    }

    @Test
    void endsNeitherBeforeItBeganNorInTheFuture() {
        end(lead, "2024-08-31").statusCode(409).body("code", equalTo("alliance-ends-after-it-was-formed"));
        end(lead, "2099-01-01").statusCode(409).body("code", equalTo("alliance-ends-today-or-before"));
        directory
                .post(lead, "/v1/alliances/" + alliance + "/transitions", Map.of("action", "end", "on", "2025-09-01"))
                .then()
                .statusCode(400)
                .body("violations.path", contains("$.endingReason"));

        read("/v1/alliances/{id}").body("status", equalTo("ACTIVE")).body("endedOn", nullValue());
    }
}
