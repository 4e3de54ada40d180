package org.trellis.alliance.alliance;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.trellis.alliance.Reference;

/**
 * An alliance on a day, as callers see it.
 *
 * @param values what it stands for
 * @param cohort with which others it was designated
 * @param lead the organisation that leads it on that day
 * @param members how many organisations are members on that day, the lead included
 * @param endedOn the first day on which it works no longer; null where it does
 * @param designated whether it is designated on that day
 * @param designation the last one that began by that day
 * @param successorWanted true where the designation was lost and no other followed
 * @param invented true for alliances that exist in samples only
 */
public record AllianceRow(
        UUID id,
        long version,
        String name,
        String kind,
        String status,
        String vision,
        List<String> values,
        String region,
        String cohort,
        @Nested("trust") Reference trust,
        @Nested("lead") Reference lead,
        int members,
        LocalDate formedOn,
        LocalDate endedOn,
        String endingReason,
        boolean designated,
        @Nested("designation") Period designation,
        boolean successorWanted,
        boolean invented) {

    /** @param lostOn the first day on which it no longer holds; null while it does */
    public record Period(LocalDate awardedOn, LocalDate lostOn, String lostReason) {}
}
