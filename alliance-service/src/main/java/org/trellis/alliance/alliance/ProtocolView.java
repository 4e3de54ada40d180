package org.trellis.alliance.alliance;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.json.Json;

/**
 * A version of a protocol.
 *
 * @param version counts from 1 for each kind
 * @param validFrom its first day; the version that began last is the one in force
 */
public record ProtocolView(
        UUID id,
        String kind,
        int version,
        LocalDate validFrom,
        @Json List<Requirement> requirements) {

    /** One thing that must be met. */
    public record Requirement(String code, String wording) {}
}
