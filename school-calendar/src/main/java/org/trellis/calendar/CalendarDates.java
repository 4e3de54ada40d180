package org.trellis.calendar;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The dates of a calendar, which may be changed by a merge patch.
 *
 * @param terms all three in their order, or none where those of the trust, the local authority or England hold
 * @param daysOff days of term on which school is closed
 */
public record CalendarDates(
        @Size(max = 3) List<@NotNull @Valid TermDates> terms,
        @Size(max = 100) List<@NotNull @Valid DayOff> daysOff) {

    /** Nothing said is an empty list. */
    public CalendarDates {
        terms = terms == null ? List.of() : terms;
        daysOff = daysOff == null ? List.of() : daysOff;
    }

    /** What keeps these dates from being that year's, one sentence each. */
    public List<String> wrongIn(AcademicYear year) {
        var wrong = new ArrayList<String>();
        if (!terms.isEmpty() && !terms.stream().map(TermDates::term).toList().equals(List.of(Term.values()))) {
            wrong.add("terms: autumn, spring and summer, in this order, or none");
        }
        terms.stream()
                .filter(term -> !term.inOrder())
                .forEach(term -> wrong.add(term.term() + ": begins, breaks, goes on and ends, in this order"));
        for (int i = 1; i < terms.size(); i++) {
            if (terms.get(i).startsOn().isBefore(terms.get(i - 1).endsOn())) {
                wrong.add(terms.get(i).term() + ": begins after the term before it has ended");
            }
        }
        daysOff.stream()
                .filter(off -> !off.startsOn().isBefore(off.endsOn()))
                .forEach(off -> wrong.add("day off from " + off.startsOn() + ": ends after it begins"));
        if (days().anyMatch(day -> day.isBefore(year.startsOn()) || day.isAfter(year.endsOn()))) {
            wrong.add("all dates: from " + year.startsOn() + " to " + year.endsOn());
        }
        return wrong;
    }

    private Stream<LocalDate> days() {
        return Stream.concat(
                terms.stream().flatMap(term -> Stream.of(term.startsOn(), term.endsOn())),
                daysOff.stream().flatMap(off -> Stream.of(off.startsOn(), off.endsOn())));
    }
}
