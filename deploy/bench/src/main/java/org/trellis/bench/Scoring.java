package org.trellis.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.locks.LockSupport;
import org.postgresql.PGConnection;
import org.trellis.embedded.Database;

/**
 * A million scores of fifty schools imported in one job, by a service of 320 MB: once in peace, once more without effect,
 * and once by a service that is killed at random points and goes on when it is back. The ceiling is the same file copied
 * into a table as it is, and put by one statement into a table with the constraints of the real one.
 */
final class Scoring {
    private static final String HEAP = "-Xmx320m";
    private static final double LEAST_RATE = 20_000;
    private static final double LEAST_SHARE = 0.4;
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final long SEED = 20260331;

    /** What there is in the end, without ids and times, which no two imports share. */
    private static final String STATE = """
        select md5(string_agg(line, E'\\n' order by line)) from (
          select concat_ws('|', s.organisation_id, s.status, s.score_count, s.reference_count, d.revision, d.reference,
            d.measure_id, d.cohort_id, d.point, d.value, d.taken_on, d.subgroups) as line
          from submission s join draft_score d on d.submission_id = s.id) state\
        """;

    private static final String UPSERT = """
        insert into plain (submission_id, revision, reference, measure_id, cohort_id, point, value, taken_on, subgroups)
        select d.id, 1, s.reference, m.id, c.id, s.point, s.value::numeric, s.taken_on::date,
          jsonb_build_object('PUPIL_PREMIUM', s.pupil_premium)
        from staged s join organisation o on o.register_id = s.school
        join cohort c on c.organisation_id = o.id and c.name = s.cohort join measure m on m.code = s.measure
        join submission d on d.organisation_id = o.id
        on conflict (submission_id, reference, measure_id, cohort_id, point)
          do update set value = excluded.value, taken_on = excluded.taken_on, subgroups = excluded.subgroups\
        """;

    private final Site site;
    private final PrintStream out;
    private final Path file;
    private final Caller trust;
    private final ObjectMapper json = new ObjectMapper();
    private final List<String> wrong = new ArrayList<>();
    private String query;

    private Scoring(Site site, PrintStream out, Path file) {
        this.site = site;
        this.out = out;
        this.file = file;
        trust = new Caller(() -> site.issuer().token("bench-trust").at("uid:30000", "trust-team"));
    }

    static List<Row> rows(Site site, PrintStream out) throws Exception {
        var scoring = new Scoring(site, out, ScoreFile.write(site.folder().resolve("scores.csv")));
        Database peaceful = scoring.database("scores");
        Database killed = scoring.database("scores_killed");
        double seconds = scoring.inPeace(peaceful);
        double copied = scoring.copied(peaceful);
        scoring.killed(killed);
        scoring.expect("the same state after kills", scoring.state(peaceful), scoring.state(killed));
        scoring.wrong.forEach(out::println);
        double rate = ScoreFile.ROWS / seconds;
        double ceiling = ScoreFile.ROWS / copied;
        return List.of(Row.of("score import, rows", Sample.ofRate(rate), Sample.ofRate(ceiling))
                .wanted(
                        "20,000 rows a second, ratio at least 0.4, resumable, without effect the second time",
                        rate >= LEAST_RATE && rate / ceiling >= LEAST_SHARE && scoring.wrong.isEmpty()));
    }

    private Database database(String name) throws SQLException {
        Database database = site.like("evidence", name);
        try (Connection owner = site.postgres().connect(database.name(), database.owner())) {
            ScoreFile.names(owner);
            query = ScoreFile.project(owner);
        }
        return database;
    }

    private ServiceProcess service(Database database) {
        return ServiceProcess.start("evidence", site, database, Map.of(), HEAP, null);
    }

