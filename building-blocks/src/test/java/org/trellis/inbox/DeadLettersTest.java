package org.trellis.inbox;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.Database;
import org.trellis.embedded.Kafka;
import org.trellis.embedded.Postgres;
import org.trellis.embedded.SuiteResource;
import org.trellis.identity.Writer;
import org.trellis.testing.Events;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "blocks"))
class DeadLettersTest {
    private static final String TOPIC = "trellis.other.events";
    private static final String LIST = "/v1/blocks-dead-letters";

    @Inject
    Writer writer;

    Postgres postgres;
    Database database;
    Kafka kafka;

    private Events events;

    @BeforeEach
    void open() {
        events = new Events(kafka.bootstrapServers()).topics(TOPIC);
    }

    @AfterEach
    void leaveNothingParked() {
        events.close();
        writer.run("delete from dead_letter", Map.of());
    }

    private static String platform() {
        return SuiteResource.issuer()
                .token("operator")
                .at("platform", "platform-admin")
                .signed();
    }

    private static Response list(String token) {
        return given().auth().oauth2(token).get(LIST);
    }

    private static Response replay(String id) {
        return given().auth().oauth2(platform()).header("X-Reason", "mended").post(LIST + "/" + id + "/replays");
    }

    /** @param which of those that are parked, as a condition on one of them; another test may have parked its own */
    private String parked(String which) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(
                        () -> list(platform()).jsonPath().getString("items.find { " + which + " }?.id"),
                        Objects::nonNull);
    }

    private void asOwner(String sql) throws SQLException {
        try (var owner = postgres.connect(database.name(), database.owner());
                var statement = owner.createStatement()) {
            statement.execute(sql);
        }
    }

    @Test
    void takesAnEventInOnceTheCauseIsMended() throws SQLException {
        var thing = UUID.randomUUID();
        var name = "x".repeat(30);
        var state = "{\"name\": \"" + name + "\", \"weight\": 1}";
        events.send(Events.record(
                TOPIC, UUID.randomUUID(), new Events.Told("trellis.other.thing-changed.v1", "thing", thing, 1, state)));
        var id = parked("it.subject == '" + thing + "' && it.cause.contains('name_is_short')");

        replay(id).then().statusCode(409).body("code", equalTo("dead-letter-refused-again"));
        list(platform()).then().body("items.subject", hasItem(thing.toString()));
        asOwner("alter table thing_copy drop constraint name_is_short");
        try {
            replay(id).then().statusCode(204);
            assertEquals(
                    List.of(name),
                    writer.list(String.class, "select name from thing_copy where id = :id", Map.of("id", thing)));
        } finally {
            asOwner("delete from thing_copy where length(name) > 20");
            asOwner("alter table thing_copy add constraint name_is_short check (length(name) <= 20)");
        }
        list(platform()).then().statusCode(200).body("items.id", not(hasItem(id)));
        replay(id).then().statusCode(404);
        assertEquals(
                List.of("mended"),
                writer.list(
                        String.class,
                        "select reason from history where aggregatetype = 'dead-letter' and aggregateid = :id",
                        Map.of("id", UUID.fromString(id))));
    }

    @Test
    void showsThePlatformsStaffTheCauseAndNobodyTheBody() {
        events.send(new ProducerRecord<>(TOPIC, "key", "a secret, no event".getBytes(StandardCharsets.UTF_8)));
        var id = parked("it.cause.contains('ce_id is missing')");
        var another = SuiteResource.issuer()
                .token("head")
                .at("urn:900001", "school-lead")
                .signed();

        list(platform()).then().body("items.find { it.id == '" + id + "' }.topic", equalTo(TOPIC));
        list(platform()).then().body(not(containsString("secret")));
        list(another).then().statusCode(403);
        given().auth().oauth2(platform()).get("/v1/another-dead-letters").then().statusCode(404);
        given().auth()
                .oauth2(platform())
                .get(LIST + "?consumer=nobody")
                .then()
                .statusCode(200)
                .body("items", empty());
    }
}
