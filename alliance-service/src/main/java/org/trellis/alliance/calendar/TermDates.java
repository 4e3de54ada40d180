package org.trellis.alliance.calendar;

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
record TermDates(
        @NotNull @Enumerated(EnumType.STRING) Term term,
        @NotNull LocalDate startsOn,
        @NotNull LocalDate halfTermStartsOn,
        @NotNull LocalDate halfTermEndsOn,
        @NotNull LocalDate endsOn) {

    boolean inOrder() {
        return startsOn.isBefore(halfTermStartsOn)
                && halfTermStartsOn.isBefore(halfTermEndsOn)
                && halfTermEndsOn.isBefore(endsOn);
    }

    Stretch whole() {
        return new Stretch(term, null, startsOn, endsOn);
    }

    Stretch firstHalf() {
        return new Stretch(term, 1, startsOn, halfTermStartsOn);
    }

    Stretch secondHalf() {
        return new Stretch(term, 2, halfTermEndsOn, endsOn);
    }
}
