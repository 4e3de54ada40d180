package org.trellis.evidence.directory;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;
import org.trellis.evidence.World;
import org.trellis.testing.EventContract;
import org.trellis.testing.Events;
import org.trellis.testing.Events.Told;

/** What the neighbours promise to send arrives in the columns that this service keeps of it. */
@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class NeighboursExamplesTest {
    private static final Set<String> COPIED = Set.of(
            "organisation",
            "affiliation",
            "alliance",
            "appointment",
            "person",
            "project",
            "participation",
            "project-appointment",
            "cohort",
            "cycle",
            "calendar");

    private final ObjectMapper json = new ObjectMapper();
    private int taken;

    @Test
    void takesInWhatAllianceServicePromises() throws IOException {
        takeAll(
                Path.of("../alliance-service/contract/events"),
                "alliance",
                Map.of("person", "trellis.alliance.people"),
                "trellis.alliance.events");
    }

    @Test
    void takesInWhatProjectServicePromises() throws IOException {
        takeAll(Path.of("../project-service/contract/events"), "project", Map.of(), "trellis.project.events");
    }

    private void takeAll(Path contract, String service, Map<String, String> topics, String topic) throws IOException {
        try (var events = new Events(SuiteResource.kafka().bootstrapServers())) {
            events.topics(topic).topics(topics.values().toArray(String[]::new));
            for (var file : EventContract.examples(contract)) {
                var fact = file.getFileName().toString().replace(".example.json", "");
                var schema =
                        json.readTree(contract.resolve(fact + ".schema.json").toFile());
                var aggregate = schema.path("$ref").asText().replace(".schema.json", "");
                var state = json.readTree(file.toFile());
                if (COPIED.contains(aggregate) && state.isObject()) {
                    take(
                            events,
                            topics.getOrDefault(aggregate, topic),
                            new Told(
                                    "trellis." + service + "." + fact,
                                    aggregate,
                                    UUID.randomUUID(),
                                    1,
                                    state.toString()));
                }
            }
        }
        assertTrue(taken > 0, "no example was found");
    }

    private void take(Events events, String topic, Told event) throws IOException {
        events.tell(topic, event);
        var table = event.aggregate().replace('-', '_');
        var of = " from " + table + " copy where id = '" + event.subject() + "'";
        var until = Instant.now().plus(Duration.ofSeconds(20));
        while (World.sql("select count(*)" + of).equals("0")) {
            assertTrue(Instant.now().isBefore(until), event.type() + " is not taken in");
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
        var copy = json.readTree(World.sql("select to_jsonb(copy)" + of));
        var state = json.readTree(event.state());
        for (var column : copy.properties()) {
            if (!Set.of("id", "epoch", "sequence", "gone").contains(column.getKey())) {
                assertEquals(
                        field(state, column.getKey(), event.type()),
                        column.getValue(),
                        event.type() + ", column " + column.getKey());
            }
        }
        taken++;
    }

    /** A column that no field fills would stay empty without a word. */
    private static JsonNode field(JsonNode state, String column, String type) {
        for (var field : state.properties()) {
            var snake = field.getKey().replaceAll("([A-Z])", "_$1").toLowerCase(Locale.ROOT);
            if (snake.equals(column)) {
                return field.getValue();
            }
        }
        throw new AssertionError(type + " has nothing for the column " + column);
    }
}
