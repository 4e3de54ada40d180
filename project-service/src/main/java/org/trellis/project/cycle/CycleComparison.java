package org.trellis.project.cycle;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.json.Json;

/**
 * One cycle of a project beside the next.
 *
 * @param schools how many delivered in it, of which {@code waived} without some of their baseline
 * @param challenges by peers of other alliances
 * @param ingredients how many of the schools that said so delivered each active ingredient, and how many adapted it
 */
public record CycleComparison(
        UUID id,
        int number,
        String name,
        String phase,
        LocalDate startsOn,
        LocalDate endsOn,
        int schools,
        int waived,
        String decision,
        String wentWell,
        String wentBadly,
        String problems,
        int challenges,
        String nextFocus,
        @Json List<Kept> ingredients) {

    /** An active ingredient over the schools that reported on its intervention. */
    public record Kept(String ingredient, int reported, int delivered, int touched) {}
}