    private double inPeace(Database database) throws Exception {
        var service = service(database);
        try {
            long start = System.nanoTime();
            var outcome = finished(service, upload(service)).path("outcome");
            double seconds = (System.nanoTime() - start) / 1e9;
            out.printf("  %,d scores: %.1f s, %s%n", ScoreFile.ROWS, seconds, outcome);
            expect("scores created", ScoreFile.ROWS, outcome.path("created").asInt());
            String before = state(database);
            start = System.nanoTime();
            outcome = finished(service, upload(service)).path("outcome");
            out.printf("  again: %.1f s, %s%n", (System.nanoTime() - start) / 1e9, outcome);
            expect("scores unchanged", ScoreFile.ROWS, outcome.path("unchanged").asInt());
            expect("the state after a second import", before, state(database));
            return seconds;
        } finally {
            service.process().stop();
        }
    }

    /** Killed at random points: once while it reads, twice while it applies. */
    private void killed(Database database) throws Exception {
        var random = new Random(SEED);
        var service = service(database);
        String job = upload(service);
        service = killed(service, job, database, "read", random.nextInt(ScoreFile.ROWS));
        service = killed(service, job, database, "applied", random.nextInt(ScoreFile.ROWS / 2));
        service = killed(service, job, database, "applied", ScoreFile.ROWS / 2 + random.nextInt(ScoreFile.ROWS / 4));
        finished(service, job);
        service.process().stop();
    }

    private ServiceProcess killed(ServiceProcess service, String job, Database database, String progress, int rows)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (get(service, job).path("progress").path(progress).asInt() < rows) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("No rows are " + progress);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        service.process().kill();
        out.printf("  killed when %,d rows were %s%n", rows, progress);
        return service(database);
    }

    private double copied(Database database) throws SQLException, IOException {
        try (Connection connection = site.postgres().connect(database.name(), database.owner());
                var statement = connection.createStatement();
                InputStream bytes = Files.newInputStream(file)) {
            statement.execute("""
                create table plain (like draft_score including all);
                alter table plain add foreign key (submission_id) references submission deferrable initially deferred;
                create table staged (school text, reference text, cohort text, measure text, point text, value text,
                  taken_on text, pupil_premium text)\
                """);
            long start = System.nanoTime();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy staged from stdin (format csv, header)", bytes);
            double copied = (System.nanoTime() - start) / 1e9;
            statement.execute(UPSERT);
            double seconds = (System.nanoTime() - start) / 1e9;
            out.printf("  the ceiling: %.1f s, %.1f s of them to copy%n", seconds, copied);
            return seconds;
        }
    }

    private String state(Database database) throws SQLException {
        try (Connection connection = site.postgres().connect(database.name(), database.writer());
                var query = connection.createStatement();
                var row = query.executeQuery(STATE)) {
            row.next();
            return row.getString(1);
        }
    }

    private void expect(String what, Object wanted, Object found) {
        if (!wanted.equals(found)) {
            wrong.add("  WRONG: " + what + ": " + found + " and not " + wanted);
        }
    }

    /** @return where the job can be read */
    private String upload(ServiceProcess service) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + service.port() + "/v1/evidence-imports?" + query))
                .header("Authorization", trust.authorization())
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofFile(file))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            var answer = client.send(request, BodyHandlers.ofString());
            if (answer.statusCode() != 202) {
                throw new IllegalStateException(
                        "The upload was answered " + answer.statusCode() + ": " + answer.body());
            }
            return answer.headers().firstValue("Location").orElseThrow();
        }
    }

    private JsonNode finished(ServiceProcess service, String job) throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        JsonNode view = get(service, job);
        while (view.path("finishedAt").isNull()) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("The import does not end: " + view);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
            view = get(service, job);
        }
        if (!view.path("state").asText().equals("DONE")) {
            throw new IllegalStateException("The import ended otherwise: " + view);
        }
        return view;
    }

    private JsonNode get(ServiceProcess service, String path) throws IOException, InterruptedException {
        try (HttpConnection connection = new HttpConnection(service.port())) {
            return json.readTree(
                    connection.get(path, trust.authorization()).expect(200).body());
        }
    }
}
