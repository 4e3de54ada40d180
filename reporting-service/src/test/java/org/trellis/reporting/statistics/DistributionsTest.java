package org.trellis.reporting.statistics;

import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.trellis.reporting.statistics.Close.assertClose;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.ValueSource;

class DistributionsTest {

    /** Values computed with 40 digits. */
    @ParameterizedTest
    @CsvFileSource(resources = "/statistics/distributions.csv", useHeadersInDisplayName = true)
    void agreesWithFortyDigits(String function, double first, Double second, double value) {
        double actual = switch (function) {
            case "normalMargin" -> Distributions.normalMargin(2 * first - 1);
            case "studentMargin" -> Distributions.studentMargin(second, 2 * first - 1);
            case "studentTwoSided" -> Distributions.studentTwoSided(first, second);
            case "chiSquared" -> Distributions.chiSquaredLower(first, second);
            case "chiSquaredSurvival" -> Distributions.chiSquaredSurvival(first, second);
            case "hedges" -> HedgesCorrection.j(first);
            default -> throw new AssertionError(function);
        };
        assertClose(value, actual, 1e-11, function);
    }

    @Test
    void readsBothTailsAlike() {
        assertClose(Distributions.chiSquaredLower(0.975, 12), Distributions.chiSquaredUpper(0.025, 12), 1e-12, "χ²");
        assertClose(0.05, Distributions.normalTwoSided(-Distributions.normalMargin(0.95)), 1e-13, "p");
    }

    @Test
    void keepsTheDigitsOfTheCorrectionForManyPupils() {
        // 1 − 3/(4m) − 7/(32m²) + 9/(128m³), the series of J for large m
        for (double m : new double[] {1e4, 1e6, 1e9, 1e15}) {
            double series = 1 - 3 / (4 * m) - 7 / (32 * m * m) + 9 / (128 * m * m * m);
            assertClose(series, HedgesCorrection.j(m), 1e-12, "J(" + m + ")");
        }
    }

    @Test
    void countsSignsExactly() {
        assertClose(2 * 9 / 256.0, Distributions.signTest(1, 7), 1e-12, "1 against 7");
        assertClose(1, Distributions.signTest(4, 4), 1e-12, "4 against 4");
        assertClose(1, Distributions.signTest(0, 0), 1e-12, "nobody changed");
    }

    @ParameterizedTest
    @ValueSource(doubles = {0, 1, -0.1, 95, Double.NaN})
    void refusesWhatIsNoConfidence(double level) {
        assertThrows(IllegalArgumentException.class, () -> Distributions.normalMargin(level));
    }

    @Test
    void refusesToCorrectWithoutDegreesOfFreedom() {
        assertThrows(IllegalArgumentException.class, () -> HedgesCorrection.j(1));
        assertThrows(IllegalArgumentException.class, () -> HedgesCorrection.j(Double.NaN));
    }
}
