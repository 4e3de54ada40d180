package org.trellis.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

/**
 * When terms in England are where nobody has said otherwise. There is no national calendar; these are dates as most
 * authorities set them: from the first weekday of September to the Friday before Christmas week, two weeks at Easter,
 * a week in the middle of each term, and to the fourth Friday of July at the latest.
 */
public final class TypicalYear {
    private TypicalYear() {}

    /** The three terms of a year. */
    public static List<TermDates> of(AcademicYear year) {
        int next = year.from() + 1;
        var autumnBreak =
                LocalDate.of(year.from(), Month.OCTOBER, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY));
        var springBreak =
                LocalDate.of(next, Month.FEBRUARY, 1).with(TemporalAdjusters.dayOfWeekInMonth(3, DayOfWeek.MONDAY));
        var summerBreak = LocalDate.of(next, Month.MAY, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY));
        var easter = easterBreak(next);
        return List.of(
                new TermDates(
                        Term.AUTUMN,
                        firstWeekday(LocalDate.of(year.from(), Month.SEPTEMBER, 1)),
                        autumnBreak,
                        autumnBreak.plusWeeks(1),
                        afterFriday(LocalDate.of(year.from(), Month.DECEMBER, 20))),
                new TermDates(
                        Term.SPRING,
                        LocalDate.of(next, Month.JANUARY, 2).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY)),
                        springBreak,
                        springBreak.plusWeeks(1),
                        afterFriday(easter)),
                new TermDates(
                        Term.SUMMER,
                        easter.plusWeeks(2),
                        summerBreak,
                        summerBreak.plusWeeks(1),
                        afterFriday(LocalDate.of(next, Month.JULY, 24))));
    }

    /** Two weeks around the turn of March to April; later in years in which Easter Monday would come after them. */
    private static LocalDate easterBreak(int year) {
        var usual = LocalDate.of(year, Month.MARCH, 29).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));
        var late = BankHolidays.easter(year).plusDays(1).minusWeeks(2);
        return late.isAfter(usual) ? late : usual;
    }

    private static LocalDate firstWeekday(LocalDate day) {
        return SchoolDays.atWeekend(day) ? day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)) : day;
    }

    private static LocalDate afterFriday(LocalDate latest) {
        return latest.with(TemporalAdjusters.previousOrSame(DayOfWeek.FRIDAY)).plusDays(1);
    }
}
