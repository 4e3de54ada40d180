package org.trellis.calendar;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;

/**
 * When a term is. Periods are half-open: a day on which something ends is the first that is no longer in it.
 *
 * @param halfTermStartsOn the first day of its break
 * @param halfTermEndsOn the first day of school after it
 */
@Embeddable
public record TermDates(
        @NotNull @Enumerated(EnumType.STRING) Term term,
        @NotNull LocalDate startsOn,
        @NotNull LocalDate halfTermStartsOn,
        @NotNull LocalDate halfTermEndsOn,
        @NotNull LocalDate endsOn) {

    /** Whether it begins, breaks, goes on and ends, in this order. */
    public boolean inOrder() {
        return startsOn.isBefore(halfTermStartsOn)
                && halfTermStartsOn.isBefore(halfTermEndsOn)
                && halfTermEndsOn.isBefore(endsOn);
    }

    /** From its first day to its end, its break included. */
    public Stretch whole() {
        return new Stretch(term, null, startsOn, endsOn);
    }

    /** Up to its break. */
    public Stretch firstHalf() {
        return new Stretch(term, 1, startsOn, halfTermStartsOn);
    }

    /** After its break. */
    public Stretch secondHalf() {
        return new Stretch(term, 2, halfTermEndsOn, endsOn);
    }
}
