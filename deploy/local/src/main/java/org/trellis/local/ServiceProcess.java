package org.trellis.local;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.function.Consumer;
import org.trellis.embedded.Child;
import org.trellis.embedded.Database;
import org.trellis.embedded.Waiting;

/** One service as a process of its own. */
final class ServiceProcess {
    private static final Duration PATIENCE = Duration.ofMinutes(3);

    private final Service service;
    private final Path program;
    private final Path log;
    private final Path configuration;
    private final Properties settings;
    private final Map<String, String> environment;
    private final Consumer<Child> started;
    private volatile Child process;

    /**
     * @param configuration where its settings go, passwords among them: a file, as a command line is open to all
     * @param started       told of each process, so that it can be watched
     */
    ServiceProcess(
            Service service,
            Path program,
            Path log,
            Path configuration,
            Properties settings,
            Map<String, String> environment,
            Consumer<Child> started) {
        this.service = service;
        this.program = program;
        this.log = log;
        this.configuration = configuration;
        this.settings = settings;
        this.environment = environment;
        this.started = started;
    }

    /** The settings of a service in the suite; the same keys as in its tests. */
    static Properties settings(Service service, Ports ports, Database database, String bootstrapServers, URI issuer) {
        Properties settings = new Properties();
        settings.putAll(database.settings());
        // above the service's own application.properties
        settings.put("config_ordinal", "275");
        settings.put("quarkus.http.host", "127.0.0.1");
        settings.put("quarkus.http.port", Integer.toString(ports.of(service)));
        settings.put("quarkus.http.proxy.proxy-address-forwarding", "true");
        settings.put("quarkus.http.proxy.enable-forwarded-host", "true");
        settings.put("quarkus.http.proxy.trusted-proxies", "127.0.0.1");
        settings.put("kafka.bootstrap.servers", bootstrapServers);
        settings.put("quarkus.oidc.auth-server-url", issuer.toString());
        settings.put("quarkus.oidc.token.issuer", issuer.toString());
        settings.put("trellis.invitations.page", "http://localhost:" + ports.front() + "/invitations");
        return settings;
    }

    void start() {
        Secrets.save(configuration, settings);
        process = Child.start(
                service.key() + "-service",
                log,
                List.of(
                        Java.program(),
                        "-Xmx384m",
                        "-XX:+UseSerialGC",
                        // what is started to be tried out is used before the second compiler would pay
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+ExitOnOutOfMemoryError",
                        "--sun-misc-unsafe-memory-access=allow",
                        "--enable-native-access=ALL-UNNAMED",
                        "-Dquarkus.config.locations=" + configuration,
                        "-jar",
                        program.toString()),
                environment);
        started.accept(process);
        URI ready = URI.create("http://127.0.0.1:" + settings.getProperty("quarkus.http.port") + "/q/health/ready");
        Waiting.until(service.key() + "-service is ready", PATIENCE, process, () -> Http.status(ready) == 200);
    }

    void stop() {
        if (process != null) {
            process.stop();
        }
    }

    void kill() {
        process.kill();
    }
}
