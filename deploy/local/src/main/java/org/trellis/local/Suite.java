package org.trellis.local;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Consumer;
import org.trellis.embedded.Child;
import org.trellis.embedded.Database;
import org.trellis.embedded.Folders;
import org.trellis.embedded.Kafka;
import org.trellis.embedded.Postgres;

/**
 * The whole of Trellis on one machine: PostgreSQL, Kafka, Keycloak, the four services as processes of their own, and
 * the front address. Each service can be killed and started again while the others go on.
 */
public final class Suite implements AutoCloseable {
    private static final long NEEDED_TO_START = 1L << 30;
    private static final long NEEDED_TO_GO_ON = 64L << 20;

    private final Path root = Root.find();
    private final Path folder;
    private final Ports ports;
    private final Consumer<String> progress;
    private final Consumer<String> failure;
    private final Map<Service, ServiceProcess> services = new ConcurrentHashMap<>();
    private Secrets secrets;
    private boolean fresh;
    private volatile Postgres postgres;
    private volatile Kafka kafka;
    private volatile Keycloak keycloak;
    private volatile Front front;
    private FileChannel lock;

    private Suite(Path folder, Ports ports, Consumer<String> progress, Consumer<String> failure) {
        this.folder = folder.toAbsolutePath();
        this.ports = ports;
        this.progress = progress;
        this.failure = failure;
    }

    /**
     * Starts everything and returns when it answers.
     *
     * @param folder   where data, secrets and logs are kept
     * @param progress lines for the person who waits
     * @param failure  told, in one line, of a process that ends without having been asked to
     * @throws Trouble if it cannot be started; what was started by then is stopped
     */
    public static Suite start(Path folder, Ports ports, Consumer<String> progress, Consumer<String> failure) {
        Suite suite = new Suite(folder, ports, progress, failure);
        try {
            suite.start();
            return suite;
        } catch (RuntimeException e) {
            suite.close();
            throw e instanceof Trouble ? e : new Trouble(suite.explained(String.valueOf(e.getMessage())), e);
        }
    }

    /** Deletes all data, secrets and logs of an installation that does not run. */
    public static void wipe(Path folder) {
        if (Files.notExists(folder)) {
            return;
        }
        try (FileChannel channel =
                        FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                FileLock held = channel.tryLock()) {
            if (held == null) {
                throw new Trouble("Another Trellis runs on " + folder + ".");
            }
            Folders.delete(folder);
        } catch (OverlappingFileLockException e) {
            throw new Trouble("Another Trellis runs on " + folder + ".", e);
        } catch (IOException e) {
            throw new Trouble("The folder " + folder + " cannot be wiped: " + e.getMessage(), e);
        }
    }

    public URI front() {
        return URI.create("http://localhost:" + ports.front());
    }

    public URI issuer() {
        return keycloak.issuer();
    }

    /** A service's own address, past the front. */
    public URI address(String service) {
        return URI.create("http://127.0.0.1:" + ports.of(Service.named(service)));
    }

    /** A service's database with its roles' passwords. */
    public Database database(String service) {
        return postgres.database(Service.named(service).key(), secrets::of);
    }

    public Postgres postgres() {
        return postgres;
    }

    public Kafka kafka() {
        return kafka;
    }

    /** Whether there was no data before this start. */
    public boolean fresh() {
        return fresh;
    }

    /** SIGKILL. */
    public void kill(String service) {
        services.get(Service.named(service)).kill();
    }

    public void stop(String service) {
        services.get(Service.named(service)).stop();
    }

    /** Starts a service again that was stopped or killed; returns when it is ready. */
    public void restart(String service) {
        services.get(Service.named(service)).start();
    }

    /** Stops everything: callers first, what they rest on last. */
    @Override
    public void close() {
        if (front != null) {
            front.close();
        }
        together(services.values().stream()
                .map(service -> (Runnable) service::stop)
                .toList());
        List<Runnable> rest = new ArrayList<>();
        if (keycloak != null && keycloak.process() != null) {
            rest.add(keycloak.process()::stop);
        }
        if (kafka != null) {
            rest.add(kafka::stop);
        }
        together(rest);
        if (postgres != null) {
            postgres.stop();
        }
        unlock();
    }

    private void start() {
        prepareFolder();
        ports.requireFree();
        for (Service service : Service.values()) {
            if (Files.notExists(service.program(root))) {
                throw new Trouble(service.key() + "-service has not been built: run deploy/up, or mvn package.");
            }
        }
        Routes routes = Routes.of(root);
        together(List.of(this::startPostgres, this::startKafka, this::startKeycloak));
        together(Arrays.stream(Service.values())
                .map(service -> (Runnable) () -> startService(service))
                .toList());
        front = Front.start(ports.front(), routes, ports.services(), Landing.page(ports, keycloak.issuer()));
    }

