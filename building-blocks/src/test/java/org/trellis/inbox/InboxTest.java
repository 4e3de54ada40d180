package org.trellis.inbox;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.Kafka;
import org.trellis.embedded.Postgres;
import org.trellis.embedded.SuiteResource;
import org.trellis.identity.Writer;
import org.trellis.testing.Events;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "blocks"))
class InboxTest {
    private static final String TOPIC = "trellis.other.events";

    /** What the copies' table says of a thing. */
    record Copy(String name, Integer weight, long sequence, boolean gone) {}

    @Inject
    Writer writer;

    Postgres postgres;
    Kafka kafka;

    private Events events;

    @BeforeEach
    void open() {
        events = new Events(kafka.bootstrapServers()).topics(TOPIC);
    }

    @AfterEach
    void close() {
        events.close();
    }

    private static ProducerRecord<String, byte[]> changed(UUID event, UUID thing, long sequence, String state) {
        return Events.record(
                TOPIC, event, new Events.Told("trellis.other.thing-changed.v1", "thing", thing, sequence, state));
    }

    private static String state(String name, int weight) {
        return "{\"name\": \"" + name + "\", \"weight\": " + weight + ", \"colour\": \"not copied\"}";
    }

    private List<Copy> copy(UUID thing) {
        return writer.list(
                Copy.class, "select name, weight, sequence, gone from thing_copy where id = :id", Map.of("id", thing));
    }

    private long effects(UUID event) {
        return writer.one(Long.class, "select count(*) from thing_effect where id = :id", Map.of("id", event))
                .orElseThrow();
    }

    private static void await(Callable<Boolean> condition) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).ignoreExceptions().until(condition);
    }

    /** Everything sent before this has been taken in once this is. */
    private void barrier() {
        for (int partition = 0; partition < 3; partition++) {
            var thing = UUID.randomUUID();
            var sent = changed(UUID.randomUUID(), thing, 0, state("barrier", 0));
            events.send(new ProducerRecord<>(TOPIC, partition, sent.key(), sent.value(), sent.headers()));
            await(() -> !copy(thing).isEmpty());
        }
    }

    @Test
    void takesADoubledMessageOnce() {
        var event = UUID.randomUUID();
        var thing = UUID.randomUUID();
        events.send(changed(event, thing, 1, state("once", 1)));
        barrier();
        events.send(changed(event, thing, 1, state("once", 1)));
        events.send(changed(event, thing, 1, state("once", 1)));
        barrier();

        assertEquals(1, effects(event));
    }

    @Test
    void endsInTheSameCopiesWhateverTheOrder() {
        var random = new Random(42);
        var things = new ArrayList<UUID>();
        var shuffled = new ArrayList<ProducerRecord<String, byte[]>>();
        for (int i = 0; i < 20; i++) {
            var thing = UUID.randomUUID();
            things.add(thing);
            for (int version = 0; version < 10; version++) {
                var event = changed(UUID.randomUUID(), thing, version, state("v" + version, version));
                shuffled.add(event);
                if (random.nextBoolean()) {
                    shuffled.add(event);
                }
            }
        }
        Collections.shuffle(shuffled, random);
        shuffled.forEach(events::send);
        barrier();

        for (var thing : things) {
            assertEquals(List.of(new Copy("v9", 9, 9, false)), copy(thing));
        }
    }

    @Test
    void keepsATombstoneAgainstWhatIsOlder() {
        var thing = UUID.randomUUID();
        events.send(changed(UUID.randomUUID(), thing, 1, state("there", 1)));
        events.send(changed(UUID.randomUUID(), thing, 3, null));
        events.send(changed(UUID.randomUUID(), thing, 2, state("late", 2)));
        barrier();

        assertEquals(List.of(new Copy(null, null, 3, true)), copy(thing));
    }

    @Test
    void parksOnlyWhatCanNeverBeTakenIn() {
        var before = UUID.randomUUID();
        var after = UUID.randomUUID();
        var tooLong = UUID.randomUUID();
        events.send(changed(UUID.randomUUID(), before, 1, state("before", 1)));
        events.send(new ProducerRecord<>(TOPIC, before.toString(), "no event".getBytes(StandardCharsets.UTF_8)));
        events.send(changed(UUID.randomUUID(), UUID.randomUUID(), 1, "{\"name\": "));
        events.send(changed(tooLong, UUID.randomUUID(), 1, state("x".repeat(30), 1)));
        events.send(changed(UUID.randomUUID(), after, 1, state("after", 1)));
        barrier();

        assertEquals(1, copy(before).size());
        assertEquals(1, copy(after).size());
        assertEquals(0, effects(tooLong));
        var causes = writer.list(String.class, "select cause from dead_letter order by cause", Map.of());
        assertEquals(3, causes.size());
        assertTrue(causes.stream().anyMatch(cause -> cause.equals("header ce_id is missing")), causes::toString);
        assertTrue(causes.stream().anyMatch(cause -> cause.equals("the body is not JSON")), causes::toString);
        assertTrue(causes.stream().anyMatch(cause -> cause.contains("name_is_short")), causes::toString);
    }

    @Test
    void waitsForADatabaseThatIsAwayAndGoesOnAfterIt() {
        barrier();
        long parked = writer.one(Long.class, "select count(*) from dead_letter", Map.of())
                .orElseThrow();
        var things = new ArrayList<UUID>();
        postgres.kill();
        for (int i = 0; i < 50; i++) {
            var thing = UUID.randomUUID();
            things.add(thing);
            events.send(changed(UUID.randomUUID(), thing, 1, state("kept", 1)));
        }
        await(() -> given().get("/q/health/ready").statusCode() == 503);
        given().auth()
                .oauth2(SuiteResource.issuer().token("anybody").signed())
                .get("/v1/items")
                .then()
                .statusCode(503)
                .header("Retry-After", "2")
                .body("code", equalTo("unavailable"));
        postgres.restart();

        await(() -> things.stream().allMatch(thing -> copy(thing).size() == 1));
        await(() -> given().get("/q/health/ready").statusCode() == 200);
        given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
        assertEquals(
                parked,
                writer.one(Long.class, "select count(*) from dead_letter", Map.of())
                        .orElseThrow());
    }
}
