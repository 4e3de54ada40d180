package org.trellis.outbox;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trellis.outbox.OutboxWorld.Arrived;
import org.trellis.outbox.Relay.Batch;

/** The relay against a real database and a real broker, with what can go wrong going wrong. */
class RelayTest {
    private static OutboxWorld world;

    private String topic;

    @BeforeAll
    static void start() {
        world = new OutboxWorld();
    }

    @AfterAll
    static void stop() {
        world.close();
    }

    @BeforeEach
    void freshTopic() throws SQLException {
        topic = world.freshTopic();
    }

    @Test
    void worksOnlyWhereNoOtherRelayDoes() throws Exception {
        world.write(UUID.randomUUID(), 0);
        var sending = new CountDownLatch(1);
        var goOn = new CountDownLatch(1);
        var first = world.relay(topic, world.producer().before(record -> {
            sending.countDown();
            goOn.await();
        }));
        var second = world.relay(topic, world.producer());

        try (var background = Executors.newSingleThreadExecutor()) {
            Future<Batch> batch = background.submit(first::sendBatch);
            sending.await();
            assertInstanceOf(Batch.HeldElsewhere.class, second.sendBatch());
            goOn.countDown();
            assertEquals(new Batch.Sent(1), batch.get());
        }
        assertEquals(new Batch.Sent(0), second.sendBatch());
        assertEquals(1, world.arrived(topic, 1).size());
    }

    @Test
    void sendsAgainWhatWasSentButNotDeleted() throws Exception {
        var aggregate = UUID.randomUUID();
        world.write(aggregate, 0);
        world.write(aggregate, 1);
        var dying = world.relay(topic, world.producer().after(record -> world.terminateRelays()));

        assertThrows(SQLException.class, dying::sendBatch);
        assertEquals(2, world.waiting());
        assertEquals(new Batch.Sent(2), world.relay(topic, world.producer()).sendBatch());

        var arrived = world.arrived(topic, 3);
        assertTrue(arrived.size() > 2, "something was sent twice");
        assertEquals(2, arrived.stream().map(Arrived::id).distinct().count(), "twice under the same id");
    }

    @Test
    void keepsTheOrderOfEachAggregateUnderEightWriters() throws Exception {
        var aggregates = IntStream.range(0, 5).mapToObj(i -> world.aggregate()).toList();
        var writing = new AtomicBoolean(true);
        var relay = world.relay(topic, world.producer());
        try (var threads = Executors.newFixedThreadPool(9)) {
            Future<?> relaying = threads.submit(() -> {
                while (writing.get() || world.waiting() > 0) {
                    relay.sendBatch();
                }
                return null;
            });
            var writers = IntStream.range(0, 8)
                    .mapToObj(writer -> threads.submit(() -> {
                        for (int i = 0; i < 50; i++) {
                            world.change(aggregates.get((writer + i) % aggregates.size()));
                        }
                        return null;
                    }))
                    .toList();
            for (var writer : writers) {
                writer.get();
            }
            writing.set(false);
            relaying.get();
        }
        var arrived = world.arrived(topic, 400);
        for (var aggregate : aggregates) {
            assertEquals(
                    IntStream.rangeClosed(1, 80).mapToObj(Long::valueOf).toList(),
                    arrived.stream()
                            .filter(event -> event.subject().equals(aggregate))
                            .map(Arrived::sequence)
                            .toList());
        }
    }

    @Test
    void holdsBackWhatFollowsAFailedSend() throws Exception {
        var aggregate = UUID.randomUUID();
        var failing = world.write(aggregate, 0);
        world.write(aggregate, 1);
        world.write(aggregate, 2);
        var broken = world.relay(topic, world.producer().failing(failing));

        assertThrows(SendFailed.class, broken::sendBatch);
        assertEquals(3, world.waiting());
        world.relay(topic, world.producer()).sendBatch();

        assertEquals(
                List.of(0L, 1L, 2L),
                world.arrived(topic, 3).stream().map(Arrived::sequence).toList());
    }

    @Test
    void losesNothingThatCommitsLaterThanItsPosition() throws Exception {
        var early = UUID.randomUUID();
        var late = UUID.randomUUID();
        var relay = world.relay(topic, world.producer());
        try (Connection slow = world.connection()) {
            slow.setAutoCommit(false);
            world.write(slow, early, 0);
            world.write(late, 0);
            assertEquals(new Batch.Sent(1), relay.sendBatch());
            slow.commit();
        }
        assertEquals(new Batch.Sent(1), relay.sendBatch());

        assertEquals(
                List.of(late, early),
                world.arrivedInOrderOfTime(topic, 2).stream()
                        .map(Arrived::subject)
                        .toList());
        assertEquals(0, world.waiting());
    }

    @Test
    void bringsTenThousandEventsComplete() throws Exception {
        var written = new HashSet<>(world.writeMany(10_000));
        var relay = world.relay(topic, world.producer());
        while (world.waiting() > 0) {
            relay.sendBatch();
        }
        var arrived = new ArrayList<>(world.arrived(topic, 10_000));

        assertEquals(10_000, arrived.size());
        assertEquals(written, new HashSet<>(arrived.stream().map(Arrived::id).toList()));
    }
}