    private void prepareFolder() {
        try {
            Files.createDirectories(
                    folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.createDirectories(logs());
            lock = FileChannel.open(folder.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            if (lock.tryLock() == null) {
                throw new Trouble("Another Trellis runs on " + folder + ".");
            }
            if (Files.getFileStore(folder).getUsableSpace() < NEEDED_TO_START) {
                throw new Trouble("The disk is full: Trellis needs 1 GB free for " + folder + ".");
            }
        } catch (IOException e) {
            throw new Trouble("The folder " + folder + " cannot be used: " + e, e);
        }
        secrets = new Secrets(folder.resolve("secrets.properties"));
    }

    private void startPostgres() {
        Path data = folder.resolve("postgres");
        fresh = Files.notExists(data);
        timed(
                "PostgreSQL",
                () -> postgres = Postgres.builder()
                        .durable()
                        .data(data)
                        .log(logs().resolve("postgres.log"))
                        .port(ports.postgres())
                        .password(secrets.of("postgres"))
                        .start());
        watch(postgres.process());
    }

    private void startKafka() {
        timed(
                "Kafka",
                () -> kafka = Kafka.builder()
                        .data(folder.resolve("kafka"))
                        .log(logs().resolve("kafka.log"))
                        .port(ports.kafka())
                        .start());
        watch(kafka.process());
    }

    private void startKeycloak() {
        Path home = folder.resolve("keycloak");
        if (Files.notExists(home)) {
            progress.accept("Keycloak prepares itself, which takes a minute the first time …");
        }
        keycloak = new Keycloak(
                root.resolve("deploy/keycloak/trellis-realm.json"),
                home,
                logs().resolve("keycloak.log"),
                ports.keycloak(),
                secrets.of("keycloak-admin"));
        timed("Keycloak", keycloak::start);
        watch(keycloak.process());
    }

    private void startService(Service service) {
        ServiceProcess process = new ServiceProcess(
                service,
                service.program(root),
                logs().resolve(service.key() + ".log"),
                folder.resolve(service.key() + ".properties"),
                ServiceProcess.settings(
                        service, ports, database(service.key()), kafka.bootstrapServers(), keycloak.issuer()),
                Map.of(
                        "TRELLIS_COOKIE_SECRET", secrets.of("cookies"),
                        "TRELLIS_LINK_SECRET", secrets.of("links")),
                this::watch);
        services.put(service, process);
        timed(service.key() + "-service", process::start);
    }

    private Path logs() {
        return folder.resolve("logs");
    }

    private void timed(String name, Runnable start) {
        long from = System.nanoTime();
        start.run();
        progress.accept("%-18s ready after %d s"
                .formatted(name, Duration.ofNanos(System.nanoTime() - from).toSeconds()));
    }

    private void watch(Child child) {
        child.exit()
                .thenAccept(code -> {
                    if (!child.askedToEnd()) {
                        failure.accept(explained(child.name() + " " + ending(code) + ", see " + child.log() + "."));
                    }
                })
                .exceptionally(e -> {
                    failure.accept(child.name() + " cannot be watched: " + e.getMessage());
                    return null;
                });
    }

    private static String ending(int code) {
        return code > 128 ? "was killed by signal " + (code - 128) : "ended with code " + code;
    }

    /** The first line of what went wrong, with the reason where the disk is it. */
    private String explained(String message) {
        String line = message.lines().findFirst().orElse("");
        return diskFull() ? "The disk is full: " + line : line;
    }

    /** Whether there is so little room left that servers fail. */
    boolean diskFull() {
        try {
            return Files.getFileStore(folder).getUsableSpace() < NEEDED_TO_GO_ON;
        } catch (IOException e) {
            return false;
        }
    }

    private void unlock() {
        try {
            if (lock != null) {
                lock.close();
            }
        } catch (IOException e) {
            progress.accept("The lock on " + folder + " could not be given back: " + e.getMessage());
        }
    }

    /** Runs all at once, waits for all, and throws what the first that failed threw. */
    private static void together(List<Runnable> parts) {
        var running = parts.stream()
                .map(part -> CompletableFuture.runAsync(part, Thread::startVirtualThread))
                .toArray(CompletableFuture<?>[]::new);
        try {
            CompletableFuture.allOf(running).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }
}
