package org.trellis.alliance.person;

import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.json.Json;

/**
 * An invitation as those see it who see the person.
 *
 * @param by who invited: the token's issuer, subject and organisations
 * @param reason what the inviter gave as {@code X-Reason}
 * @param expiresAt until when the link serves
 * @param acceptedAt null until then
 * @param link to be handed to the invited person; shown once, to the inviter, and null ever after
 */
public record InvitationView(
        UUID id,
        UUID personId,
        Instant invitedAt,
        @Json Object by,
        String reason,
        Instant expiresAt,
        Instant acceptedAt,
        String link) {

    InvitationView with(String shown) {
        return new InvitationView(id, personId, invitedAt, by, reason, expiresAt, acceptedAt, shown);
    }
}
