package org.trellis.embedded;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;

/**
 * One Kafka broker (KRaft) on 127.0.0.1, as a child process on a class path of its own; topics are made by those who
 * own them, never by accident.
 */
public final class Kafka implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Builder options;
    private Child broker;

    private Kafka(Builder options, Child broker) {
        this.options = options;
        this.broker = broker;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** A fresh broker for a test: temporary data, a free port. */
    public static Kafka start() {
        return builder().start();
    }

    public int port() {
        return options.port;
    }

    public String bootstrapServers() {
        return "127.0.0.1:" + options.port;
    }

    public Path log() {
        return options.log;
    }

    /** The process that now serves; another one after {@link #restart}. */
    public Child process() {
        return broker;
    }

    public void stop() {
        broker.stop();
    }

    /** SIGKILL. */
    public void kill() {
        broker.kill();
    }

    /** Starts again on the same data and port, after {@link #stop} or {@link #kill}. */
    public void restart() {
        broker = options.launch();
    }

    @Override
    public void close() {
        if (options.temporary) {
            // nobody will read its data again, and an orderly end takes seconds
            kill();
            Folders.delete(options.data.getParent());
        } else {
            stop();
        }
    }

    /** What another class loader of this JVM needs to {@link #attach}. */
    String coordinates() {
        return String.join("|", options.data.toString(), options.log.toString(), "" + options.port);
    }

    static Kafka attach(String coordinates) {
        String[] parts = coordinates.split("\\|", -1);
        Builder options =
                builder().data(Path.of(parts[0])).log(Path.of(parts[1])).port(Integer.parseInt(parts[2]));
        try {
            long pid = Long.parseLong(Files.readString(options.pidFile()));
            return new Kafka(options, Child.running("Kafka", "TERM", options.log, pid));
        } catch (IOException e) {
            throw new UncheckedIOException("Kafka does not run any more", e);
        }
    }

    public static final class Builder {
        private Path data;
        private Path log;
        private boolean temporary;
        private int port;

        private Builder() {}

        /** Keeps its data here between starts. */
        public Builder data(Path folder) {
            data = folder.toAbsolutePath();
            return this;
        }

        public Builder log(Path file) {
            log = file;
            return this;
        }

        /** A fixed port; without this one that is free. */
        public Builder port(int number) {
            port = number;
            return this;
        }

        public Kafka start() {
            temporary = data == null;
            if (temporary) {
                data = Folders.temporary("kafka").resolve("data");
            }
            if (log == null) {
                log = data.resolveSibling("kafka.log");
            }
            if (port == 0) {
                port = Ports.free();
            }
            return new Kafka(this, launch());
        }

        private Child launch() {
            try {
                Files.createDirectories(data);
                Path settings = data.resolveSibling("kafka.properties");
                try (var out = Files.newBufferedWriter(settings)) {
                    settings().store(out, null);
                }
                if (Files.notExists(data.resolve("meta.properties"))) {
                    format(settings);
                }
                Child broker = run("kafka.Kafka", settings.toString());
                Files.writeString(pidFile(), Long.toString(broker.pid()));
                Waiting.until("Kafka answers", PATIENCE, broker, this::answers);
                return broker;
            } catch (IOException e) {
                throw new UncheckedIOException("Kafka could not be started: " + e.getMessage(), e);
            }
        }

        private Path pidFile() {
            return data.resolveSibling("kafka.pid");
        }

        private void format(Path settings) {
            Child formatting =
                    run("kafka.tools.StorageTool", "format", "-t", "dHJlbGxpcy1jbHVzdGVyMQ", "-c", settings.toString());
            if (formatting.exit().join() != 0) {
                throw new IllegalStateException("Kafka could not make its data folder: " + formatting.lastOutput(3));
            }
        }

        private Properties settings() {
            int controller = Ports.free();
            Properties settings = new Properties();
            settings.putAll(Map.of(
                    "node.id", "1",
                    "process.roles", "broker,controller",
                    "controller.quorum.voters", "1@127.0.0.1:" + controller,
                    "controller.listener.names", "CONTROLLER",
                    "listeners", "PLAINTEXT://127.0.0.1:" + port + ",CONTROLLER://127.0.0.1:" + controller,
                    "log.dirs", data.toString(),
                    "auto.create.topics.enable", "false"));
            // one node
            settings.putAll(Map.of(
                    "offsets.topic.num.partitions", "3",
                    "offsets.topic.replication.factor", "1",
                    "transaction.state.log.num.partitions", "1",
                    "transaction.state.log.replication.factor", "1",
                    "transaction.state.log.min.isr", "1",
                    "share.coordinator.state.topic.num.partitions", "1",
                    "share.coordinator.state.topic.replication.factor", "1",
                    "share.coordinator.state.topic.min.isr", "1"));
            // small and quick to be ready
            settings.putAll(Map.of(
                    "group.initial.rebalance.delay.ms", "0",
                    "num.network.threads", "2",
                    "num.io.threads", "4",
                    "background.threads", "2",
                    "log.cleaner.dedupe.buffer.size", "8388608",
                    "log.index.size.max.bytes", "1048576",
                    "broker.session.timeout.ms", "6000"));
            return settings;
        }

        private Child run(String main, String... arguments) {
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx384m",
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "--sun-misc-unsafe-memory-access=allow",
                    "-Dorg.slf4j.simpleLogger.defaultLogLevel=warn",
                    "-Dorg.slf4j.simpleLogger.showDateTime=true",
                    "-cp",
                    classPath(),
                    main));
            command.addAll(List.of(arguments));
            return Child.start("Kafka", log, command, Map.of());
        }

        private static String classPath() {
            try (InputStream content = Kafka.class.getClassLoader().getResourceAsStream("kafka.classpath")) {
                return new String(content.readAllBytes(), StandardCharsets.UTF_8).strip();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** The port opens before requests are served, so this asks for the API versions. */
        private boolean answers() {
            try (Socket socket = new Socket()) {
                socket.connect(new InetSocketAddress(Ports.loopback(), port), 1000);
                socket.setSoTimeout(1000);
                var out = new DataOutputStream(socket.getOutputStream());
                int apiVersions = 18;
                int correlation = 1;
                out.writeInt(10);
                out.writeShort(apiVersions);
                out.writeShort(0);
                out.writeInt(correlation);
                out.writeShort(-1);
                var in = new DataInputStream(socket.getInputStream());
                return in.readInt() > 0 && in.readInt() == correlation;
            } catch (IOException e) {
                return false;
            }
        }
    }
}
