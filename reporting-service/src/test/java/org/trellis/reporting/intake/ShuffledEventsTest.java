package org.trellis.reporting.intake;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.apache.kafka.common.TopicPartition;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellis.embedded.Database;
import org.trellis.embedded.SuiteResource;
import org.trellis.identity.Writer;
import org.trellis.reporting.Scores;
import org.trellis.reporting.World;

/** Any order of delivery, doubled, late, with events that nobody knows: the same rows, to the bit. */
@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "reporting"))
class ShuffledEventsTest {
    @Inject
    Intake intake;

    @Inject
    Writer writer;

    Database database;

    private List<ConsumerRecord<String, byte[]>> history;

    @Test
    void endsInTheSameStateWhateverTheOrder() throws SQLException {
        assertTrue(orderly(history()).contains("ANCOVA"), "the history has an effect");
        for (int seed = 0; seed < 4; seed++) {
            assertSameState(history(), orderly(history()), new Random(seed), "shuffled by " + seed);
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6})
    void endsInTheSameStateWhateverHappenedAndInWhateverOrder(long seed) throws SQLException {
        var history = records(new GeneratedHistory(seed).world());
        var orderly = orderly(history);
        for (int again = 0; again < 2; again++) {
            assertSameState(history, orderly, new Random(100 * seed + again), "history " + seed + ", order " + again);
        }
    }

    private String orderly(List<ConsumerRecord<String, byte[]>> history) throws SQLException {
        empty();
        history.forEach(record -> deliver(List.of(record)));
        return readModel();
    }

    /** In another order, a quarter of it twice, in batches of any size. */
    private void assertSameState(
            List<ConsumerRecord<String, byte[]>> history, String orderly, Random random, String which)
            throws SQLException {
        var delivered = new ArrayList<>(history);
        history.stream().filter(r -> random.nextInt(4) == 0).forEach(delivered::add);
        Collections.shuffle(delivered, random);
        empty();
        while (!delivered.isEmpty()) {
            var batch = delivered.subList(0, Math.min(delivered.size(), 1 + random.nextInt(6)));
            deliver(List.copyOf(batch));
            batch.clear();
        }
        assertEquals(orderly, readModel(), which);
    }

    private List<ConsumerRecord<String, byte[]>> history() {
        if (history == null) {
            history = records(oneOfEach());
        }
        return history;
    }

    private static World oneOfEach() {
        var scores = new Scores(3);
        var world = World.trial();
        for (int i = 0; i < 3; i++) {
            var school = world.school("School " + i);
            for (var arm : List.of("INTERVENTION", "INTERVENTION", "COMPARISON", "WAITING_LIST")) {
                var cohort = world.cohort(school, arm, false);
                world.cell(school, cohort, "ALL", scores.pairs(9 + i, 3));
                var cell = world.cell(school, cohort, "ALL", scores.pairs(10 + i, 3));
                if (i == 2 && arm.equals("WAITING_LIST")) {
                    world.cellGone(cell);
                }
            }
            world.participation(school, "COMPLETED", null);
        }
        world.measure(Map.of("higherIsBetter", false));
        world.project("REPORTING");
        world.tell(
                "trellis.project.events", "weather-changed", "weather", UUID.randomUUID(), World.fields("sky", "grey"));
        return world;
    }

    private static List<ConsumerRecord<String, byte[]>> records(World world) {
        var records = new ArrayList<ConsumerRecord<String, byte[]>>();
        var start = Instant.parse("2026-03-01T09:00:00Z");
        for (var told : world.events) {
            records.add(record(told, start.plusSeconds(records.size())));
        }
        return records;
    }

    private static ConsumerRecord<String, byte[]> record(World.OnTopic told, Instant at) {
        var event = told.event();
        var record = new ConsumerRecord<>(
                told.topic(),
                0,
                0L,
                event.subject().toString(),
                event.state() == null ? null : event.state().getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_type", event.type(),
                        "ce_time", at.toString(),
                        "ce_subject", event.subject().toString(),
                        "ce_aggregate", event.aggregate(),
                        "ce_sequence", Long.toString(event.sequence()),
                        "ce_epoch", "1")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    private void deliver(List<ConsumerRecord<String, byte[]>> records) {
        records.stream().collect(Collectors.groupingBy(ConsumerRecord::topic)).forEach((topic, together) -> {
            var batch = new ConsumerRecords<>(Map.of(new TopicPartition(topic, 0), together), Map.of());
            switch (topic) {
                case "trellis.alliance.events" -> intake.alliances(batch);
                case "trellis.alliance.people" -> intake.people(batch);
                case "trellis.project.events" -> intake.projects(batch);
                case "trellis.evidence.events" -> intake.evidence(batch);
                default -> intake.outcomes(batch);
            }
        });
    }

    private void empty() throws SQLException {
        try (var connection = SuiteResource.postgres().connect(database.name(), database.owner());
                var statement = connection.createStatement()) {
            statement.execute("truncate dead_letter");
            for (var table : tables()) {
                statement.execute("truncate read_a.%1$s, read_b.%1$s".formatted(table));
            }
        }
    }

    /** All that is derived. */
    private List<String> tables() {
        return writer.list(
                String.class,
                "select relname from pg_class where relnamespace = 'read_a'::regnamespace and relkind = 'r' order by 1",
                Map.of());
    }

    private String readModel() {
        var dump = new StringBuilder();
        for (var table : tables()) {
            if (table.equals("inbox")) {
                continue; // remembers when it heard, which is no state
            }
            writer.list(String.class, "select cast(t as text) from " + table + " t order by 1", Map.of())
                    .forEach(row -> dump.append(table).append(row).append('\n'));
        }
        return dump.toString();
    }
}
