package org.trellis.outbox;

import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.consumer.ConsumerConfig;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.clients.consumer.KafkaConsumer;
import org.apache.kafka.common.serialization.ByteArrayDeserializer;
import org.apache.kafka.common.serialization.StringDeserializer;
import org.flywaydb.core.Flyway;
import org.trellis.embedded.Database;
import org.trellis.embedded.Kafka;
import org.trellis.embedded.Postgres;

/** A database with an outbox, a broker, and writers. */
final class OutboxWorld implements AutoCloseable {
    /** An event as the broker gives it out. */
    record Arrived(UUID id, UUID subject, long sequence, long timestamp) {
        static Arrived of(ConsumerRecord<String, byte[]> event) {
            return new Arrived(
                    UUID.fromString(header(event, "ce_id")),
                    UUID.fromString(event.key()),
                    Long.parseLong(header(event, "ce_sequence")),
                    event.timestamp());
        }

        private static String header(ConsumerRecord<String, byte[]> event, String name) {
            return new String(event.headers().lastHeader(name).value(), StandardCharsets.UTF_8);
        }
    }

    private static final String WRITE = """
            insert into outbox (id, aggregatetype, aggregateid, type, payload, headers, sequence, epoch, occurred_at)
            values (?, 'thing', ?, 'trellis.test.changed.v1', '{}', '{}', ?, 1, now())""";

    private final Postgres postgres = Postgres.start();
    private final Kafka kafka = Kafka.start();
    private final Database database = postgres.database("outbox");
    private final List<FaultyProducer> producers = new ArrayList<>();

    OutboxWorld() {
        Flyway.configure()
                .dataSource(
                        database.url(),
                        database.owner().user(),
                        database.owner().password())
                .locations("db/blocks")
                .placeholders(Map.of(
                        "writer", database.writer().user(),
                        "reader", database.reader().user()))
                .load()
                .migrate();
        try (var owner = postgres.connect(database.name(), database.owner());
                var make = owner.createStatement()) {
            make.execute("create table thing (id uuid primary key, version bigint not null)");
            make.execute("grant select, insert, update on thing to "
                    + database.writer().user());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A topic of its own for a test, and an empty outbox. */
    String freshTopic() throws SQLException {
        var topic = "test." + UUID.randomUUID();
        try (var admin = Admin.create(Map.of("bootstrap.servers", kafka.bootstrapServers()))) {
            admin.createTopics(List.of(new NewTopic(topic, 3, (short) 1)))
                    .all()
                    .toCompletionStage()
                    .toCompletableFuture()
                    .join();
        }
        try (var connection = connection();
                var clear = connection.createStatement()) {
            clear.execute("delete from outbox");
        }
        return topic;
    }

    Connection connection() throws SQLException {
        return postgres.connect(database.name(), database.writer());
    }

    FaultyProducer producer() {
        var producer = new FaultyProducer(kafka.bootstrapServers());
        producers.add(producer);
        return producer;
    }

    Relay relay(String topic, FaultyProducer producer) {
        var url = database.url() + (database.url().contains("?") ? "&" : "?") + "ApplicationName=relay";
        var writer = database.writer();
        return new Relay(
                () -> DriverManager.getConnection(url, writer.user(), writer.password()),
                producer.asProducer(),
                "/test",
                aggregate -> topic,
                1000);
    }

    UUID write(UUID aggregate, long sequence) throws SQLException {
        try (var connection = connection()) {
            return write(connection, aggregate, sequence);
        }
    }

    UUID write(Connection connection, UUID aggregate, long sequence) throws SQLException {
        try (var insert = connection.prepareStatement(WRITE)) {
            var id = UUID.randomUUID();
            insert.setObject(1, id);
            insert.setObject(2, aggregate);
            insert.setLong(3, sequence);
            insert.executeUpdate();
            return id;
        }
    }

    List<UUID> writeMany(int events) throws SQLException {
        try (var connection = connection();
                var insert = connection.prepareStatement(WRITE)) {
            var ids = Stream.generate(UUID::randomUUID).limit(events).toList();
            for (var id : ids) {
                insert.setObject(1, id);
                insert.setObject(2, UUID.randomUUID());
                insert.setLong(3, 0);
                insert.addBatch();
            }
            insert.executeBatch();
            return ids;
        }
    }

    /** A thing whose version each change bumps. */
    UUID aggregate() {
        var id = UUID.randomUUID();
        try (var connection = connection();
                var insert = connection.prepareStatement("insert into thing values (?, 0)")) {
            insert.setObject(1, id);
            insert.executeUpdate();
            return id;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    /** One change of a thing, with its event, in one transaction. */
    void change(UUID aggregate) throws SQLException {
        try (var connection = connection()) {
            connection.setAutoCommit(false);
            try (var bump = connection.prepareStatement(
                    "update thing set version = version + 1 where id = ? returning version")) {
                bump.setObject(1, aggregate);
                try (var row = bump.executeQuery()) {
                    row.next();
                    write(connection, aggregate, row.getLong(1));
                }
            }
            connection.commit();
        }
    }

    long waiting() throws SQLException {
        try (var connection = connection();
                var query = connection.createStatement();
                var row = query.executeQuery("select count(*) from outbox")) {
            row.next();
            return row.getLong(1);
        }
    }

    /** Ends the relays' connections as a crash of their process would. */
    void terminateRelays() throws SQLException {
        try (var connection = postgres.connect("postgres");
                var end = connection.createStatement()) {
            end.execute("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'relay'");
        }
    }

    List<Arrived> arrivedInOrderOfTime(String topic, int atLeast) {
        return arrived(topic, atLeast).stream()
                .sorted(Comparator.comparingLong(Arrived::timestamp))
                .toList();
    }

    /** Reads the topic until so many have arrived and nothing more comes. */
    List<Arrived> arrived(String topic, int atLeast) {
        var settings = Map.<String, Object>of(
                ConsumerConfig.BOOTSTRAP_SERVERS_CONFIG, kafka.bootstrapServers(),
                ConsumerConfig.GROUP_ID_CONFIG, UUID.randomUUID().toString(),
                ConsumerConfig.AUTO_OFFSET_RESET_CONFIG, "earliest");
        try (var consumer = new KafkaConsumer<>(settings, new StringDeserializer(), new ByteArrayDeserializer())) {
            consumer.subscribe(Set.of(topic));
            var arrived = new ArrayList<Arrived>();
            long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
            boolean quiet = false;
            while (System.nanoTime() < deadline && !(quiet && arrived.size() >= atLeast)) {
                var polled = consumer.poll(Duration.ofMillis(500));
                quiet = polled.isEmpty();
                polled.forEach(event -> arrived.add(Arrived.of(event)));
            }
            return arrived;
        }
    }

    @Override
    public void close() {
        producers.forEach(FaultyProducer::close);
        kafka.close();
        postgres.close();
    }
}
