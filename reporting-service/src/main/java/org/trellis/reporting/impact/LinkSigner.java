package org.trellis.reporting.impact;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Writes links that nobody else can write: what they stand for, and its HMAC (SHA-256) by a key that stays here. */
@ApplicationScoped
class LinkSigner {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int SHORTEST = 32;

    private final ObjectMapper json;
    private final SecretKeySpec key;

    /** @throws IllegalStateException where the secret is too short to protect anything */
    LinkSigner(ObjectMapper json, @ConfigProperty(name = "trellis.link-secret") String secret) {
        if (secret.length() < SHORTEST) {
            throw new IllegalStateException("TRELLIS_LINK_SECRET has fewer than 32 characters");
        }
        this.json = json;
        key = new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM);
    }

    String signed(ChartLink link) {
        try {
            var payload = encoded(json.writeValueAsBytes(link));
            return payload + "." + encoded(hmac(payload));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @return empty where this service has not written it */
    Optional<ChartLink> read(String link) {
        int dot = link.indexOf('.');
        if (dot < 0) {
            return Optional.empty();
        }
        try {
            var payload = link.substring(0, dot);
            var signature = Base64.getUrlDecoder().decode(link.substring(dot + 1));
            return MessageDigest.isEqual(signature, hmac(payload))
                    ? Optional.of(json.readValue(Base64.getUrlDecoder().decode(payload), ChartLink.class))
                    : Optional.empty();
        } catch (IllegalArgumentException | JacksonException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Tells one state of a text from every other. */
    static String state(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return encoded(digest).substring(0, 22);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] hmac(String payload) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            return mac.doFinal(payload.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
