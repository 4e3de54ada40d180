package org.trellis.evidence;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.locks.LockSupport;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.config.ConfigResource;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;
import org.trellis.testing.Events.Told;

/** A run with marked values, and then a search through all that leaves the service, or is left behind in it. */
@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class MarkedValuesTest {
    private static final String OUTCOMES = "trellis.evidence.outcomes";
    private static final List<String> NUMBERS = List.of("H801200001001", "X00180001701A");
    private static final String TEXT = "marked-words-of-a-pupil";
    private static final String NOTE = "marked-note-on-a-lesson";
    private static final ConfigResource TOPIC = new ConfigResource(ConfigResource.Type.TOPIC, OUTCOMES);
    private static final ConfigResource BROKERS = new ConfigResource(ConfigResource.Type.BROKER, "");
    private static final int ON_EVERY_PARTITION = 60;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @Inject
    Spans spans;

    private World world;
    private final List<String> logged = Collections.synchronizedList(new ArrayList<>());
    private final List<String> answered = new ArrayList<>();

    @BeforeEach
    void tellOfAProject() {
        world = new World();
    }

    @Test
    void findsNothingOfAPupilWhereItMustNotBe() throws Exception {
        var handler = listening();
        Logger.getLogger("").addHandler(handler);
        spans.listen();
        try {
            play();
        } finally {
            Logger.getLogger("").removeHandler(handler);
        }
        var traced = spans.heard();
        assertTrue(
                traced.stream().anyMatch(span -> span.contains("/v1/references/erasures")), "the search reads traces");
        var marks = new ArrayList<>(NUMBERS);
        marks.addAll(List.of(TEXT, NOTE));
        for (var pupil : List.of("a", "b", "c", "erased")) {
            marks.add(world.reference(pupil));
        }
        var told = told();
        assertTrue(told.stream().anyMatch(record -> record.topic().equals(OUTCOMES)), "the search reads what was told");
        for (var mark : marks) {
            told.forEach(record -> assertFalse(text(record).contains(mark), record.topic() + " has " + mark));
            traced.forEach(span -> assertFalse(span.contains(mark), "traces have " + mark + ": " + span));
            assertFalse(logged.toString().contains(mark), "logs have " + mark);
            assertFalse(given().get("/q/metrics").asString().contains(mark), "metrics have " + mark);
        }
        NUMBERS.forEach(number -> assertFalse(answered.toString().contains(number), "problems repeat " + number));
        assertEquals(List.of(), tablesWith(NUMBERS.getFirst()));
        assertEquals(List.of(), tablesWith(world.reference("erased")));
        assertEquals(List.of("accepted_score"), tablesWith(world.reference("a")));
        assertEquals(List.of("passage"), tablesWith(TEXT));
        assertEquals(List.of("accepted_content"), tablesWith(NOTE));
    }

    /** The log's cleaner runs at once, as elsewhere within a day; then nothing of whom was erased is left in it. */
    @Test
    void compactionLeavesNothingOfWhoWasErased() throws Exception {
        world.accepted(pairs("a", "b", "c", "erased"));
        await("ACCEPTED", 4);
        world.post(world.head(), "/v1/references/erasures", Map.of("reference", world.reference("erased")))
                .then()
                .statusCode(201);
        await("ERASED", 3);
        assertTrue(
                cells().stream().anyMatch(MarkedValuesTest::countsTheErased), "the log has them until it is cleaned");

        try (var admin =
                Admin.create(Map.of("bootstrap.servers", SuiteResource.kafka().bootstrapServers()))) {
            var config = admin.describeConfigs(List.of(TOPIC)).all().get().get(TOPIC);
            assertEquals("compact", config.get("cleanup.policy").value());
            assertTrue(Long.parseLong(config.get("max.compaction.lag.ms").value())
                    <= Duration.ofDays(1).toMillis());
            configure(admin, AlterConfigOp.OpType.SET);
            try {
                awaitCleaning();
            } finally {
                configure(admin, AlterConfigOp.OpType.DELETE);
            }
        }
        assertTrue(cells().stream().anyMatch(cell -> text(cell).contains("\"ERASED\"")));
    }

    /** What comes next closes the segments that the cleaner then takes. */
    private void awaitCleaning() throws Exception {
        var until = Instant.now().plus(PATIENCE);
        while (cells().stream().anyMatch(MarkedValuesTest::countsTheErased)) {
            assertTrue(Instant.now().isBefore(until), "never cleaned");
            for (int i = 0; i < ON_EVERY_PARTITION; i++) {
                world.events()
                        .tell(
                                OUTCOMES,
                                new Told("trellis.evidence.cell-emptied.v1", "cell", UUID.randomUUID(), 0, null));
            }
            LockSupport.parkNanos(Duration.ofMillis(200).toNanos());
        }
    }

    private static void configure(Admin admin, AlterConfigOp.OpType type) throws Exception {
        var ofTopic = Map.of("segment.ms", "100", "min.cleanable.dirty.ratio", "0", "delete.retention.ms", "0")
                .entrySet()
                .stream()
                .map(entry -> new AlterConfigOp(new ConfigEntry(entry.getKey(), entry.getValue()), type))
                .toList();
        var ofCleaner = List.of(new AlterConfigOp(new ConfigEntry("log.cleaner.backoff.ms", "100"), type));
        Map<ConfigResource, Collection<AlterConfigOp>> wanted = Map.of(TOPIC, ofTopic, BROKERS, ofCleaner);
        admin.incrementalAlterConfigs(wanted).all().get();
    }

    private static boolean countsTheErased(ConsumerRecord<String, byte[]> cell) {
        return text(cell).replace(" ", "").contains("\"n\":4,");
    }

    /** Of this world's. */
    private List<ConsumerRecord<String, byte[]>> cells() throws ExecutionException, InterruptedException {
        return told().stream()
                .filter(record -> record.topic().equals(OUTCOMES))
                .filter(record -> text(record).contains(world.cohort.toString()))
                .toList();
    }

    private void play() {
        world.accepted(pairs("a", "b", "c", "erased"));
        var draft = world.begun(world.staff(), world.school);
        for (var number : NUMBERS) {
            var score = world.score("a", world.cohort, "BASELINE", 80);
            score.put("reference", number);
            say(world.post(world.staff(), "/v1/submissions/" + draft + "/scores", Map.of("scores", List.of(score))));
            say(given().auth()
                    .oauth2(world.staff())
                    .contentType("text/csv")
                    .body("reference,cohort,measure,point,value,taken_on\n" + number + ",7A,x,BASELINE,1,2025-10-01\n")
                    .post("/v1/submissions/" + draft + "/scores"));
            say(world.post(world.head(), "/v1/references/exports", Map.of("reference", number)));
            var titled = world.submission(world.school);
            titled.put("title", number);
            say(world.post(world.staff(), "/v1/submissions", titled));
        }
        survey("Nothing of " + NUMBERS.getFirst()).then().statusCode(400);
        survey(TEXT).then().statusCode(201);
        var note = World.id(world.post(
                world.staff(),
                "/v1/submissions",
                world.submission(
                        world.school,
                        "COACHING_NOTE",
                        Map.of(
                                "teacherId",
                                world.teacher,
                                "endedAt",
                                "2026-01-20T15:30:00Z",
                                "focus",
                                "Questions",
                                "note",
                                NOTE))));
        world.move(world.staff(), note, "submit").then().statusCode(200);
        world.post(world.head(), "/v1/references/exports", Map.of("reference", world.reference("a")))
                .then()
                .statusCode(200);
        world.post(world.head(), "/v1/references/erasures", Map.of("reference", world.reference("erased")))
                .then()
                .statusCode(201);
        await("ERASED", 3);
    }

    private Response survey(String words) {
        var form = world.get(world.staff(), "/v1/instruments?code=PUPIL_ENGAGEMENT")
                .path("items[0].id");
        return say(world.post(
                world.staff(),
                "/v1/submissions",
                world.submission(
                        world.school,
                        "SURVEY",
                        Map.of(
                                "instrumentId",
                                form,
                                "takenOn",
                                "2026-01-20",
                                "responses",
                                List.of(Map.of(
                                        "interested", 4, "trying", 4, "asking", 3, "helping", 5, "say", words))))));
    }

    private Response say(Response answer) {
        answered.add(answer.asString());
        return answer;
    }

    private List<Map<String, Object>> pairs(String... pupils) {
        var scores = new ArrayList<Map<String, Object>>();
        for (var pupil : pupils) {
            scores.add(world.score(pupil, world.cohort, "BASELINE", 80));
            scores.add(world.score(pupil, world.cohort, "OUTCOME", 90));
        }
        return scores;
    }

    private void await(String cause, int n) {
        world.events()
                .await(
                        OUTCOMES,
                        1,
                        PATIENCE,
                        told -> told.state() != null
                                && told.state().contains(world.cohort.toString())
                                && told.state().contains("\"" + cause + "\"")
                                && told.state().replace(" ", "").contains("\"n\":" + n + ","));
    }

    private Handler listening() {
        var formatter = new SimpleFormatter();
        return new Handler() {
            @Override
            public void publish(LogRecord record) {
                logged.add(formatter.format(record));
            }

            @Override
            public void flush() {
                // nothing is held back
            }

            @Override
            public void close() {
                // nothing is open
            }
        };
    }

    /** Everything on every topic. */
    private static List<ConsumerRecord<String, byte[]>> told() throws ExecutionException, InterruptedException {
        Map<String, Object> kafka =
                Map.of("bootstrap.servers", SuiteResource.kafka().bootstrapServers());
        var all = new ArrayList<ConsumerRecord<String, byte[]>>();
        try (var admin = Admin.create(kafka);
                var consumer = new KafkaConsumer<>(kafka, new StringDeserializer(), new ByteArrayDeserializer())) {
            var partitions = admin.listTopics().names().get().stream()
                    .flatMap(topic -> consumer.partitionsFor(topic).stream())
                    .map(p -> new TopicPartition(p.topic(), p.partition()))
                    .toList();
            consumer.assign(partitions);
            consumer.seekToBeginning(partitions);
            var ends = consumer.endOffsets(partitions);
            while (partitions.stream().anyMatch(p -> consumer.position(p) < ends.get(p))) {
                consumer.poll(Duration.ofMillis(200)).forEach(all::add);
            }
        }
        return all;
    }

    private static String text(ConsumerRecord<String, byte[]> record) {
        var text = new StringBuilder(String.valueOf(record.key()));
        record.headers().forEach(header -> text.append(' ').append(new String(header.value(), StandardCharsets.UTF_8)));
        return record.value() == null
                ? text.toString()
                : text.append(' ')
                        .append(new String(record.value(), StandardCharsets.UTF_8))
                        .toString();
    }

    private static List<String> tablesWith(String mark) {
        var tables = World.sql("""
            select string_agg(table_name, ',' order by table_name) from information_schema.tables
            where table_schema = 'public' and table_type = 'BASE TABLE'\
            """);
        return List.of(tables.split(",")).stream()
                .filter(table -> !World.sql(
                                "select count(*) from " + table + " t where strpos(t::text, '" + mark + "') > 0")
                        .equals("0"))
                .toList();
    }
}
