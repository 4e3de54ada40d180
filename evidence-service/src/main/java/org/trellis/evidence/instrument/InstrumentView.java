package org.trellis.evidence.instrument;

import java.time.Instant;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.json.Json;
import org.trellis.evidence.Named;
import org.trellis.web.Versioned;

/**
 * An instrument as callers see it.
 *
 * @param alliance whose own it is; null where it is for all
 * @param edition the last one published; null before the first
 * @param graded whether it judges somebody's practice by a grade
 * @param definition of the last edition, to be rendered
 * @param draft of the next one, for who keeps it; null where there is none
 */
record InstrumentView(
        UUID id,
        long version,
        String code,
        String name,
        String purpose,
        String about,
        @Nested("alliance") Named alliance,
        Integer edition,
        boolean graded,
        @Json Definition definition,
        @Json Definition draft)
        implements Versioned {

    /** An instrument in a list. */
    record Row(
            UUID id,
            long version,
            String code,
            String name,
            String purpose,
            String about,
            @Nested("alliance") Named alliance,
            Integer edition,
            boolean graded) {}

    /** What was published as one edition, and stays so. */
    record Edition(
            int edition,
            boolean graded,
            Instant publishedAt,
            @Json Definition definition) {}
}
