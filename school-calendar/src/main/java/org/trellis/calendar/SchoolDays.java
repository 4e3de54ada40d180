package org.trellis.calendar;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** The questions that "last term", "half-termly" and "within so many school days" come down to, for one school. */
public final class SchoolDays {
    private static final int LOOKED_AHEAD = 400;

    private final Function<AcademicYear, SchoolYear> years;

    /** @param years what holds for the school in each year, as {@link Inheritance#year} says */
    public SchoolDays(Function<AcademicYear, SchoolYear> years) {
        this.years = years;
    }

    /** Whether a day is a Saturday or a Sunday. */
    public static boolean atWeekend(LocalDate day) {
        return day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
    }

    /** Whether pupils are taught on a day. */
    public boolean isSchoolDay(LocalDate day) {
        return years.apply(AcademicYear.of(day)).open(day);
    }

    /** The term that a day is in, its break included; none in the holidays. */
    public Optional<Stretch> term(LocalDate day) {
        return years.apply(AcademicYear.of(day))
                .whole()
                .filter(term -> term.holds(day))
                .findFirst();
    }

    /** The half of a term that a day is in; none in holidays and breaks. */
    public Optional<Stretch> half(LocalDate day) {
        return years.apply(AcademicYear.of(day))
                .halves()
                .filter(half -> half.holds(day))
                .findFirst();
    }

    /** The newest term that is over. */
    public Stretch lastTerm(LocalDate day) {
        return newest(day, SchoolYear::whole);
    }

    /** The newest half of a term that is over. */
    public Stretch lastHalf(LocalDate day) {
        return newest(day, SchoolYear::halves);
    }

    /** The first school day after this one; none where school is closed for more than a year. */
    public Optional<LocalDate> nextSchoolDay(LocalDate day) {
        return day.plusDays(1)
                .datesUntil(day.plusDays(LOOKED_AHEAD))
                .filter(this::isSchoolDay)
                .findFirst();
    }

    /** School days from the first day on and before the second; none where that is not after the first. */
    public int between(LocalDate from, LocalDate to) {
        return from.isBefore(to)
                ? (int) from.datesUntil(to).filter(this::isSchoolDay).count()
                : 0;
    }

    private Stretch newest(LocalDate day, Function<SchoolYear, Stream<Stretch>> stretches) {
        var year = AcademicYear.of(day);
        return Stream.of(year, year.previous())
                .flatMap(each -> stretches.apply(years.apply(each)))
                .filter(stretch -> !stretch.endsOn().isAfter(day))
                .max(Comparator.comparing(Stretch::endsOn))
                .orElseThrow(() -> new IllegalStateException("a year before this one has no terms"));
    }
}
