package org.trellis.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class LoadTest {
    private static final Duration SHORT = Duration.ofMillis(60);

    private static class Counting implements Load.Client {
        private int done;
        private boolean closed;

        @Override
        public void once() throws Exception {
            LockSupport.parkNanos(Duration.ofMillis(1).toNanos());
            done++;
        }

        @Override
        public void close() {
            closed = true;
        }
    }

    @Test
    void countsWhatEveryClientDidAndClosesThem() throws Exception {
        List<Counting> clients = new ArrayList<>();
        Sample sample;
        try (Load load = Load.of(3, () -> {
            clients.add(new Counting());
            return clients.getLast();
        })) {
            sample = load.run(SHORT);
        }
        int done = clients.stream().mapToInt(client -> client.done).sum();
        assertTrue(clients.stream().allMatch(client -> client.closed && client.done > 0));
        assertTrue(sample.rate() <= done / 0.06, "no more than was done");
        assertTrue(sample.p50() >= 1, "each took a millisecond");
    }

    @Test
    void takesNoRefusalForAnAnswer() throws Exception {
        try (Load load = Load.of(2, () -> new Counting() {
            @Override
            public void once() throws IOException {
                throw new IOException("refused");
            }
        })) {
            assertEquals(
                    "refused",
                    assertThrows(IOException.class, () -> load.run(SHORT)).getMessage());
        }
    }

    @Test
    void warmsUpForAsLongAsTheRateRises() throws Exception {
        try (Load load = Load.of(1, () -> new Counting() {
            private long pause = Duration.ofMillis(16).toNanos();
            private final long from = System.nanoTime();

            @Override
            public void once() {
                long windows = (System.nanoTime() - from) / SHORT.toNanos();
                LockSupport.parkNanos(pause >> Math.min(windows, 3));
            }
        })) {
            List<Double> rates = load.warmUp(SHORT);

            assertTrue(rates.size() >= 6, "three that rise and three that do not: " + rates);
            assertTrue(rates.getLast() > 2 * rates.getFirst(), "ends when it is warm: " + rates);
        }
    }
}
