package org.trellis.alliance.affiliation;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.trellis.alliance.Reference;

/**
 * Schools that went to a trust together, and what came with them.
 *
 * @param inherits what holds at each school on the first day and is the trust's from then on
 */
public record TakeoverView(UUID id, Reference trust, LocalDate startsOn, String note, List<Inheritance> inherits) {

    /**
     * What comes with a school. What was counted before the day stays with the trust before; to look is the new one's.
     *
     * @param from the trust that it leaves; null where it had none
     * @param memberships its places in alliances, which go on
     * @param affiliations its other ties, which go on
     * @param appointments how many hold an appointment there
     * @param people how many are at home there
     */
    public record Inheritance(
            Reference organisation,
            Reference from,
            List<Tie> memberships,
            List<Tie> affiliations,
            int appointments,
            int people) {}

    /** One that goes on. @param as the role in an alliance, or the kind of affiliation */
    public record Tie(Reference to, String as, LocalDate since) {}
}
