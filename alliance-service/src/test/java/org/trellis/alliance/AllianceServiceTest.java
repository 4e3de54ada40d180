package org.trellis.alliance;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.Collections;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "alliance"))
class AllianceServiceTest {
    private final Directory directory = new Directory();

    @Test
    void registersAnOrganisationThatIsFoundByItsRegistersId() {
        var urn = directory.nextUrn();
        var id = directory.school(urn, "Elm Bank School (invented)");

        given().auth()
                .oauth2(directory.staffAt("urn:" + urn))
                .get("/v1/organisations/urn:" + urn)
                .then()
                .statusCode(200)
                .header("ETag", matchesPattern("\"0-[0-9a-f]{8}\""))
                .body("id", equalTo(id.toString()))
                .body("version", equalTo(0))
                .body("name", equalTo("Elm Bank School (invented)"));
    }

    @Test
    void answersNotModifiedToAReaderWhoHasThisView() {
        var urn = directory.nextUrn();
        directory.school(urn, "Oak School (invented)");
        var token = directory.staffAt("urn:" + urn);
        var tag =
                given().auth().oauth2(token).get("/v1/organisations/urn:" + urn).header("ETag");

        given().auth()
                .oauth2(token)
                .header("If-None-Match", tag)
                .get("/v1/organisations/urn:" + urn)
                .then()
                .statusCode(304);
    }

    @Test
    void letsTheAllianceLeadNameMembersAndNobodyElse() {
        var lead = directory.school(directory.nextUrn(), "Lead School (invented)");
        var other = directory.school(directory.nextUrn(), "Other School (invented)");
        var alliance = directory.alliance(lead);
        var leadToken = directory.allianceLead(alliance, lead);
        var body = Map.of("allianceId", alliance, "organisationId", other, "role", "MEMBER", "startsOn", "2025-09-01");

        directory
                .post(directory.staffAt("urn:" + directory.nextUrn()), "/v1/memberships", body)
                .then()
                .statusCode(403)
                .body("code", equalTo("forbidden"));
        directory
                .post(leadToken, "/v1/memberships", body)
                .then()
                .statusCode(201)
                .body("organisation.name", equalTo("Other School (invented)"));
        directory
                .post(leadToken, "/v1/memberships", body)
                .then()
                .statusCode(409)
                .body("code", equalTo("membership-once-at-a-time"));
        given().auth()
                .oauth2(leadToken)
                .get("/v1/memberships?allianceId=" + alliance + "&asOf=2026-01-01&count=true")
                .then()
                .statusCode(200)
                .body("total", equalTo(2));
    }

    /** What is planned opens nothing yet: neither an appointment that begins tomorrow nor a membership. */
    @Test
    void givesNoRightsBeforeTheDay() {
        var tomorrow = Today.inEngland().plusDays(1).toString();
        var home = directory.school(directory.nextUrn(), "Leading School (invented)");
        var alliance = directory.alliance(home);
        var lead = directory.allianceLead(alliance, home);
        var joining = directory.school(directory.nextUrn(), "Joining School (invented)");
        directory.member(lead, alliance, joining, tomorrow);
        made(lead, "/v1/priorities", Map.of("allianceId", alliance, "title", "Reading", "startsOn", "2024-09-01"));
        var next = directory.person(home);
        var token = directory.staffAt("urn:900001");
        var invited = directory.invite(next);
        directory.accept(token, invited, invited.secret()).then().statusCode(204);
        made(
                lead,
                "/v1/appointments",
                Map.of("personId", next, "role", "ALLIANCE_LEAD", "allianceId", alliance, "startsOn", tomorrow));

        directory.get(lead, "/v1/people/" + directory.person(joining)).then().statusCode(404);
        directory.get(token, "/v1/priorities?allianceId={id}", alliance).then().body("items", hasSize(0));
        directory
                .patch(token, "/v1/alliances/" + alliance, "{\"cohort\": \"2\"}")
                .then()
                .statusCode(403);
    }

    private void made(String token, String path, Map<String, ?> body) {
        directory.post(token, path, body).then().statusCode(201);
    }

    @Test
    void bindsAnInvitedPersonOnceAndShowsTheRolesInMe() {
        var lead = directory.school(directory.nextUrn(), "Home School (invented)");
        var alliance = directory.alliance(lead);
        var leadToken = directory.allianceLead(alliance, lead);

        given().auth()
                .oauth2(leadToken)
                .get("/v1/me")
                .then()
                .statusCode(200)
                .body("person.id", notNullValue())
                .body("roles.findAll { it.source == 'APPOINTMENT' }.role", contains("ALLIANCE_LEAD"))
                .body("roles.findAll { it.source == 'TOKEN' }.role", hasItem("school-staff"));
    }

