package org.trellis.bench;

import java.util.Arrays;
import java.util.Collection;
import java.util.function.ToDoubleFunction;

/**
 * What one round saw.
 *
 * @param rate  operations a second
 * @param p50   milliseconds within which half of the operations were done
 * @param p95   milliseconds
 * @param p99   milliseconds
 */
record Sample(double rate, double p50, double p95, double p99) {

    /** @param nanos how long each operation took, in any order */
    static Sample of(long[] nanos, double seconds) {
        long[] sorted = nanos.clone();
        Arrays.sort(sorted);
        return new Sample(
                nanos.length / seconds, percentile(sorted, 50), percentile(sorted, 95), percentile(sorted, 99));
    }

    /** A round of which only the pace is known. */
    static Sample ofRate(double rate) {
        return new Sample(rate, Double.NaN, Double.NaN, Double.NaN);
    }

    /** Each figure's median over the rounds, so that one disturbed round decides nothing. */
    static Sample median(Collection<Sample> rounds) {
        return new Sample(
                median(rounds, Sample::rate),
                median(rounds, Sample::p50),
                median(rounds, Sample::p95),
                median(rounds, Sample::p99));
    }

    private static double median(Collection<Sample> rounds, ToDoubleFunction<Sample> figure) {
        double[] values = rounds.stream().mapToDouble(figure).sorted().toArray();
        int half = values.length / 2;
        return values.length % 2 == 1 ? values[half] : (values[half - 1] + values[half]) / 2;
    }

    /** By nearest rank, in milliseconds. */
    private static double percentile(long[] sorted, int percent) {
        if (sorted.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(percent / 100.0 * sorted.length);
        return sorted[Math.max(rank, 1) - 1] / 1e6;
    }
}
