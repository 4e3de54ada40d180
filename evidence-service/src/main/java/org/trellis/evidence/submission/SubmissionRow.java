package org.trellis.evidence.submission;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.trellis.evidence.Named;

/** A submission in a list. @param title outside the school as it was cleared; null until then */
record SubmissionRow(
        UUID id,
        long version,
        String title,
        @Nested("organisation") Named organisation,
        @Nested("project") Named project,
        UUID cycleId,
        SubmissionType type,
        SubmissionStatus status,
        int revision,
        Integer acceptedRevision,
        int scores,
        int references,
        Instant createdAt,
        @Nested("alliance") Named alliance,
        List<String> levels,
        String about,
        int heldTexts) {}
