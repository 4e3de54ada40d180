package org.trellis.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.UnknownTopicOrPartitionException;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

class KafkaTest {
    private static Kafka kafka;

    @BeforeAll
    static void start() {
        kafka = Kafka.start();
    }

    @AfterAll
    static void stop() {
        kafka.close();
        assertFalse(Files.exists(kafka.log()), "temporary data is gone");
    }

    @Test
    void keepsRecordsWhenKilledAndStartedAgain() throws Exception {
        createTopic("kept");
        try (var producer = new KafkaProducer<>(
                Map.<String, Object>of("bootstrap.servers", kafka.bootstrapServers(), "acks", "all"),
                new StringSerializer(),
                new StringSerializer())) {
            producer.send(new ProducerRecord<>("kept", "key", "value")).get();
        }
        kafka.kill();
        kafka.restart();
        assertEquals(List.of("value"), read("kept"));
    }

    @Test
    void makesNoTopicByAccident() {
        try (Admin admin = admin()) {
            var failure = assertThrows(
                    ExecutionException.class,
                    () -> admin.describeTopics(List.of("misspelt"))
                            .allTopicNames()
                            .get());
            assertInstanceOf(UnknownTopicOrPartitionException.class, failure.getCause());
        }
    }

    @Test
    void keepsItsClassPathApart() throws Exception {
        try (var stream = Kafka.class.getClassLoader().getResourceAsStream("kafka.classpath")) {
            String path = new String(stream.readAllBytes(), StandardCharsets.UTF_8);
            assertEquals(
                    1,
                    path.lines()
                            .flatMap(line -> List.of(line.split(":")).stream())
                            .filter(jar -> jar.contains("kafka-clients"))
                            .count());
            assertFalse(path.contains("quarkus"), path);
        }
    }

    private static void createTopic(String name) throws Exception {
        try (Admin admin = admin()) {
            admin.createTopics(List.of(new NewTopic(name, Optional.of(1), Optional.empty())))
                    .all()
                    .get();
        }
    }

    private static List<String> read(String topic) {
        Map<String, Object> settings = Map.of(
                "bootstrap.servers", kafka.bootstrapServers(), "group.id", "test", "auto.offset.reset", "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new StringDeserializer())) {
            consumer.subscribe(List.of(topic));
            long deadline = System.nanoTime() + Duration.ofSeconds(20).toNanos();
            while (System.nanoTime() < deadline) {
                var records = consumer.poll(Duration.ofMillis(500));
                if (!records.isEmpty()) {
                    List<String> values = new java.util.ArrayList<>();
                    records.forEach(one -> values.add(one.value()));
                    return values;
                }
            }
            return List.of();
        }
    }

    private static Admin admin() {
        return Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()));
    }
}
