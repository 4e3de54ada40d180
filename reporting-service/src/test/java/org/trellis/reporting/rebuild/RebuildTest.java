package org.trellis.reporting.rebuild;

import static io.restassured.RestAssured.given;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;
import org.trellis.identity.Writer;
import org.trellis.reporting.Asking;
import org.trellis.reporting.Scores;
import org.trellis.reporting.World;
import org.trellis.testing.Events;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "reporting"))
class RebuildTest {
    private static final String REBUILDS = "/v1/reporting-rebuilds";
    private static final String ADMIN = Asking.token("admin", "platform", "platform-admin");

    @Inject
    Writer writer;

    private final Scores scores = new Scores(21);

    /** The first rebuild leaves out what other tests wrote past Kafka, so that the second has something to equal. */
    @Test
    void endsUnderLoadWhereIntakeEndsWhileReadersNoticeNothing() throws Exception {
        var still = world();
        Asking.afterSending(still, reader(still), 3);
        rebuilt();
        var before = Asking.impact(still, reader(still)).jsonPath();
        var loaded = World.trial();
        var stop = new AtomicBoolean();
        try (var threads = Executors.newFixedThreadPool(2)) {
            Callable<Integer> load = () -> load(loaded, stop);
            Callable<Integer> read = () -> read(still, before, stop);
            var answers = List.of(threads.submit(load), threads.submit(read));
            try {
                var active = active();
                rebuilt();
                assertNotEquals(active, active());
            } finally {
                stop.set(true);
            }
            for (var each : answers) {
                assertTrue(each.get() > 0);
            }
        }
        var lived = dump(active());

        rebuilt();

        var anew = dump(active());
        assertTrue(lived.containsKey("school_effect"));
        lived.forEach((table, rows) -> assertEquals(rows, anew.get(table), table));
        assertEquals(
                before.getList("schools"),
                Asking.impact(still, reader(still)).jsonPath().getList("schools"));
    }

    @Test
    void runsOneAtATimeAndForThePlatformsStaffAlone() {
        var key = UUID.randomUUID().toString();
        String id = begin(key).then().statusCode(201).extract().path("id");
        begin(key).then().statusCode(201).body("id", equalTo(id));
        given().auth()
                .oauth2(Asking.token("lead", "urn:900001", "school-lead"))
                .post(REBUILDS)
                .then()
                .statusCode(403);
        done(id);

        Asking.get(ADMIN, REBUILDS + "/" + id)
                .then()
                .body("remaining", equalTo(0))
                .body("reason", nullValue());
    }

    /** A reader who holds the tables for as long as they like delays a rebuild, and does not bring it down. */
    @Test
    void waitsForReadersAndTakesNoParkedEventInMeanwhile() throws SQLException {
        var parked = parked();
        String id;
        try (var reader = SuiteResource.postgres().connect("reporting")) {
            reader.setAutoCommit(false);
            reader.createStatement().execute("select from project limit 1");
            id = begin(UUID.randomUUID().toString())
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
            await().atMost(Duration.ofSeconds(30)).until(() -> state(id).equals("RUNNING"));
            replay(parked).then().statusCode(409).body("code", equalTo("rebuild-under-way"));
            execute("update rebuild set failures = 19 where id = '" + id + "'");

            await().during(Duration.ofSeconds(4))
                    .atMost(Duration.ofSeconds(10))
                    .until(() -> state(id).equals("RUNNING"));
        }

        done(id);
        replay(parked).then().statusCode(409).body("code", equalTo("dead-letter-refused-again"));
    }

    /** @return an event that no cell can be made of, once it is listed */
    private static String parked() {
        var world = World.trial();
        world.tell(
                "trellis.evidence.outcomes",
                "cell-computed",
                "cell",
                UUID.randomUUID(),
                World.fields("projectId", world.project, "n", 7));
        var cell = world.events.removeLast();
        world.send();
        try (var sender = new Events(SuiteResource.kafka().bootstrapServers())) {
            sender.tell(cell.topic(), cell.event());
        }
        await().atMost(Duration.ofSeconds(30))
                .until(() -> letters(cell.event().subject()).size() == 1);
        return letters(cell.event().subject()).getFirst();
    }