    @Test
    void showsWhoInvitedWhomAndTheLinkNeverAgain() {
        var urn = directory.nextUrn();
        var person = directory.person(directory.school(urn, "Inviting School (invented)"));
        var invited = directory.invite(person);

        directory
                .get(directory.token("head", "urn:" + urn, "school-lead"), "/v1/invitations?personId={id}", person)
                .then()
                .statusCode(200)
                .body("items.id", contains(invited.id()))
                .body("items[0].by.subject", equalTo("platform-admin"))
                .body("items[0].acceptedAt", nullValue())
                .body("items[0].link", nullValue());
    }

    @Test
    void refusesAnInvitationsLinkUsedTwiceOrGuessed() {
        var home = directory.school(directory.nextUrn(), "Invited School (invented)");
        var person = directory.person(home);
        var invited = directory.invite(person);

        directory
                .accept(directory.staffAt("urn:900001"), invited, "a-guess")
                .then()
                .statusCode(404);
        directory
                .accept(directory.staffAt("urn:900001"), invited, invited.secret())
                .then()
                .statusCode(204);
        directory
                .accept(directory.staffAt("urn:900001"), invited, invited.secret())
                .then()
                .statusCode(409)
                .body("code", equalTo("invitation-accepted-already"));
    }

    @Test
    void makesOneThingForOneIdempotencyKey() {
        var body = Map.of("kind", "SCHOOL", "name", "Once School (invented)", "urn", directory.nextUrn());
        var key = UUID.randomUUID().toString();

        var first = directory.post(directory.admin(), "/v1/organisations", body, key);
        var second = directory.post(directory.admin(), "/v1/organisations", body, key);
        var another = directory.post(
                directory.admin(), "/v1/organisations", Map.of("kind", "OTHER", "name", "Another body"), key);

        first.then().statusCode(201);
        second.then().statusCode(201).header("Location", equalTo(first.header("Location")));
        another.then().statusCode(422).body("code", equalTo("idempotency-key-reused"));
    }

    /** A phone that got no answer asks again while the first request is still running. */
    @Test
    void makesOneThingForOneIdempotencyKeyHoweverManyAskAtOnce() throws Exception {
        var body = Map.of("kind", "OTHER", "name", "Asked for by eight (invented) " + directory.nextUrn());
        var key = UUID.randomUUID().toString();
        Callable<Response> asking = () -> directory.post(directory.admin(), "/v1/organisations", body, key);
        try (var threads = Executors.newFixedThreadPool(8)) {
            for (var asked : threads.invokeAll(Collections.nCopies(8, asking))) {
                var answer = asked.get().then();
                if (asked.get().statusCode() == 409) {
                    answer.body("code", equalTo("still-running"));
                } else {
                    answer.statusCode(201);
                }
            }
        }

        given().auth()
                .oauth2(directory.admin())
                .queryParam("q", body.get("name"))
                .get("/v1/organisations")
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void tellsWhoChangedWhatAndWhy() {
        var lead = directory.school(directory.nextUrn(), "History School (invented)");
        var alliance = directory.alliance(lead);
        var leadToken = directory.allianceLead(alliance, lead);
        var tag = given().auth()
                .oauth2(leadToken)
                .get("/v1/alliances/" + alliance)
                .header("ETag");

        given().auth()
                .oauth2(leadToken)
                .contentType("application/merge-patch+json")
                .header("If-Match", tag)
                .header("X-Reason", "agreed in March")
                .body("{\"vision\":\"Reading for all\"}")
                .patch("/v1/alliances/" + alliance)
                .then()
                .statusCode(200)
                .body("vision", equalTo("Reading for all"));
        given().auth()
                .oauth2(leadToken)
                .contentType("application/merge-patch+json")
                .header("If-Match", tag)
                .body("{\"vision\":null}")
                .patch("/v1/alliances/" + alliance)
                .then()
                .statusCode(412);
        given().auth()
                .oauth2(leadToken)
                .get("/v1/alliances/" + alliance + "/history")
                .then()
                .statusCode(200)
                .body("", hasSize(2))
                .body("[1].reason", equalTo("agreed in March"))
                .body("[1].changes.path", contains("/vision"))
                .body("[1].changes[0].from", nullValue())
                .body("[1].changes[0].to", equalTo("Reading for all"));
    }
}
