package org.trellis.project.allocation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.json.Json;
import org.trellis.project.Reference;

/**
 * The record of a drawing.
 *
 * @param seedGiven whether the seed was given by who drew and not taken by chance; null where nobody wrote it down
 * @param places in the order in which they were drawn from; the same seed and algorithm give the same arms again
 */
record AllocationView(
        UUID id,
        @Nested("project") Reference project,
        LocalDate allocatedOn,
        String unit,
        List<String> arms,
        List<String> strata,
        long seed,
        Boolean seedGiven,
        String algorithm,
        @Json List<Place> places) {}
