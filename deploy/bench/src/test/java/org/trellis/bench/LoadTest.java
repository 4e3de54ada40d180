package org.trellis.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;

class LoadTest {
    private static final Duration SHORT = Duration.ofMillis(500);

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
        assertTrue(sample.rate() <= done / 0.5, "no more than was done");
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
    void warmsUpForAsLongAsTheRateRises() {
        assertTrue(Load.rises(List.of()));
        assertTrue(Load.rises(List.of(100.0, 99.0, 98.0)));
        assertTrue(Load.rises(List.of(100.0, 99.0, 98.0, 120.0, 119.0)));
        assertFalse(Load.rises(List.of(100.0, 101.0, 99.0, 100.0)), "a little more is noise");
        assertFalse(Load.rises(List.of(100.0, 150.0, 140.0, 151.0, 149.0)));
    }
}
