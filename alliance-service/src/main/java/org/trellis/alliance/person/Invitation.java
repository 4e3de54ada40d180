package org.trellis.alliance.person;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.hibernate.annotations.ColumnTransformer;
import org.trellis.identity.CurrentRequest;
import org.trellis.problem.Problems;

/** A way for one person to bind a sign-in, once. Nobody else hears of it, so it sends no event. */
@Entity
@SuppressWarnings("UnusedVariable") // what is only kept is read by SQL
class Invitation {
    @Id
    private UUID id;

    private UUID personId;
    private Instant invitedAt;

    @ColumnTransformer(write = "cast(? as jsonb)")
    private String invitedBy;

    private String reason;
    private String secretHash;
    private Instant expiresAt;
    private Instant acceptedAt;

    /** For Hibernate. */
    protected Invitation() {}

    /** By the caller of this request, for the reason that they give. */
    Invitation(UUID id, UUID personId, String secret, Instant now, Instant expiresAt) {
        this.id = id;
        this.personId = personId;
        invitedAt = now;
        invitedBy = CurrentRequest.callerJson().orElseThrow();
        reason = CurrentRequest.reason().orElse(null);
        this.secretHash = hash(secret);
        this.expiresAt = expiresAt;
    }

    UUID id() {
        return id;
    }

    UUID personId() {
        return personId;
    }

    /** A wrong secret and an unknown invitation answer alike. */
    void accept(String secret, Instant now) {
        if (!MessageDigest.isEqual(bytes(secretHash), bytes(hash(secret)))) {
            throw Problems.notFound();
        }
        if (acceptedAt != null) {
            throw Problems.conflict("invitation-accepted-already", "The link was used before");
        }
        if (now.isAfter(expiresAt)) {
            throw Problems.conflict("invitation-expired", "The link expired; ask for a new one");
        }
        acceptedAt = now;
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
