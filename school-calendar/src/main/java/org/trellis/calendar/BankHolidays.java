package org.trellis.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.Month;
import java.time.temporal.TemporalAdjusters;
import java.util.Set;
import java.util.TreeSet;

/** England's bank holidays as they come every year, with the days that stand in for those at a weekend. */
public final class BankHolidays {
    private BankHolidays() {}

    /** Whether a day is one. */
    public static boolean on(LocalDate day) {
        return in(day.getYear()).contains(day);
    }

    /** Those of a calendar year, in their order. */
    public static Set<LocalDate> in(int year) {
        var days = new TreeSet<LocalDate>();
        days.add(afterWeekend(LocalDate.of(year, Month.JANUARY, 1)));
        var easter = easter(year);
        days.add(easter.minusDays(2));
        days.add(easter.plusDays(1));
        var may = LocalDate.of(year, Month.MAY, 1);
        days.add(may.with(TemporalAdjusters.firstInMonth(DayOfWeek.MONDAY)));
        days.add(may.with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
        days.add(LocalDate.of(year, Month.AUGUST, 1).with(TemporalAdjusters.lastInMonth(DayOfWeek.MONDAY)));
        var christmas = afterWeekend(LocalDate.of(year, Month.DECEMBER, 25));
        var boxing = afterWeekend(LocalDate.of(year, Month.DECEMBER, 26));
        days.add(christmas);
        days.add(boxing.equals(christmas) ? boxing.plusDays(1) : boxing);
        return days;
    }

    private static LocalDate afterWeekend(LocalDate day) {
        return SchoolDays.atWeekend(day) ? day.with(TemporalAdjusters.next(DayOfWeek.MONDAY)) : day;
    }

    /** Easter Sunday in the Gregorian calendar, by the anonymous algorithm (Meeus, Astronomical Algorithms, ch. 8). */
    public static LocalDate easter(int year) {
        int a = year % 19;
        int b = year / 100;
        int c = year % 100;
        int h = (19 * a + b - b / 4 - (b - (b + 8) / 25 + 1) / 3 + 15) % 30;
        int l = (32 + 2 * (b % 4) + 2 * (c / 4) - h - c % 4) % 7;
        int m = (a + 11 * h + 22 * l) / 451;
        int n = h + l - 7 * m + 114;
        return LocalDate.of(year, n / 31, n % 31 + 1);
    }
}
