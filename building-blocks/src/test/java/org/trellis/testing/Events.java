package org.trellis.testing;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.function.Predicate;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/** Speaks for the services that a test does not start: sends events as their relays do, and reads what was sent. */
public final class Events implements AutoCloseable {
    private static final int PARTITIONS = 3;

    /** An event as it is on its topic. @param state the JSON body; null for a tombstone */
    public record Told(String type, String aggregate, UUID subject, long sequence, String state) {}

    private final String servers;
    private final KafkaProducer<String, byte[]> producer;
    private final Map<String, Log> logs = new HashMap<>();

    public Events(String bootstrapServers) {
        servers = bootstrapServers;
        producer = new KafkaProducer<>(
                Map.of("bootstrap.servers", servers, "acks", "all"), new StringSerializer(), new ByteArraySerializer());
    }

    /** Makes the topics where they are missing. */
    public Events topics(String... names) {
        try (var admin = Admin.create(Map.of("bootstrap.servers", servers))) {
            for (String name : names) {
                try {
                    admin.createTopics(List.of(new NewTopic(name, PARTITIONS, (short) 1)))
                            .all()
                            .get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw new IllegalStateException(e.getCause());
                    }
                }
            }
            return this;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /**
     * Sends an event and waits until the broker has it.
     *
     * @param type the wire name, {@code trellis.<service>.<fact>.v1}
     */
    public void tell(String topic, Told event) {
        send(record(topic, UUID.randomUUID(), event));
    }

    /** Sends a record as it is, such as one that is doubled or broken, and waits until the broker has it. */
    public void send(ProducerRecord<String, byte[]> record) {
        try {
            producer.send(record).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** An event with the headers that the relay writes. @param id of the event */
    public static ProducerRecord<String, byte[]> record(String topic, UUID id, Told event) {
        var source = "/" + event.type().split("\\.", -1)[1];
        var record = new ProducerRecord<>(
                topic,
                event.subject().toString(),
                event.state() == null ? null : event.state().getBytes(StandardCharsets.UTF_8));
        put(record.headers(), "ce_specversion", "1.0");
        put(record.headers(), "ce_id", id.toString());
        put(record.headers(), "ce_type", event.type());
        put(record.headers(), "ce_source", source);
        put(record.headers(), "ce_subject", event.subject().toString());
        put(record.headers(), "ce_time", Instant.now().toString());
        put(record.headers(), "ce_dataschema", source + "/events/" + event.type());
        put(record.headers(), "ce_aggregate", event.aggregate());
        put(record.headers(), "ce_sequence", Long.toString(event.sequence()));
        put(record.headers(), "ce_epoch", "1");
        put(record.headers(), "content-type", "application/json");
        return record;
    }

    /** Those on a topic that match, from its beginning, as soon as they are as many as wanted. */
    public synchronized List<Told> await(String topic, int wanted, Duration patience, Predicate<Told> matching) {
        var log = logs.computeIfAbsent(topic, name -> new Log(servers, name));
        var found = new ArrayList<>(log.read.stream().filter(matching).toList());
        var until = Instant.now().plus(patience);
        while (found.size() < wanted && Instant.now().isBefore(until)) {
            log.more().stream().filter(matching).forEach(found::add);
        }
        if (found.size() < wanted) {
            throw new AssertionError("of " + wanted + " events on " + topic + " came only " + found);
        }
        return found;
    }

    /** What a topic has told so far: read once, however often it is asked about. */
    private static final class Log {
        private final List<Told> read = new ArrayList<>();
        private final KafkaConsumer<String, byte[]> consumer;

        Log(String servers, String topic) {
            consumer = new KafkaConsumer<>(
                    Map.<String, Object>of("bootstrap.servers", servers),
                    new StringDeserializer(),
                    new ByteArrayDeserializer());
            var partitions = consumer.partitionsFor(topic).stream()
                    .map(p -> new TopicPartition(topic, p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
        }

        List<Told> more() {
            var more = new ArrayList<Told>();
            consumer.poll(Duration.ofMillis(200)).forEach(record -> more.add(told(record)));
            read.addAll(more);
            return more;
        }
    }

    @Override
    public synchronized void close() {
        logs.values().forEach(log -> log.consumer.close());
        producer.close();
    }

    private static Told told(ConsumerRecord<String, byte[]> record) {
        return new Told(
                header(record, "ce_type"),
                header(record, "ce_aggregate"),
                UUID.fromString(header(record, "ce_subject")),
                Long.parseLong(header(record, "ce_sequence")),
                record.value() == null ? null : new String(record.value(), StandardCharsets.UTF_8));
    }

    private static String header(ConsumerRecord<String, byte[]> record, String name) {
        return new String(record.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
    }

    private static void put(Headers headers, String name, String value) {
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
