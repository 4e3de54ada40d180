package org.trellis.audit;

import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.json.Json;

/**
 * One read of one organisation's results or rows.
 *
 * @param what the kind of answer
 * @param aboutId what was asked for
 * @param by who: the token's issuer, subject and organisations
 * @param reason what the caller gave as {@code X-Reason}
 */
public record AccessLogEntry(
        UUID id,
        Instant at,
        UUID organisationId,
        String what,
        UUID aboutId,
        @Json Object by,
        String reason) {}
