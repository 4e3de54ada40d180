package org.trellis.project.terms;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.UUID;
import org.trellis.problem.Problems;

/** A head's way to accept one version of the terms, once. Nobody else hears of it, so it sends no event. */
@Entity
class TermsLink {
    @Id
    private UUID id;

    private UUID participationId;
    private int termsNumber;
    private String secretHash;
    private Instant expiresAt;
    private Instant acceptedAt;
    private String acceptedBy;

    /** For Hibernate. */
    protected TermsLink() {}

    TermsLink(UUID id, UUID participationId, int termsNumber, String secret, Instant expiresAt) {
        this.id = id;
        this.participationId = participationId;
        this.termsNumber = termsNumber;
        this.secretHash = hash(secret);
        this.expiresAt = expiresAt;
    }

    UUID id() {
        return id;
    }

    UUID participationId() {
        return participationId;
    }

    int termsNumber() {
        return termsNumber;
    }

    Instant expiresAt() {
        return expiresAt;
    }

    /**
     * A wrong secret and an unknown link answer alike.
     *
     * @param who as the token names them
     * @return whether this accepts it; false where the same person has, and asks again
     */
    boolean accept(String secret, String who, Instant now) {
        if (!MessageDigest.isEqual(bytes(secretHash), bytes(hash(secret)))) {
            throw Problems.notFound();
        }
        if (who.equals(acceptedBy)) {
            return false;
        }
        if (acceptedAt != null) {
            throw Problems.conflict("terms-link-used", "The link was used before");
        }
        if (now.isAfter(expiresAt)) {
            throw Problems.conflict("terms-link-expired", "The link expired; ask for a new one", List.of("a new link"));
        }
        acceptedAt = now;
        acceptedBy = who;
        return true;
    }

    private static String hash(String secret) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes(secret)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
