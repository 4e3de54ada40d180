package org.trellis.reporting.rebuild;

import io.smallrye.common.annotation.Identifier;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongSupplier;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.eclipse.microprofile.config.Config;

/**
 * All topics from their beginning, under a consumer group of their own. How far a rebuild has come stands in its row and
 * not with Kafka; the group only shows it to whoever watches Kafka.
 */
@ApplicationScoped
class Replay {
    private static final String GROUP = "reporting-rebuild";
    private static final int BATCH = 2_000;
    private static final List<String> CONSUMERS =
            List.of("alliance-events", "people", "project-events", "evidence-events", "outcomes");

    private final Map<String, String> consumers;
    private final Supplier<Consumer<String, byte[]>> open;
    private Consumer<String, byte[]> events;

    @Inject
    Replay(@Identifier("default-kafka-broker") Map<String, Object> kafka, Config config) {
        this(
                CONSUMERS.stream()
                        .collect(Collectors.toUnmodifiableMap(
                                consumer ->
                                        config.getValue("mp.messaging.incoming." + consumer + ".topic", String.class),
                                consumer -> consumer)),
                () -> new KafkaConsumer<>(settings(kafka), new StringDeserializer(), new ByteArrayDeserializer()));
    }

    /** @param consumers who takes in what comes, by topic */
    Replay(Map<String, String> consumers, Supplier<Consumer<String, byte[]>> open) {
        this.consumers = consumers;
        this.open = open;
    }

    /** Who takes in what comes on a topic. */
    String consumer(String topic) {
        return consumers.get(topic);
    }

    /** Stands at these positions, and at the beginning of whatever is not among them. */
    void at(Map<String, Long> positions) {
        if (events == null) {
            events = open.get();
        }
        var partitions = consumers.keySet().stream()
                .flatMap(topic -> events.partitionsFor(topic).stream())
                .map(info -> new TopicPartition(info.topic(), info.partition()))
                .collect(Collectors.toSet());
        boolean others = !events.assignment().equals(partitions);
        if (others) {
            events.assign(partitions);
        }
        var first = events.beginningOffsets(partitions);
        partitions.forEach(partition -> {
            long wanted = positions.getOrDefault(partition.toString(), first.get(partition));
            if (others || events.position(partition) != wanted) {
                events.seek(partition, Math.max(wanted, first.get(partition)));
            }
        });
    }

    ConsumerRecords<String, byte[]> poll(Duration patience) {
        return events.poll(patience);
    }

    /** Brings positions up to what has been polled. */
    void advance(Map<String, Long> positions) {
        events.assignment().forEach(partition -> positions.put(partition.toString(), events.position(partition)));
        events.commitAsync();
    }

    /**
     * Takes until all is in that there is now.
     *
     * @return what the takes came to together
     * @throws IllegalStateException where that does not come in time
     */
    long catchUp(Map<String, Long> positions, Duration patience, LongSupplier take) {
        var ends = ends();
        long late = System.nanoTime() + patience.toNanos();
        long taken = 0;
        while (!reached(ends, positions)) {
            if (System.nanoTime() > late) {
                throw new IllegalStateException("the last events do not come, and were waited for long enough");
            }
            taken += take.getAsLong();
        }
        return taken;
    }

    private Map<TopicPartition, Long> ends() {
        return events.endOffsets(events.assignment());
    }

    long remaining(Map<String, Long> positions) {
        return ends().entrySet().stream()
                .mapToLong(end -> Math.max(
                        0, end.getValue() - positions.getOrDefault(end.getKey().toString(), 0L)))
                .sum();
    }

    private static boolean reached(Map<TopicPartition, Long> ends, Map<String, Long> positions) {
        return ends.entrySet().stream()
                .allMatch(end -> positions.getOrDefault(end.getKey().toString(), 0L) >= end.getValue());
    }

    void close() {
        if (events != null) {
            events.close();
            events = null;
        }
    }

    private static Map<String, Object> settings(Map<String, Object> kafka) {
        var settings = new HashMap<>(kafka);
        settings.put(ConsumerConfig.GROUP_ID_CONFIG, GROUP);
        settings.put(ConsumerConfig.ENABLE_AUTO_COMMIT_CONFIG, false);
        settings.put(ConsumerConfig.MAX_POLL_RECORDS_CONFIG, BATCH);
        settings.put(ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        return settings;
    }
}
