package org.trellis.alliance.calendar;

import java.time.LocalDate;

/**
 * A term, or one half of it.
 *
 * @param half 1 or 2; null for the whole term
 * @param endsOn the first day that is no longer in it
 */
record Stretch(Term term, Integer half, LocalDate startsOn, LocalDate endsOn) {
    boolean holds(LocalDate day) {
        return !day.isBefore(startsOn) && day.isBefore(endsOn);
    }
}
