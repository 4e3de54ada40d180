package org.trellis.calendar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TypicalYearTest {
    /** As published on gov.uk for England and Wales. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "2024 | 01-01 03-29 04-01 05-06 05-27 08-26 12-25 12-26",
                "2025 | 01-01 04-18 04-21 05-05 05-26 08-25 12-25 12-26",
                "2026 | 01-01 04-03 04-06 05-04 05-25 08-31 12-25 12-28",
                "2027 | 01-01 03-26 03-29 05-03 05-31 08-30 12-27 12-28",
                "2028 | 01-03 04-14 04-17 05-01 05-29 08-28 12-25 12-26"
            })
    void knowsTheBankHolidays(int year, String days) {
        Set<LocalDate> published = new TreeSet<>();
        for (var day : days.split(" ", -1)) {
            published.add(LocalDate.parse(year + "-" + day));
        }
        assertEquals(published, BankHolidays.in(year));
    }

    @Test
    void isWhereMostAuthoritiesHadIt() {
        assertEquals(
                List.of("2025-09-01 to 2025-12-20", "2026-01-05 to 2026-03-28", "2026-04-13 to 2026-07-25"),
                spans(new AcademicYear(2025)));
        assertEquals(
                List.of("2024-09-02 to 2024-12-21", "2025-01-06 to 2025-04-05", "2025-04-21 to 2025-07-19"),
                spans(new AcademicYear(2024)));
    }

    private static List<String> spans(AcademicYear year) {
        return TypicalYear.of(year).stream()
                .map(term -> term.startsOn() + " to " + term.endsOn())
                .toList();
    }

    static Stream<AcademicYear> years() {
        return IntStream.range(2010, 2090).mapToObj(AcademicYear::new);
    }

    @ParameterizedTest
    @MethodSource("years")
    void isASchoolYearOfTheUsualLength(AcademicYear year) {
        var terms = TypicalYear.of(year);
        var days = new SchoolDays(each -> SchoolYear.of(each, List.of()));

        assertEquals(List.of(), new CalendarDates(terms, List.of()).wrongIn(year));
        int open = days.between(year.startsOn(), year.endsOn());
        assertTrue(open >= 188 && open <= 200, () -> year + " has " + open + " school days");
    }
}
