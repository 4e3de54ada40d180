package org.trellis.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;
import org.trellis.identity.Writer;
import org.trellis.outbox.Ids;

/**
 * Takes events in: at-least-once delivery, effects exactly once.
 *
 * <p>A poll's batch is one transaction: event ids into the inbox, effects of those not seen before, commit. Where the
 * batch breaks, its events are taken one by one. What can never be taken in is parked, with its cause; while anything
 * else is in the way (the database is away) the consumer waits and tries again, takes nothing further, and the
 * service says that it is not ready.
 */
@ApplicationScoped
public class Inbox {
    private static final Logger LOG = Logger.getLogger(Inbox.class);
    private static final long LONGEST_WAIT_MS = 5_000;

    private final Writer writer;
    private final ObjectMapper json;
    private final Instance<Intake> intakes;
    private final Set<String> waiting = ConcurrentHashMap.newKeySet();
    private final CountDownLatch stopping = new CountDownLatch(1);

    Inbox(Writer writer, ObjectMapper json, @Any Instance<Intake> intakes) {
        this.writer = writer;
        this.json = json;
        this.intakes = intakes;
    }

    /** Consumers that cannot go on now. */
    public Set<String> waiting() {
        return Set.copyOf(waiting);
    }

    @PreDestroy
    void stop() {
        stopping.countDown();
    }

    /**
     * Takes in a batch; returns once all of it is committed or parked.
     *
     * @param consumer names who takes in, and what an {@link Intake} does then: an event is taken once by each name
     */
    public void take(String consumer, ConsumerRecords<String, byte[]> batch) {
        List<ConsumerRecord<String, byte[]>> events = new ArrayList<>(batch.count());
        batch.forEach(events::add);
        try {
            untilDone(consumer, () -> commit(consumer, events, Intake::begin));
        } catch (NeverTaken e) {
            events.forEach(event -> one(consumer, event));
        }
    }

    /** Takes in one event that was parked. @throws NeverTaken where it still cannot be taken in */
    void takeAgain(String consumer, ConsumerRecord<String, byte[]> event) {
        try {
            commit(consumer, List.of(event), intake -> {
                intake.begin();
                intake.beginAgain();
            });
        } catch (RuntimeException e) {
            NeverTaken.throwIfSo(e);
            throw e;
        }
    }

    private Intake intake(String consumer) {
        return intakes.stream()
                .filter(intake -> intake.effects().containsKey(consumer))
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("nothing takes in what " + consumer + " brings"));
    }

    private void one(String consumer, ConsumerRecord<String, byte[]> event) {
        try {
            untilDone(consumer, () -> commit(consumer, List.of(event), Intake::begin));
        } catch (NeverTaken e) {
            LOG.warnf(
                    "%s parks %s/%d/%d: %s",
                    consumer, event.topic(), event.partition(), event.offset(), e.getMessage());
            untilDone(consumer, () -> park(consumer, event, e.getMessage()));
        }
    }

    private void commit(String consumer, List<ConsumerRecord<String, byte[]>> events, Consumer<Intake> begin) {
        Map<UUID, Received> received = new LinkedHashMap<>();
        events.stream()
                .map(event -> Received.of(event, json))
                .forEach(event -> received.putIfAbsent(event.id(), event));
        QuarkusTransaction.requiringNew().run(() -> {
            var intake = intake(consumer);
            begin.accept(intake);
            received.keySet().retainAll(unseen(consumer, received.keySet()));
            if (!received.isEmpty()) {
                intake.effects().get(consumer).accept(List.copyOf(received.values()));
            }
        });
    }

    private Set<UUID> unseen(String consumer, Set<UUID> ids) {
        return new HashSet<>(
                writer.list(UUID.class, """
                insert into inbox (consumer, event_id) select :consumer, unnest(:ids)
                on conflict do nothing returning event_id""", Map.of("consumer", consumer, "ids", ids.toArray(UUID[]::new))));
    }

    private void untilDone(String consumer, Runnable work) {
        for (long wait = 100; ; wait = Math.min(2 * wait, LONGEST_WAIT_MS)) {
            try {
                work.run();
                waiting.remove(consumer);
                return;
            } catch (RuntimeException e) {
                NeverTaken.throwIfSo(e);
                waiting.add(consumer);
                LOG.warnf(e, "%s waits", consumer);
                awaitOrStop(wait, e);
            }
        }
    }

    private void awaitOrStop(long millis, RuntimeException cause) {
        try {
            if (stopping.await(millis, TimeUnit.MILLISECONDS)) {
                throw new IllegalStateException("stopped before the batch was taken in; it will be sent again", cause);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("stopped before the batch was taken in; it will be sent again", e);
        }
    }

    private void park(String consumer, ConsumerRecord<String, byte[]> event, String cause) {
        var values = new LinkedHashMap<String, Object>();
        values.put("id", Ids.next());
        values.put("consumer", consumer);
        values.put("topic", event.topic());
        values.put("partition", event.partition());
        values.put("offset", event.offset());
        values.put("key", event.key());
        values.put("headers", headers(event));
        values.put("payload", event.value());
        values.put("cause", cause);
        QuarkusTransaction.requiringNew().run(() -> writer.run("""
                        insert into dead_letter (id, consumer, topic, partition, "offset", key, headers, payload, cause)
                        values (:id, :consumer, :topic, :partition, :offset, :key, cast(:headers as jsonb), :payload, :cause)
                        on conflict do nothing""", values));
    }

    private String headers(ConsumerRecord<String, byte[]> event) {
        var headers = json.createObjectNode();
        event.headers().forEach(h -> headers.put(h.key(), printable(h.value())));
        try {
            return json.writeValueAsString(headers);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("headers cannot be written as JSON", e);
        }
    }

    /** jsonb holds no NUL. */
    private static String printable(byte[] value) {
        return value == null ? null : new String(value, StandardCharsets.UTF_8).replace("\0", "\\0");
    }

    /** Wraps what no further try can mend: a body that is no event, or data that the tables refuse. */
    static final class NeverTaken extends RuntimeException {
        private static final long serialVersionUID = 1L;

        private NeverTaken(Throwable cause) {
            super(cause.getMessage(), cause);
        }

        /** SQLSTATE classes 22 (data) and 23 (constraint) speak of the event; all others of the database. */
        static void throwIfSo(RuntimeException failure) {
            for (Throwable e = failure; e != null; e = e.getCause()) {
                if (e instanceof Undecodable
                        || e instanceof SQLException sql
                                && sql.getSQLState() != null
                                && (sql.getSQLState().startsWith("22")
                                        || sql.getSQLState().startsWith("23"))) {
                    throw new NeverTaken(e);
                }
            }
        }
    }
}
