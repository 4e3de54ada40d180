package org.trellis.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.header.Headers;

/**
 * Sends outbox rows to Kafka as CloudEvents (1.0, binary mode) and deletes them once acknowledged.
 *
 * <p>One relay a database works at a time: a lock held by each batch's transaction says which. Rows of one aggregate
 * go one after the other, each only after the one before it is acknowledged, so that a failed send holds back what
 * follows; rows of different aggregates go together. Deleted are the ids that were acknowledged and no others:
 * positions commit out of order, so "all up to here" would lose the late ones.
 */
public final class Relay {
    /** What a batch did: rows sent, or that another relay holds the lock. */
    public sealed interface Batch {
        record Sent(int rows) implements Batch {}

        record HeldElsewhere() implements Batch {}
    }

    /** Where connections come from; outside any running transaction. */
    @FunctionalInterface
    public interface Connections {
        Connection get() throws SQLException;
    }

    private record Row(
            UUID id,
            String aggregate,
            String key,
            String type,
            String payload,
            String traceparent,
            long sequence,
            long epoch,
            OffsetDateTime at) {}

    private record Sending(Row row, Future<RecordMetadata> acknowledged) {}

    private final Connections database;
    private final Producer<String, byte[]> producer;
    private final String source;
    private final UnaryOperator<String> topicOf;
    private final int batchSize;

    /**
     * @param producer idempotent, {@code acks=all}
     * @param source the events' {@code ce_source}, such as {@code /alliance}
     * @param topicOf the topic of an aggregate's kind
     */
    public Relay(
            Connections database,
            Producer<String, byte[]> producer,
            String source,
            UnaryOperator<String> topicOf,
            int batchSize) {
        this.database = database;
        this.producer = producer;
        this.source = source;
        this.topicOf = topicOf;
        this.batchSize = batchSize;
    }

    /**
     * Sends the oldest rows, at most one batch of them.
     *
     * @throws SendFailed where Kafka refused or did not answer; what was acknowledged before is deleted all the same
     * @throws SQLException where the database is away; nothing is deleted then, and all is sent again later
     */
    public Batch sendBatch() throws SQLException, InterruptedException {
        try (Connection connection = database.get()) {
            connection.setAutoCommit(false);
            try {
                if (!locked(connection)) {
                    connection.rollback();
                    return new Batch.HeldElsewhere();
                }
                var batch = oldest(connection);
                var sent = new ArrayList<UUID>(batch.size());
                try {
                    send(batch, sent);
                } finally {
                    delete(connection, sent);
                    connection.commit();
                }
                return new Batch.Sent(sent.size());
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            }
        }
    }

    private void send(List<Row> batch, List<UUID> sent) throws InterruptedException {
        for (var wave : waves(batch)) {
            var sending = wave.stream()
                    .map(row -> new Sending(row, producer.send(event(row))))
                    .toList();
            SendFailed failed = null;
            for (var each : sending) {
                try {
                    each.acknowledged().get();
                    sent.add(each.row().id());
                } catch (ExecutionException e) {
                    failed = new SendFailed(each.row().id(), e.getCause());
                }
            }
            if (failed != null) {
                throw failed;
            }
        }
    }

    /** The first wave has each aggregate's oldest row, the second its next, and so on. */
    private static List<List<Row>> waves(List<Row> batch) {
        var waves = new ArrayList<List<Row>>();
        Map<String, Integer> seen = new HashMap<>();
        for (var row : batch) {
            int wave = seen.merge(row.key(), 1, Integer::sum) - 1;
            if (wave == waves.size()) {
                waves.add(new ArrayList<>());
            }
            waves.get(wave).add(row);
        }
        return waves;
    }

    private ProducerRecord<String, byte[]> event(Row row) {
        byte[] body = row.payload() == null ? null : row.payload().getBytes(StandardCharsets.UTF_8);
        var event = new ProducerRecord<>(topicOf.apply(row.aggregate()), row.key(), body);
        put(event.headers(), "ce_specversion", "1.0");
        put(event.headers(), "ce_id", row.id().toString());
        put(event.headers(), "ce_type", row.type());
        put(event.headers(), "ce_source", source);
        put(event.headers(), "ce_subject", row.key());
        put(
                event.headers(),
                "ce_time",
                row.at().toInstant().truncatedTo(ChronoUnit.MICROS).toString());
        put(event.headers(), "ce_dataschema", source + "/events/" + row.type());
        put(event.headers(), "ce_aggregate", row.aggregate());
        put(event.headers(), "ce_sequence", Long.toString(row.sequence()));
        put(event.headers(), "ce_epoch", Long.toString(row.epoch()));
        put(event.headers(), "content-type", "application/json");
        if (row.traceparent() != null) {
            put(event.headers(), "ce_traceparent", row.traceparent());
            put(event.headers(), "traceparent", row.traceparent());
        }
        return event;
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /** The table is empty most of the time; planned by that, a backlog would be read from end to end for each batch. */
    private static boolean locked(Connection connection) throws SQLException {
        try (PreparedStatement lock = connection.prepareStatement("""
                        select pg_try_advisory_xact_lock('outbox'::regclass::oid::bigint),
                               set_config('enable_seqscan', 'off', true)""");
                ResultSet row = lock.executeQuery()) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private List<Row> oldest(Connection connection) throws SQLException {
        try (PreparedStatement oldest = connection.prepareStatement("""
                select id, aggregatetype, aggregateid::text, type, payload::text, headers ->> 'traceparent', sequence,
                       epoch, occurred_at
                from outbox order by position limit ?""")) {
            oldest.setInt(1, batchSize);
            var rows = new ArrayList<Row>();
            try (ResultSet row = oldest.executeQuery()) {
                while (row.next()) {
                    rows.add(new Row(
                            row.getObject(1, UUID.class),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            row.getString(6),
                            row.getLong(7),
                            row.getLong(8),
                            row.getObject(9, OffsetDateTime.class)));
                }
            }
            return rows;
        }
    }

    private static void delete(Connection connection, List<UUID> sent) throws SQLException {
        try (PreparedStatement delete = connection.prepareStatement(
                "delete from outbox using unnest(?) as sent (event) where id = sent.event")) {
            delete.setArray(1, connection.createArrayOf("uuid", sent.toArray()));
            delete.executeUpdate();
        }
    }
}
