package org.trellis.project.intervention;

import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.json.Json;
import org.trellis.project.Reference;
import org.trellis.web.Versioned;

/**
 * An intervention as callers see it.
 *
 * @param code of the toolkit; null for an alliance's own
 * @param alliance whose it is; null for the toolkit's
 * @param edition counts changes of what it is, from 1
 */
record InterventionView(
        UUID id,
        long version,
        int edition,
        String code,
        String name,
        @Nested("alliance") Reference alliance,
        @Nested("based_on") Reference basedOn,
        List<String> strands,
        String summary,
        String theoryOfChange,
        List<String> activeIngredients,
        List<String> adaptable,
        @Json List<Source> evidence)
        implements Versioned {

    /** An intervention in lists. */
    record Row(
            UUID id,
            long version,
            int edition,
            String code,
            String name,
            @Nested("alliance") Reference alliance,
            List<String> strands,
            String summary) {}
}
