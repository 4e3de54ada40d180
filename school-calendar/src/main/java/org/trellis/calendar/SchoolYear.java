package org.trellis.calendar;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * A year as it holds for one school, whoever has set it.
 *
 * @param terms all three, in their order
 * @param daysOff days of term on which it is closed all the same
 * @param typical true where nobody has set its terms
 */
public record SchoolYear(List<TermDates> terms, List<DayOff> daysOff, boolean typical) {

    /**
     * Terms are those of the nearest that has set any, and England's typical ones otherwise. Days off are that one's and
     * those of all nearer ones: whoever sets terms of their own does not take over the days of those above.
     *
     * @param nearestFirst the school's own, its trust's, its local authority's, as far as there are any
     */
    public static SchoolYear of(AcademicYear year, List<CalendarDates> nearestFirst) {
        var daysOff = new ArrayList<DayOff>();
        for (var set : nearestFirst) {
            daysOff.addAll(set.daysOff());
            if (!set.terms().isEmpty()) {
                return new SchoolYear(set.terms(), List.copyOf(daysOff), false);
            }
        }
        return new SchoolYear(TypicalYear.of(year), List.copyOf(daysOff), true);
    }

    /** The three terms. */
    public Stream<Stretch> whole() {
        return terms.stream().map(TermDates::whole);
    }

    /** The six halves, without the breaks between them. */
    public Stream<Stretch> halves() {
        return terms.stream().flatMap(term -> Stream.of(term.firstHalf(), term.secondHalf()));
    }

    /** Whether pupils are taught on a day. */
    public boolean open(LocalDate day) {
        return !SchoolDays.atWeekend(day)
                && !BankHolidays.on(day)
                && halves().anyMatch(half -> half.holds(day))
                && daysOff.stream().noneMatch(off -> off.holds(day));
    }
}
