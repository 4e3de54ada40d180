package org.trellis.alliance.membership;

import java.time.LocalDate;

/**
 * Days in a row.
 *
 * @param startsOn the first day
 * @param endsOn the first day after; null where no end is known
 */
record Period(LocalDate startsOn, LocalDate endsOn) {
    boolean overlaps(Period other) {
        return !empty() && !other.empty() && startsBeforeTheEndOf(other) && other.startsBeforeTheEndOf(this);
    }

    boolean holdsOn(LocalDate day) {
        return !day.isBefore(startsOn) && (endsOn == null || day.isBefore(endsOn));
    }

    boolean empty() {
        return startsOn.equals(endsOn);
    }

    private boolean startsBeforeTheEndOf(Period other) {
        return other.endsOn == null || startsOn.isBefore(other.endsOn);
    }
}
