package org.trellis.reporting.statistics.effect;

import static org.junit.jupiter.api.Assertions.assertEquals;

/** Takes estimates apart in tests. */
final class Answers {

    private Answers() {}

    static <T> T found(Estimate<T> estimate) {
        return switch (estimate) {
            case Estimate.Found<T>(T value) -> value;
            case Estimate.Missing<T>(Reason reason) -> throw new AssertionError(reason.sentence());
        };
    }

    static <T> void assertMissing(Reason reason, Estimate<T> estimate) {
        assertEquals(new Estimate.Missing<T>(reason), estimate);
    }
}
