package org.trellis.bench;

import java.io.PrintStream;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * How a workload is held against its ceiling: both warmed up, then round by round in turn, so that what disturbs the
 * machine disturbs both.
 *
 * @param count   rounds of each
 * @param length  of a round
 * @param out     where progress is told
 */
record Rounds(int count, Duration length, PrintStream out) {
    /** Long enough that the compiler's work, which takes minutes on two cores, shows as a rising rate. */
    private static final Duration WINDOW = Duration.ofSeconds(10);

    /** Both as loads of the same number of clients. */
    Row compare(String workload, Load ours, Load ceiling) throws Exception {
        tell(workload, "warmed up", ours.warmUp(WINDOW));
        tell(workload, "ceiling warmed up", ceiling.warmUp(WINDOW));
        return compare(workload, () -> ours.run(length), () -> ceiling.run(length));
    }

    /** Both as rounds that take as long as they take. */
    Row compare(String workload, Callable<Sample> ours, Callable<Sample> ceiling) throws Exception {
        List<Sample> of = new ArrayList<>();
        List<Sample> against = new ArrayList<>();
        for (int round = 0; round < count; round++) {
            of.add(ours.call());
            against.add(ceiling.call());
        }
        tell(workload, "rounds", of.stream().map(Sample::rate).toList());
        tell(workload, "ceiling", against.stream().map(Sample::rate).toList());
        return Row.of(workload, Sample.median(of), Sample.median(against));
    }

    private void tell(String workload, String what, List<Double> rates) {
        out.printf(
                "  %s, %s: %s a second%n",
                workload,
                what,
                String.join(
                        " ",
                        rates.stream()
                                .map(rate -> String.format(Locale.ROOT, "%.0f", rate))
                                .toList()));
    }
}
