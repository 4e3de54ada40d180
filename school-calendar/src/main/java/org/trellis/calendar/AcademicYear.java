package org.trellis.calendar;

import java.time.LocalDate;
import java.time.Month;

/**
 * A school year, such as 2025/26: from August, so that those who begin before September are in it too.
 *
 * @param from the calendar year in which it begins
 */
public record AcademicYear(int from) implements Comparable<AcademicYear> {
    /** What its text looks like, as a regular expression. */
    public static final String FORM = "20\\d{2}/\\d{2}";

    /** True for two years that follow each other, as in 2025/26. */
    public static boolean written(String text) {
        return text.matches(FORM) && parse(text).toString().equals(text);
    }

    /** @param text as {@link #written} has found it */
    public static AcademicYear parse(String text) {
        return new AcademicYear(Integer.parseInt(text.substring(0, 4)));
    }

    /** The year that a day is in. */
    public static AcademicYear of(LocalDate day) {
        return new AcademicYear(day.getMonthValue() < Month.AUGUST.getValue() ? day.getYear() - 1 : day.getYear());
    }

    /** The first of August. */
    public LocalDate startsOn() {
        return LocalDate.of(from, Month.AUGUST, 1);
    }

    /** The first day that is no longer in it. */
    public LocalDate endsOn() {
        return next().startsOn();
    }

    /** The one after it. */
    public AcademicYear next() {
        return new AcademicYear(from + 1);
    }

    /** The one before it. */
    public AcademicYear previous() {
        return new AcademicYear(from - 1);
    }

    @Override
    public int compareTo(AcademicYear other) {
        return Integer.compare(from, other.from);
    }

    @Override
    public String toString() {
        return "%d/%02d".formatted(from, (from + 1) % 100);
    }
}
