package org.trellis.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class SchoolDaysTest {
    private static final AcademicYear YEAR = new AcademicYear(2025);

    private static LocalDate day(String text) {
        return LocalDate.parse(text);
    }

    private static SchoolDays with(List<CalendarDates> nearestFirst) {
        return new SchoolDays(year -> SchoolYear.of(year, year.equals(YEAR) ? nearestFirst : List.of()));
    }

    private static DayOff inset(String on) {
        return new DayOff(day(on), day(on).plusDays(1), DayOffKind.INSET, null);
    }

    private static List<TermDates> laterAutumn() {
        var typical = TypicalYear.of(YEAR);
        var autumn = typical.getFirst();
        return List.of(
                new TermDates(
                        Term.AUTUMN,
                        autumn.startsOn().plusDays(7),
                        autumn.halfTermStartsOn(),
                        autumn.halfTermEndsOn(),
                        autumn.endsOn()),
                typical.get(1),
                typical.get(2));
    }

    @Test
    void countsNoWeekendNoBreakNoBankHolidayAndNoInsetDay() {
        var days = with(List.of(new CalendarDates(List.of(), List.of(inset("2026-03-02")))));

        assertFalse(days.isSchoolDay(day("2026-02-28")), "a Saturday");
        assertFalse(days.isSchoolDay(day("2026-03-02")), "an inset day");
        assertTrue(days.isSchoolDay(day("2026-03-03")));
        assertFalse(days.isSchoolDay(day("2026-05-04")), "a bank holiday");
        assertFalse(days.isSchoolDay(day("2026-02-18")), "a break");
        assertEquals(Optional.of(day("2026-03-03")), days.nextSchoolDay(day("2026-02-27")));
        assertEquals(Optional.of(day("2026-04-13")), days.nextSchoolDay(day("2026-03-27")));
        assertEquals(4, days.between(day("2026-03-02"), day("2026-03-09")));
    }

    @Test
    void knowsTheTermTheHalfAndWhatIsOver() {
        var days = with(List.of());

        assertEquals(Optional.of(Term.SPRING), days.term(day("2026-02-18")).map(Stretch::term));
        assertEquals(Optional.empty(), days.half(day("2026-02-18")));
        assertEquals(Optional.of(2), days.half(day("2026-02-23")).map(Stretch::half));
        assertEquals(Optional.empty(), days.term(day("2026-04-01")));
        assertEquals(Term.SPRING, days.lastTerm(day("2026-04-01")).term());
        assertEquals(Term.AUTUMN, days.lastTerm(day("2026-02-18")).term());
        assertEquals(1, days.lastHalf(day("2026-02-18")).half());
        assertEquals(Term.SUMMER, days.lastTerm(day("2025-09-10")).term(), "of the year before");
    }

    @Test
    void takesTermsFromTheNearestAndDaysOffUpToThere() {
        var school = new CalendarDates(List.of(), List.of(inset("2025-11-10")));
        var trust = new CalendarDates(laterAutumn(), List.of(inset("2025-11-11")));
        var authority = new CalendarDates(TypicalYear.of(YEAR), List.of(inset("2025-11-12")));

        var academy = with(List.of(school, trust, authority));
        assertFalse(academy.isSchoolDay(day("2025-09-03")), "the trust begins later");
        assertFalse(academy.isSchoolDay(day("2025-11-10")), "its own");
        assertFalse(academy.isSchoolDay(day("2025-11-11")), "its trust's");
        assertTrue(academy.isSchoolDay(day("2025-11-12")), "an authority's that is not its own");

        var maintained = with(List.of(school, authority));
        assertTrue(maintained.isSchoolDay(day("2025-09-03")));
        assertFalse(maintained.isSchoolDay(day("2025-11-12")));
    }

    @Test
    void hasNoNextSchoolDayOnceASchoolHasClosed() {
        var days = new SchoolDays(year -> SchoolYear.of(
                year,
                List.of(new CalendarDates(
                        List.of(),
                        List.of(new DayOff(year.startsOn(), year.endsOn(), DayOffKind.CLOSURE, "For good"))))));

        assertEquals(Optional.empty(), days.nextSchoolDay(day("2026-03-02")));
    }

    @Test
    void saysWhatKeepsDatesFromBeingAYear() {
        var autumn = TypicalYear.of(YEAR).getFirst();
        var backwards = new DayOff(day("2026-03-03"), day("2026-03-03"), DayOffKind.CLOSURE, null);
        var nextYears = inset("2026-09-10");

        assertEquals(
                List.of(
                        "terms: autumn, spring and summer, in this order, or none",
                        "day off from 2026-03-03: ends after it begins",
                        "all dates: from 2025-08-01 to 2026-08-01"),
                new CalendarDates(List.of(autumn), List.of(backwards, nextYears)).wrongIn(YEAR));
    }

    /** A school whose years are set at random, by up to three organisations. */
    static Stream<Long> seeds() {
        return IntStream.range(0, 60).mapToObj(Long::valueOf);
    }

    private static SchoolDays random(Random random) {
        Map<AcademicYear, SchoolYear> years = new HashMap<>();
        return new SchoolDays(year -> years.computeIfAbsent(year, each -> {
            var sets = new ArrayList<CalendarDates>();
            for (int i = random.nextInt(4); i > 0; i--) {
                sets.add(new CalendarDates(
                        random.nextBoolean() ? shifted(each, random) : List.of(), daysOff(each, random)));
            }
            return SchoolYear.of(each, sets);
        }));
    }

    private static List<TermDates> shifted(AcademicYear year, Random random) {
        return TypicalYear.of(year).stream()
                .map(term -> new TermDates(
                        term.term(),
                        term.startsOn().plusDays(random.nextInt(8)),
                        term.halfTermStartsOn().minusDays(random.nextInt(5)),
                        term.halfTermEndsOn().plusDays(random.nextInt(5)),
                        term.endsOn().minusDays(random.nextInt(8))))
                .toList();
    }

    private static List<DayOff> daysOff(AcademicYear year, Random random) {
        return random.ints(random.nextInt(6), 0, 350)
                .mapToObj(offset -> year.startsOn().plusDays(offset))
                .map(from -> new DayOff(from, from.plusDays(1 + random.nextInt(3)), DayOffKind.CLOSURE, null))
                .toList();
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void answersAgreeWithEachOther(long seed) {
        var random = new Random(seed);
        var days = random(random);
        var from = day("2024-08-01").plusDays(random.nextInt(700));
        var middle = from.plusDays(random.nextInt(200));
        var to = middle.plusDays(random.nextInt(200));

        assertEquals(days.between(from, to), days.between(from, middle) + days.between(middle, to));
        assertEquals(0, days.between(to, from));
        var next = days.nextSchoolDay(middle).orElseThrow();
        assertTrue(next.isAfter(middle) && days.isSchoolDay(next));
        assertEquals(0, days.between(middle.plusDays(1), next));
        middle.datesUntil(to).filter(days::isSchoolDay).forEach(day -> {
            assertFalse(SchoolDays.atWeekend(day) || BankHolidays.on(day));
            var half = days.half(day).orElseThrow();
            assertEquals(half.term(), days.term(day).orElseThrow().term());
        });
        var lastTerm = days.lastTerm(middle);
        assertFalse(lastTerm.endsOn().isAfter(middle));
        assertTrue(lastTerm.endsOn().datesUntil(middle).noneMatch(day -> over(days, day, lastTerm)));
        assertFalse(days.lastHalf(middle).endsOn().isBefore(lastTerm.endsOn()));
    }

    /** A day of another term that is over by the day after it. */
    private static boolean over(SchoolDays days, LocalDate day, Stretch last) {
        return days.term(day)
                .filter(term -> !term.equals(last) && term.endsOn().equals(day.plusDays(1)))
                .isPresent();
    }
}
