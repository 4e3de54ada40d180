package org.trellis.local;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.trellis.embedded.Child;
import org.trellis.embedded.Folders;
import org.trellis.embedded.Waiting;

/**
 * Keycloak with the realm {@code trellis}. Its program is unpacked once and shared; each data folder is a home of its
 * own that links to it.
 */
final class Keycloak {
    private static final Duration PATIENCE = Duration.ofMinutes(4);
    private static final int PREPARED = 10;

    private final Path realm;
    private final Path home;
    private final Path log;
    private final int port;
    private final String adminPassword;
    private volatile Child server;

    Keycloak(Path realm, Path home, Path log, int port, String adminPassword) {
        this.realm = realm;
        this.home = home;
        this.log = log;
        this.port = port;
        this.adminPassword = adminPassword;
    }

    /** The issuer's name; the same however one calls it, so that every token names the same issuer. */
    URI issuer() {
        return URI.create("http://localhost:" + port + "/realms/trellis");
    }

    Child process() {
        return server;
    }

    void start() {
        try {
            Path program = unpacked();
            prepareHome(program);
            server = launch(false);
            awaitReady();
            if (preparedOnly()) {
                server = launch(true);
                awaitReady();
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Keycloak could not be started: " + e.getMessage(), e);
        }
    }

    private void awaitReady() {
        try {
            Waiting.until("Keycloak answers", PATIENCE, server, this::answers);
        } catch (IllegalStateException e) {
            if (!preparedOnly()) {
                throw e;
            }
        }
    }

    /** On its first start it prepares itself, ends with a code of its own and wants to be started again. */
    private boolean preparedOnly() {
        return !server.alive() && server.exit().join() == PREPARED;
    }

    private boolean answers() {
        return Http.status(URI.create("http://127.0.0.1:" + port + "/realms/trellis")) == 200;
    }

    private Child launch(boolean built) {
        List<String> command = new ArrayList<>(List.of(Java.program(), "-Xmx384m", "-XX:MaxMetaspaceSize=256m"));
        command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1"));
        for (String opened : List.of("java.util", "java.util.concurrent", "java.security", "java.lang")) {
            command.add("--add-opens=java.base/" + opened + "=ALL-UNNAMED");
        }
        command.addAll(List.of(
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow",
                "-Dkc.home.dir=" + home,
                "-Djboss.server.config.dir=" + home.resolve("conf"),
                "-Djava.util.logging.manager=org.jboss.logmanager.LogManager",
                "-Djava.util.concurrent.ForkJoinPool.common.threadFactory="
                        + "io.quarkus.bootstrap.forkjoin.QuarkusForkJoinWorkerThreadFactory",
                "-Dpicocli.disable.closures=true"));
        if (built) {
            command.add("-Dkc.config.built=true");
        }
        command.addAll(List.of(
                "-cp",
                home.resolve("lib/quarkus-run.jar").toString(),
                "io.quarkus.bootstrap.runner.QuarkusEntryPoint",
                "start-dev",
                "--import-realm",
                "--cache=local",
                "--http-host=127.0.0.1",
                "--http-port=" + port,
                "--hostname=http://localhost:" + port));
        return Child.start(
                "Keycloak",
                log,
                command,
                Map.of("KC_BOOTSTRAP_ADMIN_USERNAME", "admin", "KC_BOOTSTRAP_ADMIN_PASSWORD", adminPassword));
    }

    /** A realm that has changed since it was imported is imported anew: what is imported once is never updated. */
    private void prepareHome(Path program) throws IOException {
        Path imported = home.resolve("data/import/trellis-realm.json");
        if (Files.exists(imported) && Files.mismatch(realm, imported) != -1) {
            Folders.delete(home.resolve("data"));
        }
        Files.createDirectories(imported.getParent());
        Files.copy(realm, imported, StandardCopyOption.REPLACE_EXISTING);
        for (String part : List.of("lib", "conf", "providers", "themes")) {
            Path link = home.resolve(part);
            Files.deleteIfExists(link);
            Files.createSymbolicLink(link, program.resolve(part));
        }
    }

    private static Path unpacked() throws IOException {
        Path archive = archive();
        Path program = Root.find()
                .resolve("deploy/local/target")
                .resolve(archive.getFileName().toString().replace(".zip", ""));
        Path complete = program.resolve(".complete");
        if (Files.notExists(complete)) {
            Folders.delete(program);
            unpack(archive, program);
            Files.createFile(complete);
        }
        return program;
    }

    private static Path archive() throws IOException {
        try (InputStream path = Keycloak.class.getClassLoader().getResourceAsStream("keycloak.path")) {
            return Path.of(new String(path.readAllBytes(), StandardCharsets.UTF_8).strip());
        }
    }

    private static void unpack(Path archive, Path folder) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(archive))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                Path inside = Path.of(entry.getName());
                if (inside.getNameCount() > 1) {
                    Path target = folder.resolve(inside.subpath(1, inside.getNameCount()));
                    if (entry.isDirectory()) {
                        Files.createDirectories(target);
                    } else {
                        Files.createDirectories(target.getParent());
                        Files.copy(zip, target);
                    }
                }
            }
        }
    }
}
