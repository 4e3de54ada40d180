package org.trellis.bench;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.Map;
import org.trellis.embedded.Database;
import org.trellis.embedded.Folders;
import org.trellis.embedded.Issuer;
import org.trellis.embedded.Kafka;
import org.trellis.embedded.Postgres;

/** What is measured: durable PostgreSQL, Kafka, an issuer of tokens, and the services that a workload asks for. */
final class Site implements AutoCloseable {
    private final Path root;
    private final Path logs;
    private final Path folder;
    private final boolean profile;
    private final Postgres postgres;
    private final Kafka kafka;
    private final Issuer issuer;
    private final Map<String, ServiceProcess> services = new LinkedHashMap<>();

    /**
     * @param root    the project's folder, where the services are built
     * @param target  where data (until the end) and logs are kept; a disk, as syncing to memory proves nothing
     * @param profile whether the services record where their time goes
     */
    Site(Path root, Path target, boolean profile) {
        this.root = root;
        this.profile = profile;
        logs = target.resolve("logs");
        folder = Folders.temporary(target, "bench");
        Folders.delete(logs);
        postgres = Postgres.builder()
                .durable()
                .data(folder.resolve("postgres"))
                .log(logs.resolve("postgres.log"))
                .setting("session_preload_libraries", "auto_explain")
                .start();
        kafka = Kafka.builder()
                .data(folder.resolve("kafka"))
                .log(logs.resolve("kafka.log"))
                .start();
        issuer = Issuer.start();
    }

    Path root() {
        return root;
    }

    Path folder() {
        return folder;
    }

    Path logs() {
        return logs;
    }

    Postgres postgres() {
        return postgres;
    }

    Kafka kafka() {
        return kafka;
    }

    Issuer issuer() {
        return issuer;
    }

    Path program(String service) {
        return root.resolve(service + "-service/target/quarkus-app/quarkus-run.jar");
    }

    /** A service with its database, started when it is first asked for. */
    ServiceProcess service(String name) {
        return services.computeIfAbsent(
                name,
                missing -> ServiceProcess.start(
                        name,
                        this,
                        postgres.database(name),
                        Map.of(),
                        ServiceProcess.HEAP,
                        profile ? logs.resolve(name + ".jfr") : null));
    }

    /** A database like a service's, for that service's roles, that no service works on. */
    Database like(String service, String name) throws SQLException {
        Database original = service(service).database();
        try (Connection connection = postgres.connect("postgres");
                var create = connection.createStatement()) {
            create.execute(
                    "create database " + name + " owner " + original.owner().user());
        }
        Database copy = new Database(name, postgres.url(name), original.owner(), original.writer(), original.reader());
        // the service itself makes the tables, and goes
        ServiceProcess.start(service, this, copy, Map.of("trellis.outbox.enabled", "false"), ServiceProcess.HEAP, null)
                .process()
                .stop();
        return copy;
    }

    @Override
    public void close() {
        services.values().forEach(service -> service.process().stop());
        issuer.close();
        kafka.kill();
        postgres.stop();
        Folders.delete(folder);
    }
}
