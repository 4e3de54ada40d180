package org.trellis.bench;

import java.io.IOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;

/**
 * A fixed number of clients, each of which starts its next operation when the last one is done. Where the machine is
 * busy they wait longer and ask less, as people do; the rate says what went through.
 */
final class Load implements AutoCloseable {
    /** One of the clients, with a connection of its own. */
    interface Client extends AutoCloseable {
        /** One operation; it throws where the answer is not the expected one, as a refusal is fast and worth nothing. */
        void once() throws Exception;

        @Override
        void close() throws IOException, SQLException;
    }

    private static final int MOST_A_CLIENT = 200_000;
    private static final double RISE = 1.03;
    private static final int PATIENCE = 3;
    private static final int MOST_WINDOWS = 25;

    private final List<Client> clients;

    private Load(List<Client> clients) {
        this.clients = clients;
    }

    static Load of(int clients, Callable<? extends Client> made) throws Exception {
        List<Client> all = new ArrayList<>();
        for (int i = 0; i < clients; i++) {
            all.add(made.call());
        }
        return new Load(all);
    }

    /** One operation of one client. */
    void once() throws Exception {
        clients.getFirst().once();
    }

    /** Runs until the rate rises no more. @return the windows' rates */
    List<Double> warmUp(Duration window) throws Exception {
        List<Double> rates = new ArrayList<>();
        while (rises(rates) && rates.size() < MOST_WINDOWS) {
            rates.add(run(window).rate());
        }
        return rates;
    }

    /** Whether one of the last three windows was better than all before it, by more than noise. */
    static boolean rises(List<Double> rates) {
        double best = 0;
        int still = 0;
        for (double rate : rates) {
            still = rate > best * RISE ? 0 : still + 1;
            best = Math.max(best, rate);
        }
        return still < PATIENCE;
    }

    /** Runs for this long; what has begun by then is finished and counted. */
    Sample run(Duration time) throws Exception {
        long begin = System.nanoTime();
        long end = begin + time.toNanos();
        try (var threads = Executors.newFixedThreadPool(clients.size())) {
            List<Future<long[]>> running = clients.stream()
                    .map(client -> threads.submit(() -> until(end, client)))
                    .toList();
            LongStream all = LongStream.empty();
            for (Future<long[]> each : running) {
                all = LongStream.concat(all, Arrays.stream(each.get()));
            }
            double seconds = (System.nanoTime() - begin) / 1e9;
            return Sample.of(all.toArray(), seconds);
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }

    @Override
    public void close() throws IOException, SQLException {
        for (Client client : clients) {
            client.close();
        }
    }

    private static long[] until(long end, Client client) throws Exception {
        long[] nanos = new long[1024];
        int count = 0;
        for (long now = System.nanoTime(); now < end && count < MOST_A_CLIENT; ) {
            client.once();
            long then = System.nanoTime();
            if (count == nanos.length) {
                nanos = Arrays.copyOf(nanos, 2 * count);
            }
            nanos[count++] = then - now;
            now = then;
        }
        return Arrays.copyOf(nanos, count);
    }
}
