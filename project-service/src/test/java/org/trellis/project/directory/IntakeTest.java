package org.trellis.project.directory;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.trellis.project.World.get;
import static org.trellis.project.World.token;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;
import org.trellis.identity.Writer;
import org.trellis.project.Setting;
import org.trellis.project.World;
import org.trellis.testing.EventContract;
import org.trellis.testing.Events.Told;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "project"))
class IntakeTest {
    private static final Set<String> OURS = Set.of("epoch", "sequence", "gone");

    @Inject
    Writer writer;

    @Inject
    ObjectMapper json;

    @Test
    void takesInWhatAllianceServicePromisesToTell() throws IOException {
        var taken = takeIn("alliance", Path.of("../alliance-service/contract/events"));

        assertTrue(
                taken.containsAll(Set.of(
                        "organisation", "affiliation", "alliance", "appointment", "person", "priority", "calendar")),
                "examples came for " + taken + " only");
    }

    @Test
    void takesInWhatEvidenceServicePromisesToTell() throws IOException {
        assertTrue(takeIn("evidence", Path.of("../evidence-service/contract/events"))
                .containsAll(Set.of("measure", "completeness")));
    }

    @Test
    void opensSightWithAnAppointmentAndClosesItWithItsEnd() {
        var setting = Setting.shared();
        var project = "/v1/projects/" + setting.draft();
        var person = setting.world.person();
        var appointment = UUID.randomUUID();
        get(token(person), project).then().statusCode(404);

        setting.world.appoint(person, "FACILITATOR", setting.alliance, appointment, 0, null);
        get(token(person), project).then().statusCode(200);

        setting.world.appoint(person, "FACILITATOR", setting.alliance, appointment, 1, "2025-01-01");
        get(token(person), project).then().statusCode(404);
    }

    @Test
    void keepsTheNewerOfTwoEventsInWhateverOrderTheyCome() {
        var setting = Setting.shared();
        var project = "/v1/projects/" + setting.draft();
        var person = setting.world.person();
        var appointment = UUID.randomUUID();

        setting.world.appoint(person, "RD_LEAD", setting.alliance, appointment, 7, "2025-01-01");
        setting.world.appoint(person, "RD_LEAD", setting.alliance, appointment, 3, null);
        setting.world.person();

        get(token(person), project).then().statusCode(404);
    }

    /** Sends the provider's examples and finds each field that we keep as the example has it. */
    private Set<String> takeIn(String service, Path folder) throws IOException {
        var kept = Set.of(
                "organisation",
                "affiliation",
                "alliance",
                "appointment",
                "person",
                "priority",
                "calendar",
                "measure",
                "completeness");
        var taken = new TreeSet<String>();
        long sequence = 0;
        for (Path file : EventContract.examples(folder)) {
            var fact = file.getFileName().toString().replace(".v1.example.json", "");
            var aggregate = aggregateOf(folder, fact);
            if (kept.contains(aggregate)) {
                take(service, fact, aggregate, file, ++sequence);
                taken.add(aggregate);
            }
        }
        return taken;
    }

    private void take(String service, String fact, String aggregate, Path file, long sequence) throws IOException {
        var example = json.readTree(file.toFile());
        var id = UUID.fromString(example.get("id").textValue());
        var topic = aggregate.equals("person") ? World.PEOPLE_TOPIC : "trellis." + service + ".events";
        World.events()
                .tell(
                        topic,
                        new Told(
                                "trellis." + service + "." + fact + ".v1",
                                aggregate,
                                id,
                                sequence,
                                example.toString()));
        await().atMost(30, SECONDS).until(() -> World.sequenceOf(aggregate, id) == sequence);
        var row = json.readTree(writer.one(
                        String.class,
                        "select to_jsonb(t)::text from " + aggregate + " t where id = :id",
                        Map.of("id", id))
                .orElseThrow());
        row.properties().stream()
                .filter(column -> !OURS.contains(column.getKey()))
                .forEach(column -> assertEquals(
                        example.path(field(column.getKey())), column.getValue(), fact + ": " + column.getKey()));
    }

    private String aggregateOf(Path folder, String fact) throws IOException {
        return json.readTree(folder.resolve(fact + ".v1.schema.json").toFile())
                .path("$ref")
                .asText()
                .replace(".schema.json", "");
    }

    private static String field(String column) {
        var words = column.split("_", -1);
        return words[0]
                + Arrays.stream(words)
                        .skip(1)
                        .map(word -> Character.toUpperCase(word.charAt(0)) + word.substring(1))
                        .collect(Collectors.joining());
    }
}
