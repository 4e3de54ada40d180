package org.trellis.alliance.alliance;

import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.trellis.alliance.Reference;
import org.trellis.web.Versioned;

/**
 * An alliance as callers see it.
 *
 * @param lead the organisation that leads it today
 * @param members how many organisations are members today, the lead included
 * @param invented true for alliances that exist in samples only
 */
public record AllianceView(
        UUID id,
        long version,
        String name,
        String kind,
        String status,
        String vision,
        @Nested("trust") Reference trust,
        @Nested("lead") Reference lead,
        int members,
        boolean invented)
        implements Versioned {}
