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
import java.util.concurrent.locks.LockSupport;
import org.postgresql.PGConnection;
import org.trellis.embedded.Database;

/**
 * The national register imported whole, by a service of 256 MB: once in peace, once more without effect, and once by a
 * service that is killed in the middle and goes on when it is back. The ceiling is the same file of schools copied into
 * a table as it is.
 */
final class Registering {
    private static final Duration AIM = Duration.ofMinutes(2);
    private static final Duration PATIENCE = Duration.ofMinutes(10);
    private static final Duration PAUSE = Duration.ofMillis(100);
    private static final int CAUSES = 5;

    /** What there is in the end, without ids and times, which no two imports share. */
    private static final String STATE = """
            select md5(string_agg(line, E'\\n' order by line)) from (
              select concat_ws('|', register_id, name, laestab, status, closes_on, version, register_changed_on) as line
              from organisation
              union all
              select concat_ws('|', o.register_id, t.register_id, f.kind, f.starts_on, f.ends_on, f.version)
              from affiliation f join organisation o on o.id = f.organisation_id join organisation t on t.id = f.to_id
              union all
              select concat_ws('|', p.register_id, s.register_id, l.kind, l.day, l.status)
              from organisation_link l join organisation p on p.id = l.predecessor_id
                join organisation s on s.id = l.successor_id
              union all
              select concat_ws('|', aggregatetype, type, count(*)) from history group by aggregatetype, type) state""";

    private final Site site;
    private final PrintStream out;
    private final Map<String, Path> files;
    private final Caller admin;
    private final ObjectMapper json = new ObjectMapper();
    private final List<String> wrong = new ArrayList<>();

    private Registering(Site site, PrintStream out, Map<String, Path> files) {
        this.site = site;
        this.out = out;
        this.files = files;
        admin = new Caller(() -> site.issuer().token("bench-admin").at("platform", "platform-admin"));
    }

    static List<Row> rows(Site site, PrintStream out) throws Exception {
        Path columns = site.root().resolve("alliance-service/src/test/resources/register/columns.txt");
        var files = new RegisterFiles(site.folder(), columns).write();
        var registering = new Registering(site, out, files);
        Database peaceful = site.like("alliance", "register");
        Database killed = site.like("alliance", "register_killed");
        double seconds = registering.inPeace(peaceful);
        double copied = registering.copied(peaceful);
        registering.killed(killed);
        registering.expect("the same state after a kill", registering.state(peaceful), registering.state(killed));
        registering.wrong.forEach(out::println);
        int rows = RegisterFiles.SCHOOLS + RegisterFiles.FAULTY + RegisterFiles.LINKS + RegisterFiles.GROUP_LINKS;
        return List.of(Row.of(
                        "register import, rows",
                        Sample.ofRate(rows / seconds),
                        Sample.ofRate((RegisterFiles.SCHOOLS + RegisterFiles.FAULTY) / copied))
                .wanted(
                        "within two minutes, resumable, without effect the second time",
                        seconds < AIM.toSeconds() && registering.wrong.isEmpty()));
    }

    private ServiceProcess service(Database database) {
        return ServiceProcess.start("alliance", site, database, Map.of(), "-Xmx256m", null);
    }

    private double inPeace(Database database) throws Exception {
        var service = service(database);
        try {
            double seconds = 0;
            for (var file : files.entrySet()) {
                long start = System.nanoTime();
                var job = finished(service, upload(service, file.getKey(), file.getValue()));
                double took = (System.nanoTime() - start) / 1e9;
                seconds += took;
                out.printf("  %s: %.1f s, %s%n", file.getKey(), took, job.path("outcome"));
                if (file.getKey().endsWith("ESTABLISHMENTS")) {
                    expect(
                            "the causes of refused rows",
                            CAUSES,
                            job.path("causes").size());
                    expect(
                            "refused rows",
                            RegisterFiles.FAULTY,
                            job.path("outcome").path("refused").asInt());
                }
            }
            out.printf("  the register: %.1f s, %d MB resident at most%n", seconds, mostResident(service) >> 10);
            again(service, database);
            return seconds;
        } finally {
            service.process().stop();
        }
    }

    private void again(ServiceProcess service, Database database) throws Exception {
        String before = state(database);
        for (var file : files.entrySet()) {
            long start = System.nanoTime();
            var outcome = finished(service, upload(service, file.getKey(), file.getValue()))
                    .path("outcome");
            out.printf("  %s again: %.1f s, %s%n", file.getKey(), (System.nanoTime() - start) / 1e9, outcome);
        }
        expect("the state after a second import", before, state(database));
    }

    /** Killed twice in the schools: while it reads, and while it applies. */
    private void killed(Database database) throws Exception {
        var service = service(database);
        for (var file : files.entrySet()) {
            String job = upload(service, file.getKey(), file.getValue());
            if (file.getKey().endsWith("ESTABLISHMENTS")) {
                service = killed(service, job, database, "read");
                service = killed(service, job, database, "applied");
            }
            finished(service, job);
        }
        service.process().stop();
    }

    private ServiceProcess killed(ServiceProcess service, String job, Database database, String progress)
            throws IOException, InterruptedException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (get(service, job).path("progress").path(progress).asInt() < RegisterFiles.SCHOOLS / 4) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("No rows are " + progress);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
        service.process().kill();
        out.printf("  killed when rows were %s%n", progress);
        return service(database);
    }

    private double copied(Database database) throws SQLException, IOException {
        try (Connection connection = site.postgres().connect(database.name(), database.owner());
                var statement = connection.createStatement();
                InputStream file = Files.newInputStream(files.get("1 ESTABLISHMENTS"))) {
            var columns = new StringBuilder();
            for (int i = 1; i <= RegisterFiles.COLUMNS; i++) {
                columns.append(i == 1 ? "" : ", ").append("c").append(i).append(" text");
            }
            statement.execute("create table plain (" + columns + ")");
            long start = System.nanoTime();
            connection
                    .unwrap(PGConnection.class)
                    .getCopyAPI()
                    .copyIn("copy plain from stdin (format csv, header, encoding 'windows-1252')", file);
            return (System.nanoTime() - start) / 1e9;
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
    private String upload(ServiceProcess service, String kind, Path file) throws IOException, InterruptedException {
        var request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + service.port()
                        + "/v1/register-imports?kind=" + kind.substring(kind.indexOf(' ') + 1)))
                .header("Authorization", admin.authorization())
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
                    connection.get(path, admin.authorization()).expect(200).body());
        }
    }

    /** In kB, as the kernel counts; 0 where it does not tell. */
    private static long mostResident(ServiceProcess service) throws IOException {
        Path status = Path.of("/proc/" + service.process().pid() + "/status");
        if (!Files.exists(status)) {
            return 0;
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .findFirst()
                .orElse(0);
    }
}
