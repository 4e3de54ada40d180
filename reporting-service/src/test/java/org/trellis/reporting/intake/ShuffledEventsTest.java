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
import org.trellis.embedded.Database;
import org.trellis.embedded.SuiteResource;
import org.trellis.identity.Writer;
import org.trellis.reporting.Scores;
import org.trellis.reporting.World;

/** Any order of delivery, doubled, late, with events that nobody knows: the same rows, to the bit. */
@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "reporting"))
class ShuffledEventsTest {
    private static final List<String> READ_MODEL = List.of(
            "organisation",
            "alliance",
            "project",
            "participation",
            "participation_step",
            "cohort",
            "cycle",
            "measure",
            "cell",
            "school_effect",
            "freshness");

    @Inject
    Intake intake;

    @Inject
    Writer writer;

    Database database;

    @Test
    void endsInTheSameStateWhateverTheOrder() throws SQLException {
        var history = history();
        empty();
        history.forEach(record -> deliver(List.of(record)));
        var orderly = readModel();
        assertTrue(orderly.contains("ANCOVA"), "the history has an effect");

        for (int seed = 0; seed < 8; seed++) {
            var random = new Random(seed);
            var delivered = new ArrayList<>(history);
            history.stream().filter(r -> random.nextInt(4) == 0).forEach(delivered::add);
            Collections.shuffle(delivered, random);
            empty();
            while (!delivered.isEmpty()) {
                var batch = delivered.subList(0, Math.min(delivered.size(), 1 + random.nextInt(6)));
                deliver(List.copyOf(batch));
                batch.clear();
            }
            assertEquals(orderly, readModel(), "shuffled by " + seed);
        }
    }

    private static List<ConsumerRecord<String, byte[]>> history() {
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
            statement.execute("truncate inbox, dead_letter, " + String.join(", ", READ_MODEL));
        }
    }

    private String readModel() {
        var dump = new StringBuilder();
        for (var table : READ_MODEL) {
            writer.list(String.class, "select cast(t as text) from " + table + " t order by 1", Map.of())
                    .forEach(row -> dump.append(table).append(row).append('\n'));
        }
        return dump.toString();
    }
}
