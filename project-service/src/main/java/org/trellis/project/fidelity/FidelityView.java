package org.trellis.project.fidelity;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.json.Json;
import org.trellis.project.Reference;
import org.trellis.web.Versioned;

/**
 * How true a school was to an intervention in a cycle.
 *
 * @param edition of the intervention, as the project uses it
 * @param touched active ingredients that were left out or adapted
 */
public record FidelityView(
        UUID id,
        long version,
        @Nested("project") Reference project,
        UUID cycleId,
        UUID participationId,
        @Nested("organisation") Reference organisation,
        @Nested("intervention") Reference intervention,
        int edition,
        List<String> delivered,
        @Json List<AdaptationView> adapted,
        List<String> touched,
        String note,
        LocalDate reportedOn)
        implements Versioned {

    /** What a school did otherwise than described. @param ingredient the active one that it touches; null for none */
    public record AdaptationView(String what, String ingredient, String reason) {}
}
