package org.trellis.alliance.alliance;

import java.time.LocalDate;
import org.jdbi.v3.core.mapper.Nested;
import org.trellis.alliance.Reference;

/**
 * A time during which one organisation held an alliance's designation.
 *
 * @param lead who led and so held it
 * @param endsOn the first day on which it no longer did; null while it does
 * @param ending HANDED_ON or LOST; null while it holds
 * @param lostReason why it was lost
 */
public record DesignationRow(
        @Nested("lead") Reference lead, LocalDate startsOn, LocalDate endsOn, String ending, String lostReason) {}
