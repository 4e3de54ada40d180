package org.trellis.reporting.rebuild;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.jboss.logging.Logger;
import org.trellis.identity.Writer;
import org.trellis.inbox.Inbox;
import org.trellis.reporting.intake.ReadModel;

/**
 * Fills the read model that does not answer, from the first event on, and lets it answer once it has caught up. Each
 * step is a transaction that holds the rebuild's row and moves it on, so that another process goes on where one died;
 * what it took in is committed before, and found in the inbox if it comes again.
 */
@ApplicationScoped
class RebuildRunner {
    private static final Logger LOG = Logger.getLogger(RebuildRunner.class);
    private static final Duration POLL = Duration.ofMillis(200);
    private static final int MOST_FAILURES = 20;

    /** How long intake is held for the last events at most. */
    private static final Duration HOLD = Duration.ofSeconds(30);

    private static final String LOCK_NOT_AVAILABLE = "55P03";

    /** So few events away that intake can be held until they are in. */
    private static final long NEAR = 2_000;

    private static final TypeReference<Map<String, Long>> POSITIONS = new TypeReference<>() {};

    private record Job(UUID id, String state, String target, String positions, long events) {}

    private final Writer writer;
    private final Inbox inbox;
    private final Replay replay;
    private final ObjectMapper json;

    RebuildRunner(Writer writer, Inbox inbox, Replay replay, ObjectMapper json) {
        this.writer = writer;
        this.inbox = inbox;
        this.replay = replay;
        this.json = json;
    }

    void close() {
        replay.close();
    }

    /** @return false where there was nothing to do */
    boolean step() {
        var held = new Job[1];
        try {
            QuarkusTransaction.requiringNew()
                    .timeout(600)
                    .run(() -> claim().ifPresent(job -> {
                        held[0] = job;
                        advance(job);
                    }));
            return held[0] != null;
        } catch (RuntimeException e) {
            LOG.warnf(e, "rebuild %s waits", held[0] == null ? "of anybody" : held[0].id());
            failed(held[0], e);
            return false;
        }
    }

    private Optional<Job> claim() {
        return writer.one(Job.class, """
                select id, state, target, positions::text, events from rebuild where state in ('QUEUED', 'RUNNING')
                for no key update skip locked""", Map.of());
    }

    private void advance(Job job) {
        if (job.state().equals("QUEUED")) {
            begin(job);
            return;
        }
        var positions = new HashMap<>(positions(job));
        replay.at(positions);
        long events = take(job, positions);
        long remaining = replay.remaining(positions);
        if (remaining <= NEAR) {
            events += change(job, positions);
            replay.close();
        }
        keep(job, positions, job.events() + events, remaining <= NEAR ? 0 : remaining);
    }

    /**
     * Only now, when no other is under way, is it certain which read model does not answer. Waits for what is being taken
     * in: a parked event that is taken in after this finds the rebuild under way.
     */
    private void begin(Job job) {
        var target = writer.one(
                        String.class,
                        "select case active when 'read_a' then 'read_b' else 'read_a' end from read_model for update",
                        Map.of())
                .orElseThrow();
        writer.list(String.class, "select count(*)::text from empty_read_model(:target)", Map.of("target", target));
        writer.run(
                "update rebuild set state = 'RUNNING', target = :target, started_at = now() where id = :id",
                Map.of("id", job.id(), "target", target));
    }

    /** Takes in what the next poll brings. @return how many events that was */
    private long take(Job job, Map<String, Long> positions) {
        var batch = replay.poll(POLL);
        ReadModel.filling(
                job.target(),
                () -> batch.partitions()
                        .forEach(partition -> inbox.take(
                                replay.consumer(partition.topic()),
                                new ConsumerRecords<>(Map.of(partition, batch.records(partition)), Map.of()))));
        replay.advance(positions);
        return batch.count();
    }

    /** Holds intake, takes in the last events that there are, and lets the new read model answer in the old one's place. */
    private long change(Job job, Map<String, Long> positions) {
        writer.list(String.class, "select active from read_model for update", Map.of());
        long events = replay.catchUp(positions, HOLD, () -> take(job, positions));
        // whoever asks waits for a moment at most, and is never waited for in turn
        writer.list(String.class, "select set_config('lock_timeout', '200ms', true)", Map.of());
        writer.list(
                String.class, "select count(*)::text from switch_read_model(:target)", Map.of("target", job.target()));
        writer.run("update rebuild set state = 'DONE', finished_at = now() where id = :id", Map.of("id", job.id()));
        return events;
    }

    private void keep(Job job, Map<String, Long> positions, long events, long remaining) {
        writer.run(
                """
                update rebuild set positions = cast(:positions as jsonb), events = :events, remaining = :remaining, failures = 0
                where id = :id""", Map.of("id", job.id(), "positions", written(positions), "events", events, "remaining", remaining));
    }

    /**
     * With the database away nothing is counted: the loop that asks for steps must outlive it. Nor is a change counted that
     * gave way to readers.
     */
    private void failed(Job job, RuntimeException failure) {
        if (job == null || gaveWay(failure)) {
            return;
        }
        try {
            QuarkusTransaction.requiringNew().run(() -> writer.run("""
                    update rebuild set failures = failures + 1,
                      state = case when failures + 1 >= :most then 'FAILED' else state end,
                      finished_at = case when failures + 1 >= :most then now() end
                    where id = :id""", Map.of("id", job.id(), "most", MOST_FAILURES)));
        } catch (RuntimeException e) {
            LOG.warnf(e, "a failure of rebuild %s is not counted", job.id());
        }
    }

    private static boolean gaveWay(Throwable failure) {
        return Stream.iterate(failure, Objects::nonNull, Throwable::getCause)
                .anyMatch(e -> e instanceof SQLException sql && LOCK_NOT_AVAILABLE.equals(sql.getSQLState()));
    }

    private Map<String, Long> positions(Job job) {
        try {
            return json.readValue(job.positions(), POSITIONS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("positions that PostgreSQL holds as JSON cannot be read", e);
        }
    }

    private String written(Map<String, Long> positions) {
        try {
            return json.writeValueAsString(positions);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("positions can be written as JSON", e);
        }
    }
}