    private static List<String> letters(UUID subject) {
        return Asking.get(ADMIN, "/v1/reporting-dead-letters?limit=200")
                .path("items.findAll { it.subject == '" + subject + "' }.id");
    }

    private static Response replay(String letter) {
        return given().auth().oauth2(ADMIN).post("/v1/reporting-dead-letters/" + letter + "/replays");
    }

    private static String state(String id) {
        return Asking.get(ADMIN, REBUILDS + "/" + id).jsonPath().getString("state");
    }

    private static void execute(String sql) throws SQLException {
        try (var connection = SuiteResource.postgres().connect("reporting")) {
            connection.createStatement().execute(sql);
        }
    }

    @Test
    void keepsNothingDerivedThatARebuildWouldMiss() {
        assertEquals(tables("read_a"), tables("read_b"));
        var kept = List.of(
                "access_log",
                "dead_letter",
                "epoch",
                "flyway_schema_history",
                "gone",
                "history",
                "idempotency",
                "outbox",
                "read_model",
                "rebuild",
                "report",
                "report_edition");
        assertEquals(
                kept,
                tables("public").stream()
                        .filter(table -> !table.startsWith("import_") && !table.startsWith("export_"))
                        .toList(),
                "a table that is derived from events goes into both read models");
    }

    private World world() {
        var world = World.trial();
        for (int i = 0; i < 3; i++) {
            var school = world.school("School " + i);
            world.cell(school, world.cohort(school, "INTERVENTION", false), "ALL", scores.pairs(20 + i, 3));
            world.cell(school, world.cohort(school, "COMPARISON", false), "ALL", scores.pairs(20, 0));
        }
        return world;
    }

    private static String reader(World world) {
        return Asking.staff(world.schools.getFirst());
    }

    private int load(World world, AtomicBoolean stop) {
        int sent = 0;
        while (!stop.get()) {
            var school = world.school("School " + sent);
            world.cell(school, world.cohort(school, "INTERVENTION", false), "ALL", scores.pairs(9, 3));
            world.completeness(school, true, 0, 0);
            world.send();
            sent++;
        }
        return sent;
    }

    /** Asks again and again: the same figures every time, never older. */
    private static int read(World world, JsonPath before, AtomicBoolean stop) {
        int asked = 0;
        var newest = Instant.EPOCH;
        while (!stop.get()) {
            var answer = Asking.impact(world, reader(world));
            answer.then().statusCode(200);
            assertEquals(before.getList("schools"), answer.jsonPath().getList("schools"));
            var fresh = Instant.parse(answer.jsonPath().getString("restsOn.freshness.project"));
            assertTrue(!fresh.isBefore(newest), fresh + " after " + newest);
            newest = fresh;
            asked++;
        }
        return asked;
    }

    private static void rebuilt() {
        done(begin(UUID.randomUUID().toString())
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    private static Response begin(String key) {
        return given().auth().oauth2(ADMIN).header("Idempotency-Key", key).post(REBUILDS);
    }

    private static void done(String id) {
        await().atMost(Duration.ofSeconds(60)).until(() -> state(id).equals("DONE"));
    }

    private String active() {
        return writer.one(String.class, "select active from read_model", Map.of())
                .orElseThrow();
    }

    private List<String> tables(String schema) {
        return writer.list(
                String.class,
                "select relname from pg_class where relnamespace = cast(:schema as regnamespace) and relkind = 'r' order by 1",
                Map.of("schema", schema));
    }

    /** Rows by table; the inbox remembers when it heard, which is no state. */
    private Map<String, List<String>> dump(String schema) {
        var dump = new TreeMap<String, List<String>>();
        tables(schema).stream()
                .filter(table -> !table.equals("inbox"))
                .forEach(table -> dump.put(
                        table,
                        writer.list(
                                String.class,
                                "select cast(t as text) from %s.%s t order by 1".formatted(schema, table),
                                Map.of())));
        dump.put(
                "inbox",
                writer.list(
                        String.class,
                        "select consumer || event_id from %s.inbox order by 1".formatted(schema),
                        Map.of()));
        return dump;
    }
}
