package org.trellis.alliance;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.trellis.embedded.SuiteResource;
import org.trellis.testing.Answers;

/** Sets up organisations, alliances and people through the API, as a test's caller would. */
class Directory {
    private static final AtomicInteger URN = new AtomicInteger(910_000);

    record Invited(String id, String secret) {}

    String nextUrn() {
        return Integer.toString(URN.getAndIncrement());
    }

    String admin() {
        return SuiteResource.issuer()
                .token("platform-admin")
                .at("platform", "platform-admin")
                .signed();
    }

    String staffAt(String organisation) {
        return token(UUID.randomUUID().toString(), organisation, "school-staff");
    }

    String token(String subject, String organisation, String... roles) {
        return SuiteResource.issuer().token(subject).at(organisation, roles).signed();
    }

    UUID school(String urn, String name) {
        return made("/v1/organisations", Map.of("kind", "SCHOOL", "name", name, "urn", urn, "invented", true));
    }

    UUID alliance(UUID lead) {
        return alliance(lead, true);
    }

    UUID alliance(UUID lead, boolean designated) {
        return made(
                "/v1/alliances",
                Map.of(
                        "designated",
                        designated,
                        "name",
                        "Alliance " + lead,
                        "kind",
                        "TEACHING_SCHOOL_ALLIANCE",
                        "leadOrganisationId",
                        lead,
                        "startsOn",
                        "2024-09-01",
                        "invented",
                        true));
    }

    UUID person(UUID home) {
        return made(
                "/v1/people", Map.of("name", "Alliance lead", "email", "lead@example.org", "homeOrganisationId", home));
    }

    Invited invite(UUID person) {
        var link = post(admin(), "/v1/invitations", Map.of("personId", person)).jsonPath();
        return new Invited(
                link.getString("id"),
                link.getString("link").substring(link.getString("link").indexOf('#') + 1));
    }

    Response accept(String token, Invited invited, String secret) {
        return post(token, "/v1/invitations/" + invited.id() + "/acceptances", Map.of("secret", secret));
    }

    /** A sign-in whose person leads the alliance. */
    String allianceLead(UUID alliance, UUID home) {
        var person = person(home);
        var token = staffAt("urn:900001");
        var invited = invite(person);
        accept(token, invited, invited.secret()).then().statusCode(204);
        made(
                "/v1/appointments",
                Map.of("personId", person, "role", "ALLIANCE_LEAD", "allianceId", alliance, "startsOn", "2024-09-01"));
        return token;
    }

    UUID made(String path, Map<String, ?> body) {
        return Answers.made(post(admin(), path, body));
    }

    void done(String path, Map<String, ?> body) {
        post(admin(), path, body).then().statusCode(200);
    }

    Response post(String token, String path, Map<String, ?> body) {
        return post(token, path, body, UUID.randomUUID().toString());
    }

    Response post(String token, String path, Map<String, ?> body, String key) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", key)
                .contentType(ContentType.JSON)
                .body(new HashMap<>(body))
                .post(path);
    }

    Response get(String token, String path, Object... values) {
        return given().auth().oauth2(token).get(path, values);
    }

    /** Based on the version that the caller reads now. */
    Response patch(String token, String path, String patch) {
        return given().auth()
                .oauth2(token)
                .contentType("application/merge-patch+json")
                .header("If-Match", String.valueOf(get(token, path).header("ETag")))
                .body(patch)
                .patch(path);
    }

    UUID member(String leadToken, UUID alliance, UUID school, String since) {
        return Answers.made(post(
                leadToken,
                "/v1/memberships",
                Map.of("allianceId", alliance, "organisationId", school, "role", "MEMBER", "startsOn", since)));
    }
}
