package org.trellis.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.NewTopic;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerConfig;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.clients.producer.RecordMetadata;
import org.apache.kafka.common.errors.TopicExistsException;
import org.apache.kafka.common.serialization.ByteArraySerializer;
import org.apache.kafka.common.serialization.StringSerializer;
import org.trellis.embedded.Database;

/**
 * reporting-service takes in 480,000 events that come at once, beside all that it knows of the nation: of ten, five are
 * cells of evidence (whose effects are computed), two submissions, and one each a participation, a cohort and how complete
 * evidence is. Then it builds its read model anew from them. The ceiling keeps the same events' bodies, a thousand a
 * transaction, by plain SQL.
 */
final class TakingIn {
    /** A minute's worth at 8,000 a second. */
    private static final int EVENTS = 480_000;

    private static final int BATCH = 1_000;
    private static final int MEASURES = 10;
    private static final int PARTITIONS = 6;
    private static final List<String> TOPICS = List.of(
            "trellis.alliance.events",
            "trellis.alliance.people",
            "trellis.project.events",
            "trellis.evidence.events",
            "trellis.evidence.outcomes");
    private static final double LEAST_RATE = 3_000;
    private static final Duration PATIENCE = Duration.ofMinutes(10);

    private record Event(String topic, String type, String aggregate, UUID subject, String state) {}

    private final Site site;
    private final ServiceProcess service;

    private TakingIn(Site site) {
        this.site = site;
        service = site.service("reporting");
    }

    static List<Row> rows(Site site) throws Exception {
        makeTopics(site);
        var taking = new TakingIn(site);
        var plain = taking.plain();
        var intake = Sample.ofRate(taking.intake());
        var rebuild = Sample.ofRate(taking.rebuild());
        return List.of(
                Row.of("intake, 480,000 events", intake, plain)
                        .wanted("3,000 events a second", intake.rate() >= LEAST_RATE),
                Row.of("rebuild, 480,000 events", rebuild, plain));
    }

