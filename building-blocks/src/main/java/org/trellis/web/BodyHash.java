package org.trellis.web;

import jakarta.enterprise.context.RequestScoped;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Tells one request's body from another's, for idempotency keys. */
@RequestScoped
public class BodyHash {
    private String value = "";

    /** Remembers the body of this request. */
    public void of(byte[] body) {
        is(sha256().digest(body));
    }

    /** Remembers the SHA-256 of a body that was read piece by piece. */
    public void is(byte[] digest) {
        value = HexFormat.of().formatHex(digest);
    }

    /** SHA-256 in hexadecimal; empty where there was no body. */
    public String value() {
        return value;
    }

    /** To be fed with a body piece by piece. */
    public static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
