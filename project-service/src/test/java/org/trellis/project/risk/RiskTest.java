package org.trellis.project.risk;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.trellis.calendar.SchoolDays;
import org.trellis.calendar.SchoolYear;

class RiskTest {
    private static final SchoolDays TYPICAL = new SchoolDays(year -> SchoolYear.of(year, List.of()));

    /** Terms: 1 September to 19 December 2025, 5 January to 27 March, 13 April to 24 July 2026. */
    @ParameterizedTest
    @CsvSource({
        "2025-10-01, 2026-03-20, false", // the spring term is not yet over
        "2025-10-01, 2026-04-13, true", // it went by without a look
        "2026-01-05, 2026-04-13, false", // looked at on its first day
        "2025-12-28, 2026-04-13, true", // in the holidays before it
        "2026-04-02, 2026-07-20, false",
        "2026-04-02, 2026-09-02, true"
    })
    void isOverdueOnceAWholeTermHasGoneByWithoutALook(LocalDate reviewed, LocalDate today, boolean overdue) {
        assertEquals(overdue, ProjectRisk.overdue(reviewed, today, TYPICAL));
    }
}
