package org.trellis.reporting.statistics;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MonthsOfProgressTest {

    /** Either side of every step of the Education Endowment Foundation's table. */
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "0.014, 0",
        "0.015, 1",
        "0.02, 1",
        "0.03, 1",
        "0.044, 1",
        "0.045, 1",
        "0.05, 1",
        "0.094, 1",
        "0.095, 2",
        "0.1, 2",
        "0.184, 2",
        "0.185, 3",
        "0.19, 3",
        "0.264, 3",
        "0.265, 4",
        "0.35, 4",
        "0.355, 5",
        "0.44, 5",
        "0.445, 6",
        "0.524, 6",
        "0.525, 7",
        "0.61, 7",
        "0.615, 8",
        "0.694, 8",
        "0.695, 9",
        "0.784, 9",
        "0.785, 10",
        "0.874, 10",
        "0.875, 11",
        "0.954, 11",
        "0.955, 12",
        "0.96, 12",
        "1.0, 12",
        "1.004, 12",
        "-0.0, 0",
        "-0.014, 0",
        "-0.015, -1",
        "-0.03, -1",
        "-0.05, -1",
        "-0.12, -2",
        "-0.265, -4",
        "-0.3, -4",
        "-1, -12",
    })
    void looksUpWhatIsRoundedHalfUp(double g, int months) {
        assertEquals(new MonthsOfProgress("EEF_TOOLKIT", months, null), MonthsOfProgress.of(g));
    }

    @ParameterizedTest
    @CsvSource({"1.005, 12", "1.4, 12", "1e300, 12", "-1.005, -12", "-3, -12"})
    void flagsWhatLiesBeyondTheTable(double g, int months) {
        assertEquals(new MonthsOfProgress("EEF_TOOLKIT", months, "BEYOND_TABLE"), MonthsOfProgress.of(g));
    }

    @Test
    void mirrorsEveryEffect() {
        for (int thousandths = 0; thousandths < 1200; thousandths++) {
            MonthsOfProgress up = MonthsOfProgress.of(thousandths / 1000.0);
            MonthsOfProgress down = MonthsOfProgress.of(-thousandths / 1000.0);
            assertEquals(up.value(), -down.value());
            assertEquals(up.flag(), down.flag());
        }
        assertNull(MonthsOfProgress.of(1).flag());
    }

    @Test
    void refusesWhatIsNoEffect() {
        assertThrows(NumberFormatException.class, () -> MonthsOfProgress.of(Double.NaN));
    }
}
