package org.trellis.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class SampleTest {
    @Test
    void takesPercentilesByNearestRankWhateverTheOrder() {
        long[] milliseconds =
                LongStream.rangeClosed(1, 200).map(n -> (201 - n) * 1_000_000).toArray();

        Sample sample = Sample.of(milliseconds, 10);

        assertEquals(new Sample(20, 100, 190, 198), sample);
    }

    @Test
    void givesASingleOperationAsEveryPercentile() {
        assertEquals(new Sample(0.5, 3, 3, 3), Sample.of(new long[] {3_000_000}, 2));
    }

    @Test
    void knowsNoPercentileWhereNothingWasDone() {
        assertTrue(Double.isNaN(Sample.of(new long[0], 1).p50()));
    }

    @Test
    void takesEachFiguresMedianSoThatOneDisturbedRoundDecidesNothing() {
        Sample calm = new Sample(100, 1, 2, 30);
        Sample disturbed = new Sample(10, 9, 99, 999);
        Sample usual = new Sample(90, 1.5, 3, 4);

        assertEquals(new Sample(90, 1.5, 3, 30), Sample.median(List.of(calm, disturbed, usual)));
        assertEquals(new Sample(95, 1.25, 2.5, 17), Sample.median(List.of(calm, usual)));
    }
}
