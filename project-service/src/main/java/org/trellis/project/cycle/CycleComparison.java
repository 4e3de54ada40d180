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
 * @param ingredients of the schools that reported on it, how many delivered each active ingredient and how many touched it
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

    /**
     * An active ingredient over the schools that reported on its intervention.
     *
     * @param delivered null where it would tell the reader what one single school said; so touched
     */
    public record Kept(String ingredient, int reported, Integer delivered, Integer touched) {
        /** @param seen of how many schools the reader sees what they said */
        Kept shown(int seen) {
            return reported - seen == 1 ? new Kept(ingredient, reported, null, null) : this;
        }
    }

    /** @param seen what the reader could count for themselves */
    CycleComparison shown(List<Kept> seen) {
        return new CycleComparison(
                id,
                number,
                name,
                phase,
                startsOn,
                endsOn,
                schools,
                waived,
                decision,
                wentWell,
                wentBadly,
                problems,
                challenges,
                nextFocus,
                ingredients.stream()
                        .map(kept -> kept.shown(seen.stream()
                                .filter(s -> s.ingredient().equals(kept.ingredient()))
                                .mapToInt(Kept::reported)
                                .sum()))
                        .toList());
    }
}