    /** As the services that tell make them. */
    private static void makeTopics(Site site) throws InterruptedException, ExecutionException {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", site.kafka().bootstrapServers()))) {
            for (String topic : TOPICS) {
                try {
                    admin.createTopics(List.of(new NewTopic(topic, PARTITIONS, (short) 1)))
                            .all()
                            .get();
                } catch (ExecutionException e) {
                    if (!(e.getCause() instanceof TopicExistsException)) {
                        throw e;
                    }
                }
            }
        }
    }

    /** From the first event sent to the last one committed. */
    private double intake() throws Exception {
        long before = takenIn();
        long begin = System.nanoTime();
        try (var producer = producer()) {
            Deque<Future<RecordMetadata>> sending = new ArrayDeque<>();
            for (Iterator<Event> events = events().iterator(); events.hasNext(); ) {
                sending.add(producer.send(written(events.next())));
                if (sending.size() > BATCH) {
                    sending.remove().get();
                }
            }
            for (Future<RecordMetadata> each : sending) {
                each.get();
            }
        }
        until(() -> takenIn() >= before + EVENTS);
        return EVENTS / seconds(begin);
    }

    private double rebuild() throws Exception {
        Caller admin = new Caller(() -> site.issuer().token("bench-admin").at("platform", "platform-admin"));
        try (var http = new HttpConnection(service.port())) {
            String path = "/v1/reporting-rebuilds";
            long begin = System.nanoTime();
            String made = http.send("POST", path, admin.authorization(), "", "")
                    .expect(201)
                    .body();
            String id = made.replaceAll("(?s).*\"id\":\"([^\"]+)\".*", "$1");
            until(() -> http.get(path + "/" + id, admin.authorization())
                    .expect(200)
                    .body()
                    .contains("\"state\":\"DONE\""));
            return EVENTS / seconds(begin);
        }
    }

    private Sample plain() throws SQLException {
        Database database = service.database();
        try (Connection connection = site.postgres().connect(database.name(), database.owner());
                var create = connection.createStatement()) {
            create.execute("create table bench_plain (id uuid primary key, state jsonb)");
            connection.setAutoCommit(false);
            long begin = System.nanoTime();
            try (var insert = connection.prepareStatement("insert into bench_plain values (?, ?::jsonb)")) {
                Iterator<Event> events = events().iterator();
                for (int i = 0; i < EVENTS; i++) {
                    Event event = events.next();
                    insert.setObject(1, event.subject());
                    insert.setString(2, event.state());
                    insert.addBatch();
                    if (i % BATCH == BATCH - 1 || i == EVENTS - 1) {
                        insert.executeBatch();
                        connection.commit();
                    }
                }
            }
            double rate = EVENTS / seconds(begin);
            create.execute("drop table bench_plain");
            connection.commit();
            return Sample.ofRate(rate);
        }
    }

    private long takenIn() throws SQLException {
        try (Connection connection = site.postgres()
                        .connect(service.database().name(), service.database().owner());
                var count = connection.createStatement();
                var rows = count.executeQuery("select count(*) from inbox")) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private interface Reached {
        boolean yet() throws SQLException, IOException;
    }

    private static void until(Reached reached) throws Exception {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!reached.yet()) {
            if (System.nanoTime() > deadline) {
                throw new TimeoutException("Not all events were taken in");
            }
            LockSupport.parkNanos(Duration.ofMillis(100).toNanos());
        }
    }

    private static double seconds(long begin) {
        return (System.nanoTime() - begin) / 1e9;
    }

    private KafkaProducer<String, byte[]> producer() {
        Map<String, Object> settings = new HashMap<>();
        settings.put(ProducerConfig.BOOTSTRAP_SERVERS_CONFIG, site.kafka().bootstrapServers());
        settings.put(ProducerConfig.ACKS_CONFIG, "all");
        settings.put(ProducerConfig.LINGER_MS_CONFIG, 5);
        return new KafkaProducer<>(settings, new StringSerializer(), new ByteArraySerializer());
    }

    private static ProducerRecord<String, byte[]> written(Event event) {
        var record = new ProducerRecord<>(
                event.topic(), event.subject().toString(), event.state().getBytes(StandardCharsets.UTF_8));
        Map.of(
                        "ce_id", UUID.randomUUID().toString(),
                        "ce_type", event.type(),
                        "ce_time", Instant.now().toString(),
                        "ce_subject", event.subject().toString(),
                        "ce_aggregate", event.aggregate(),
                        "ce_sequence", "1",
                        "ce_epoch", "1")
                .forEach((name, value) -> record.headers().add(name, value.getBytes(StandardCharsets.UTF_8)));
        return record;
    }

    /** Of projects with ten schools each, whose cohorts are of either arm in turn. */
    private static Stream<Event> events() {
        Stream<Event> measures = IntStream.range(0, MEASURES).mapToObj(TakingIn::measure);
        Stream<Event> projects = IntStream.iterate(0, n -> n + 1).boxed().flatMap(n -> {
            UUID project = Directory.uuid("event-project" + n / 600);
            return n % 600 == 0 ? Stream.of(project(project), of(project, n)) : Stream.of(of(project, n));
        });
        return Stream.concat(measures, projects).limit(EVENTS);
    }

    private static Event of(UUID project, int n) {
        UUID school = Directory.uuid("event-school" + n / 60);
        UUID cycle = Directory.uuid("event-cycle" + n / 600);
        return switch (n % 10) {
            case 0 -> participation(n, project, school);
            case 1 -> completeness(n, project, cycle, school);
            case 2 -> cohort(n, project, school);
            case 3, 4 -> submission(n, project, cycle, school);
            default -> cell(n, project, cycle, school);
        };
    }

    private static Event measure(int n) {
        return new Event(
                "trellis.evidence.events",
                "trellis.evidence.measure-defined.v1",
                "measure",
                Directory.uuid("event-measure" + n),
                """
                {"code":"M%1$d","name":"Measure %1$d","about":"PUPIL","unit":"points","higherIsBetter":true}""".formatted(n));
    }

    private static Event project(UUID project) {
        return new Event("trellis.project.events", "trellis.project.project-started.v1", "project", project, """
                {"title":"Of the bench","design":"WITHIN_SCHOOLS","state":"ACTIVE","partnerAllianceIds":[]}""");
    }

    private static Event cohort(int n, UUID project, UUID school) {
        return new Event(
                "trellis.project.events",
                "trellis.project.cohort-formed.v1",
                "cohort",
                Directory.uuid("event-cohort" + n / 10),
                """
                {"projectId":"%s","organisationId":"%s","arm":"%s","about":"PUPIL"}""".formatted(project, school, n / 10 % 2 == 0 ? "INTERVENTION" : "COMPARISON"));
    }

    private static Event participation(int n, UUID project, UUID school) {
        return new Event(
                "trellis.project.events",
                "trellis.project.school-activated.v1",
                "participation",
                Directory.uuid("event-participation" + n),
                """
                {"projectId":"%s","organisationId":"%s","status":"ACTIVE","startsOn":"2025-09-01"}""".formatted(project, school));
    }

    private static Event completeness(int n, UUID project, UUID cycle, UUID school) {
        return new Event(
                "trellis.evidence.events",
                "trellis.evidence.completeness-changed.v1",
                "completeness",
                Directory.uuid("event-completeness" + n),
                """
                {"projectId":"%s","cycleId":"%s","organisationId":"%s","baselineAccepted":true,"baselineMeasureIds":[],\
                "items":[{"point":"BASELINE","missing":0,"overdueSchoolDays":0}]}""".formatted(project, cycle, school));
    }

    private static Event submission(int n, UUID project, UUID cycle, UUID school) {
        return new Event(
                "trellis.evidence.events",
                "trellis.evidence.submission-accepted.v1",
                "submission",
                Directory.uuid("event-submission" + n),
                """
                {"projectId":"%s","cycleId":"%s","organisationId":"%s","type":"SCORES","status":"ACCEPTED","revision":1,\
                "acceptedRevision":1}""".formatted(project, cycle, school));
    }

    private static Event cell(int n, UUID project, UUID cycle, UUID school) {
        return new Event(
                "trellis.evidence.outcomes",
                "trellis.evidence.cell-computed.v1",
                "cell",
                Directory.uuid("event-cell" + n),
                """
                {"projectId":"%s","cycleId":"%s","cohortId":"%s","organisationId":"%s","measureId":"%s","from":"BASELINE",\
                "to":"OUTCOME","subgroup":"ALL","n":12,"earlierOnly":1,"laterOnly":0,"moments":{"n":12,"meanX":98.5,\
                "meanY":101.25,"m2x":1800.5,"m2y":1920.25,"cxy":1300.75},"submissions":[],"cause":"ACCEPTED"}""".formatted(
                                project,
                                cycle,
                                Directory.uuid("event-cohort" + n / 10),
                                school,
                                Directory.uuid("event-measure" + n % MEASURES)));
    }
}
