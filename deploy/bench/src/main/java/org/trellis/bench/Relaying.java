package org.trellis.bench;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * The relay empties an outbox of 50,000 rows (10,000 aggregates, five events each) that are there at once. The ceiling
 * is a plain producer, as safe as the relay's, that sends the same records.
 */
final class Relaying implements AutoCloseable {
    private static final int EVENTS = 50_000;
    private static final int AGGREGATES = 10_000;
    private static final double LEAST_RATE = 5_000;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final String TOPIC = "trellis.alliance.events";
    private static final String PLAIN = "bench.plain";
    private static final String TYPE = "trellis.alliance.organisation-changed.v1";
    private static final String STATE = """
            {"id": "%1$s", "urn": null, "uid": null, "kind": "OTHER", "name": "Invented by the bench %1$s", "town": \
            "Elm Bank", "phase": null, "laCode": null, "status": "OPEN", "setting": null, "invented": true, \
            "postcode": null, "registerId": null}""";

    private static final String FILL = """
            insert into outbox (id, aggregatetype, aggregateid, type, payload, headers, sequence, epoch, occurred_at)
            select gen_random_uuid(), 'organisation', of.id, '%s', format('%s', of.id)::jsonb, '{}', n, 1, now()
            from generate_series(1, %d) n, lateral (select md5('relayed' || n %% %d)::uuid as id) of""".formatted(TYPE, STATE, EVENTS, AGGREGATES);

    private final Site site;
    private final KafkaConsumer<String, byte[]> offsets;
    private final KafkaProducer<String, byte[]> producer;

    private Relaying(Site site) {
        this.site = site;
        offsets = new KafkaConsumer<>(
                Map.of("bootstrap.servers", site.kafka().bootstrapServers()),
                new StringDeserializer(),
                new ByteArrayDeserializer());
        Map<String, Object> safe = new HashMap<>();
        safe.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, site.kafka().bootstrapServers());
        safe.put(ProducerConfig.ACKS_CONFIG, "all");
        safe.put(ProducerConfig.ENABLE_IDEMPOTENCE_CONFIG, true);
        safe.put(ProducerConfig.LINGER_MS_CONFIG, 1);
        safe.put(ProducerConfig.COMPRESSION_TYPE_CONFIG, "lz4");
        producer = new KafkaProducer<>(safe, new StringSerializer(), new ByteArraySerializer());
    }

    private void makePlainTopic() throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", site.kafka().bootstrapServers()))) {
            int partitions = offsets.partitionsFor(TOPIC).size();
            admin.createTopics(List.of(new NewTopic(PLAIN, partitions, (short) 1)))
                    .all()
                    .get();
        }
    }

    static List<Row> rows(Site site, Rounds rounds) throws Exception {
        site.service("alliance");
        try (Relaying relaying = new Relaying(site)) {
            relaying.makePlainTopic();
            relaying.relay();
            relaying.send();
            Row row = rounds.compare("relay, 50,000 events", relaying::relay, relaying::send);
            return List.of(row.wanted("5,000 events a second", row.ours().rate() >= LEAST_RATE));
        }
    }

    @Override
    public void close() {
        producer.close();
        offsets.close();
    }

    /** From the commit that makes the rows seen to the last one acknowledged. */
    private Sample relay() throws SQLException, TimeoutException {
        long before = end();
        try (Connection connection = site.postgres()
                        .connect("alliance", site.service("alliance").database().owner());
                var fill = connection.createStatement()) {
            fill.execute(FILL);
        }
        long begin = System.nanoTime();
        while (end() < before + EVENTS) {
            if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                throw new TimeoutException("The relay sent " + (end() - before) + " of " + EVENTS + " events");
            }
            LockSupport.parkNanos(Duration.ofMillis(5).toNanos());
        }
        return Sample.ofRate(EVENTS / ((System.nanoTime() - begin) / 1e9));
    }

    private Sample send() throws InterruptedException, ExecutionException {
        long begin = System.nanoTime();
        List<Future<RecordMetadata>> sent = new ArrayList<>(EVENTS);
        for (int n = 0; n < EVENTS; n++) {
            sent.add(producer.send(event(n)));
        }
        for (Future<RecordMetadata> each : sent) {
            each.get();
        }
        return Sample.ofRate(EVENTS / ((System.nanoTime() - begin) / 1e9));
    }

    private long end() {
        var partitions = offsets.partitionsFor(TOPIC).stream()
                .map(partition -> new TopicPartition(TOPIC, partition.partition()))
                .toList();
        return offsets.endOffsets(partitions).values().stream()
                .mapToLong(Long::longValue)
                .sum();
    }

    private static ProducerRecord<String, byte[]> event(int n) {
        String key = new UUID(0, n % AGGREGATES).toString();
        var event = new ProducerRecord<>(PLAIN, key, bytes(STATE.formatted(key)));
        Map.of(
                        "ce_specversion", "1.0",
                        "ce_id", new UUID(1, n).toString(),
                        "ce_type", TYPE,
                        "ce_source", "/alliance",
                        "ce_subject", key,
                        "ce_time", "2026-01-01T00:00:00.000000Z",
                        "ce_aggregate", "organisation",
                        "ce_sequence", Integer.toString(n),
                        "ce_epoch", "1",
                        "content-type", "application/json")
                .forEach((name, value) -> event.headers().add(name, bytes(value)));
        event.headers().add("ce_dataschema", bytes("/alliance/events/" + TYPE));
        return event;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
