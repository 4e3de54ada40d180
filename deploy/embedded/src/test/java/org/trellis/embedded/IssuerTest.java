package org.trellis.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.URL;
import java.time.Instant;
import java.util.Base64;
import org.jose4j.jwk.HttpsJwks;
import org.jose4j.jwt.consumer.InvalidJwtException;
import org.jose4j.jwt.consumer.JwtConsumer;
import org.jose4j.jwt.consumer.JwtConsumerBuilder;
import org.jose4j.keys.resolvers.HttpsJwksVerificationKeyResolver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

class IssuerTest {
    private static final Issuer ISSUER = Issuer.start();

    @AfterAll
    static void stop() {
        ISSUER.close();
    }

    @Test
    void signsWhatItsPublishedKeyVerifies() throws Exception {
        String token = ISSUER.token("0b5c")
                .at("urn:900001", "school-lead", "school-staff")
                .signed();
        assertEquals("0b5c", verifier().processToClaims(token).getSubject());
        assertTrue(accepts(Issuer.attach(ISSUER.coordinates()).token("0b5c")), "also from another class loader");
    }

    @Test
    void tellsOrganisationsAsTheClaimDoes() throws IOException {
        JsonNode claims = claims(ISSUER.token("0b5c")
                .at("urn:900001", "school-lead", "school-staff")
                .at("platform", "platform-admin"));
        assertEquals(new ObjectMapper().readTree("""
                        [{"id": "urn:900001", "roles": ["school-lead", "school-staff"]},
                         {"id": "platform", "roles": ["platform-admin"]}]"""), claims.get("organisations"));
        assertEquals("trellis", claims.get("aud").asText());
        assertTrue(claims.get("exp").asLong() - Instant.now().getEpochSecond() <= 300);
        assertFalse(claims(ISSUER.token("0b5c")).has("organisations"));
    }

    @Test
    void makesTokensThatMustBeRefused() {
        assertTrue(accepts(ISSUER.token("0b5c")));
        assertFalse(accepts(ISSUER.token("0b5c").expired()));
        assertFalse(accepts(ISSUER.token("0b5c").audience("another")));
        assertFalse(accepts(ISSUER.token("0b5c").issuer("http://127.0.0.1:1")));
        assertFalse(accepts(ISSUER.token("0b5c").signedByAnother()));
        assertFalse(accepts(ISSUER.token("0b5c").unsigned()));
        assertFalse(accepts(ISSUER.token("0b5c").without("sub")));
    }

    @Test
    void publishesWhereItsKeysAre() throws IOException {
        URL address =
                URI.create(ISSUER.url() + "/.well-known/openid-configuration").toURL();
        JsonNode discovery;
        try (var document = address.openStream()) {
            discovery = new ObjectMapper().readTree(document);
        }
        assertEquals(ISSUER.url(), discovery.get("issuer").asText());
        assertEquals(ISSUER.url() + "/jwks", discovery.get("jwks_uri").asText());
    }

    private static boolean accepts(Token token) {
        try {
            verifier().processToClaims(token.signed());
            return true;
        } catch (InvalidJwtException e) {
            return false;
        }
    }

    private static JwtConsumer verifier() {
        return new JwtConsumerBuilder()
                .setVerificationKeyResolver(new HttpsJwksVerificationKeyResolver(new HttpsJwks(ISSUER.url() + "/jwks")))
                .setExpectedIssuer(ISSUER.url())
                .setExpectedAudience("trellis")
                .setRequireExpirationTime()
                .setRequireSubject()
                .build();
    }

    private static JsonNode claims(Token token) throws IOException {
        return new ObjectMapper()
                .readTree(Base64.getUrlDecoder().decode(token.signed().split("\\.")[1]));
    }
}
