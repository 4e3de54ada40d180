package org.trellis.calendar;

import java.time.LocalDate;

/**
 * A term, or one half of it.
 *
 * @param half 1 or 2; null for the whole term
 * @param endsOn the first day that is no longer in it
 */
public record Stretch(Term term, Integer half, LocalDate startsOn, LocalDate endsOn) {
    /** Whether a day is in it; a break within a whole term is. */
    public boolean holds(LocalDate day) {
        return !day.isBefore(startsOn) && day.isBefore(endsOn);
    }
}
