package org.trellis.evidence.submission.narrative;

import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.trellis.evidence.Named;

/**
 * A text as its reader may see it: the school's own as it was written, others as it was cleared.
 *
 * @param place where it stands in its form
 * @param state HELD for the safeguarding lead alone, OWN for the school, SHARED also outside, PERSONAL never outside
 */
record PassageRow(
        UUID id,
        UUID submissionId,
        @Nested("organisation") Named organisation,
        String place,
        String kind,
        String text,
        boolean byPupil,
        PassageState state,
        Instant receivedAt) {}
