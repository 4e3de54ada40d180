package org.trellis.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.TopicPartition;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.apache.kafka.common.serialization.StringSerializer;

/**
 * How long it takes from sending a moderator's acceptance until the project's impact rests on that revision. The
 * ceiling is the bare way: a row committed, a record acknowledged, polled, a row committed.
 */
final class Seeing {
    private static final double MOST_MS = 2000;
    private static final int ACCEPTANCES = 40;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration LOOK = Duration.ofMillis(5);

    private Seeing() {}

    static List<Row> rows(Site site, Rounds rounds) throws Exception {
        for (String service : List.of("alliance", "project", "evidence", "reporting")) {
            site.service(service);
        }
        try (Callers callers = new Callers(site);
                BareWay bare = new BareWay(site)) {
            Acceptances ours = new Acceptances(callers, Stage.set(callers, site.issuer()));
            ours.run();
            bare.run();
            Row row = rounds.compare("accepted to visible", ours::run, bare::run);
            return List.of(row.wanted("p99 under 2 s", row.ours().p99() < MOST_MS));
        }
    }

    /** Each school in turn amends its evidence; it is the acceptance of that which is timed. */
    private record Acceptances(Callers callers, Stage stage) {
        Sample run() throws IOException, TimeoutException {
            long[] nanos = new long[ACCEPTANCES];
            long all = 0;
            for (int n = 0; n < ACCEPTANCES; n++) {
                nanos[n] = once(stage.submissions().get(n % stage.submissions().size()));
                all += nanos[n];
            }
            return Sample.of(nanos, all / 1e9);
        }

        private long once(Stage.Submission submission) throws IOException, TimeoutException {
            String moves = "/v1/submissions/" + submission.id() + "/transitions";
            callers.post(submission.school(), moves, "{\"action\": \"amend\"}");
            int revision = callers.post(submission.school(), moves, "{\"action\": \"submit\"}")
                    .path("revision")
                    .asInt();
            long begin = System.nanoTime();
            callers.post(
                    stage.moderator(),
                    "/v1/moderation/" + submission.id() + "/decisions",
                    "{\"decision\": \"ACCEPT\"}");
            while (!restsOn(submission.id(), revision)) {
                if (System.nanoTime() - begin > PATIENCE.toNanos()) {
                    throw new TimeoutException("Revision " + revision + " was accepted and is not seen");
                }
                LockSupport.parkNanos(LOOK.toNanos());
            }
            return System.nanoTime() - begin;
        }

        private boolean restsOn(String submission, int revision) throws IOException {
            JsonNode impact = callers.get(stage.lead(), "/v1/impact/projects/" + stage.project());
            for (JsonNode each : impact.path("restsOn").path("submissions")) {
                if (each.path("id").asText().equals(submission)
                        && each.path("revision").asInt() == revision) {
                    return true;
                }
            }
            return false;
        }
    }

    private static final class BareWay implements AutoCloseable {
        private static final TopicPartition PARTITION = new TopicPartition("bench.bare", 0);

        private final Connection connection;
        private final PreparedStatement insert;
        private final KafkaProducer<String, String> producer;
        private final KafkaConsumer<String, String> consumer;

        BareWay(Site site) throws SQLException, InterruptedException, ExecutionException {
            connection = site.postgres().connect("postgres");
            try (var create = connection.createStatement()) {
                create.execute("create table bare (id uuid primary key)");
            }
            insert = connection.prepareStatement("insert into bare values (?)");
            Map<String, Object> kafka = Map.of("bootstrap.servers", site.kafka().bootstrapServers());
            try (Admin admin = Admin.create(kafka)) {
                admin.createTopics(List.of(new NewTopic(PARTITION.topic(), 1, (short) 1)))
                        .all()
                        .get();
            }
            producer = new KafkaProducer<>(kafka, new StringSerializer(), new StringSerializer());
            consumer = new KafkaConsumer<>(kafka, new StringDeserializer(), new StringDeserializer());
            consumer.assign(List.of(PARTITION));
            consumer.seekToBeginning(List.of(PARTITION));
        }

        Sample run() throws SQLException, InterruptedException, ExecutionException, TimeoutException {
            long[] nanos = new long[ACCEPTANCES];
            long all = 0;
            for (int n = 0; n < ACCEPTANCES; n++) {
                long begin = System.nanoTime();
                once();
                nanos[n] = System.nanoTime() - begin;
                all += nanos[n];
            }
            return Sample.of(nanos, all / 1e9);
        }

        private void once() throws SQLException, InterruptedException, ExecutionException, TimeoutException {
            UUID id = UUID.randomUUID();
            commit(id);
            producer.send(new ProducerRecord<>(PARTITION.topic(), id.toString(), id.toString()))
                    .get();
            if (consumer.poll(PATIENCE).count() != 1) {
                throw new TimeoutException("A record was sent and is not polled");
            }
            commit(UUID.randomUUID());
        }

        private void commit(UUID id) throws SQLException {
            insert.setObject(1, id);
            insert.executeUpdate();
        }

        @Override
        public void close() throws SQLException {
            consumer.close();
            producer.close();
            connection.close();
        }
    }
}
