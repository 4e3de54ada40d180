package org.trellis.evidence.submission;

import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;

/** A submission in a list. */
record SubmissionRow(
        UUID id,
        long version,
        String title,
        @Nested("organisation") Other organisation,
        @Nested("project") Other project,
        UUID cycleId,
        SubmissionType type,
        SubmissionStatus status,
        int revision,
        Integer acceptedRevision,
        int scores,
        int references,
        Instant createdAt) {

    /** Another resource, by id and name. */
    record Other(UUID id, String name) {}
}
