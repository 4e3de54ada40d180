package org.trellis.local.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Base64;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trellis.local.Root;
import org.trellis.local.Suite;

/** The realm of deploy/keycloak, as Keycloak itself understands it. */
@ExtendWith(RunningSuite.class)
class RealmTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();
    private static final ObjectMapper JSON = new ObjectMapper();

    private static URI issuer;

    @BeforeAll
    static void know(Suite suite) {
        issuer = suite.issuer();
    }

    @ParameterizedTest
    @CsvSource({
        "school-lead, urn:900001, school-lead",
        "alliance-lead, urn:900001, school-staff",
        "rd-lead, urn:900001, school-staff",
        "facilitator, urn:900001, school-staff",
        "project-lead, urn:900001, school-staff",
        "moderator, urn:900099, school-staff",
        "trust-team, uid:90001, trust-team",
        "la-analyst, la:990, la-analyst",
        "platform-admin, platform, platform-admin"
    })
    void tokensSayWhoAndWhence(String person, String organisation, String role) throws Exception {
        JsonNode claims =
                claims(token("client_id=trellis-web&grant_type=password&username=" + person + "&password=" + person));
        assertEquals(
                JSON.readTree("[{\"id\":\"%s\",\"roles\":[\"%s\"]}]".formatted(organisation, role)),
                claims.get("organisations"));
        assertEquals("trellis", claims.get("aud").asText());
        assertEquals(issuer.toString(), claims.get("iss").asText());
        assertEquals(300, claims.get("exp").asLong() - claims.get("iat").asLong());
        assertEquals(idInRealmFile(person), claims.get("sub").asText());
        assertFalse(claims.has("email") || claims.has("preferred_username"), "no personal data");
    }

    @Test
    void aTrustsSystemActsWithoutAPerson() throws Exception {
        JsonNode claims =
                claims(token("client_id=trust-system&client_secret=trust-system&grant_type=client_credentials"));
        assertEquals(
                JSON.readTree("[{\"id\":\"uid:90001\",\"roles\":[\"integration\",\"trust-team\"]}]"),
                claims.get("organisations"));
        assertEquals("trellis", claims.get("aud").asText());
    }

    @Test
    void passwordsAreForTheWebClientOnly() throws Exception {
        assertEquals(
                400,
                post("client_id=trellis-mobile&grant_type=password&username=moderator&password=moderator")
                        .statusCode());
    }

    @Test
    void browsersAndPhonesNeedAProofKey() throws Exception {
        for (String client : new String[] {
            "client_id=trellis-web&redirect_uri=http://localhost:8080/x",
            "client_id=trellis-mobile&redirect_uri=org.trellis.mobile:/callback"
        }) {
            URI address =
                    URI.create(issuer + "/protocol/openid-connect/auth?response_type=code&scope=openid&" + client);
            var answer = CLIENT.send(HttpRequest.newBuilder(address).build(), BodyHandlers.ofString());
            assertEquals(302, answer.statusCode());
            assertTrue(
                    answer.headers().firstValue("Location").orElseThrow().contains("code_challenge_method"),
                    () -> answer.headers().toString());
        }
    }

    @Test
    void phonesMayStaySignedInAndBrowsersMayNot() throws Exception {
        assertEquals(302, askedFor("trellis-web", "openid+offline_access", "http://localhost:8080/x"));
        assertEquals(200, askedFor("trellis-web", "openid+profile+email", "http://localhost:8080/x"));
        assertEquals(200, askedFor("trellis-mobile", "openid+offline_access", "org.trellis.mobile:/callback"));
    }

    @Test
    void codesGoNowhereElse() throws Exception {
        assertEquals(400, askedFor("trellis-web", "openid", "http://example.org/"));
        assertEquals(200, askedFor("trellis-web", "openid", "http://127.0.0.1:54321/v1/impact/signed-in"));
    }

    /** 200 is the page to sign in, 302 leads back with an error, 400 is an error page. */
    private static int askedFor(String client, String scope, String redirect) throws Exception {
        String challenge = "E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM";
        URI address = URI.create(issuer + "/protocol/openid-connect/auth?response_type=code&client_id="
                + client + "&scope=" + scope + "&redirect_uri=" + redirect
                + "&code_challenge_method=S256&code_challenge=" + challenge);
        return CLIENT.send(HttpRequest.newBuilder(address).build(), BodyHandlers.discarding())
                .statusCode();
    }

    private static String idInRealmFile(String person) throws IOException {
        JsonNode users = JSON.readTree(Root.find()
                        .resolve("deploy/keycloak/trellis-realm.json")
                        .toFile())
                .get("users");
        for (JsonNode user : users) {
            if (user.get("username").asText().equals(person)) {
                return user.get("id").asText();
            }
        }
        throw new AssertionError(person);
    }

    private static String token(String form) throws Exception {
        return JSON.readTree(post(form).body()).path("access_token").asText();
    }

    private static HttpResponse<String> post(String form) throws Exception {
        // by address rather than by name: the issuer stays the same
        URI address =
                URI.create(issuer.toString().replace("localhost", "127.0.0.1") + "/protocol/openid-connect/token");
        return CLIENT.send(
                HttpRequest.newBuilder(address)
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString(form))
                        .build(),
                BodyHandlers.ofString());
    }

    private static JsonNode claims(String token) throws IOException {
        return JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[1]));
    }
}
