package org.trellis.bench;

import java.io.IOException;
import java.io.Writer;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.trellis.embedded.Child;
import org.trellis.embedded.Database;
import org.trellis.embedded.Ports;
import org.trellis.embedded.Waiting;

/** A service as a process of its own, with the memory it has in {@code deploy/up}. */
record ServiceProcess(String name, int port, Database database, Child process) {
    /** What a service has in {@code deploy/up}. */
    static final String HEAP = "-Xmx384m";

    private static final Duration PATIENCE = Duration.ofMinutes(3);

    /**
     * @param heap how much memory it may have, as an option of the JVM
     * @param recording where a flight recording goes; null for none
     */
    static ServiceProcess start(
            String name, Site site, Database database, Map<String, String> settings, String heap, Path recording) {
        int port = Ports.free();
        Properties all = new Properties();
        all.putAll(database.settings());
        // above the service's own application.properties
        all.put("config_ordinal", "275");
        all.put("quarkus.http.host", "127.0.0.1");
        all.put("quarkus.http.port", Integer.toString(port));
        all.put("kafka.bootstrap.servers", site.kafka().bootstrapServers());
        all.put("quarkus.oidc.auth-server-url", site.issuer().url());
        all.put("quarkus.oidc.token.issuer", site.issuer().url());
        all.putAll(settings);
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                heap,
                "-XX:+UseSerialGC",
                "--sun-misc-unsafe-memory-access=allow",
                "--enable-native-access=ALL-UNNAMED",
                "-Dquarkus.config.locations=" + saved(all, site.folder().resolve(database.name() + ".properties"))));
        if (recording != null) {
            command.add("-XX:StartFlightRecording=settings=profile,dumponexit=true,filename=" + recording);
        }
        command.addAll(List.of("-jar", site.program(name).toString()));
        Child process = Child.start(
                name + "-service",
                site.logs().resolve(database.name() + ".log"),
                command,
                // keys of cookies and links have no default; here they protect nothing
                Map.of("TRELLIS_COOKIE_SECRET", "x".repeat(32), "TRELLIS_LINK_SECRET", "x".repeat(32)));
        Waiting.until(name + "-service is ready", PATIENCE, process, () -> ready(port));
        return new ServiceProcess(name, port, database, process);
    }

    private static Path saved(Properties settings, Path file) {
        try {
            Files.deleteIfExists(file);
            Files.createFile(file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            try (Writer out = Files.newBufferedWriter(file)) {
                settings.store(out, null);
            }
            return file;
        } catch (IOException e) {
            throw new IllegalStateException("The settings could not be written: " + e.getMessage(), e);
        }
    }

    private static boolean ready(int port) {
        try {
            var address = URI.create("http://127.0.0.1:" + port + "/q/health/ready");
            var connection = (HttpURLConnection) address.toURL().openConnection();
            connection.setConnectTimeout(1000);
            connection.setReadTimeout(5000);
            try {
                return connection.getResponseCode() == 200;
            } finally {
                connection.disconnect();
            }
        } catch (IOException e) {
            return false;
        }
    }
}
