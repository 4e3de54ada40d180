package org.trellis.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.postgresql.ds.PGSimpleDataSource;

/** PostgreSQL 18 on 127.0.0.1, as a child process; it can be stopped, killed and started again on its data and port. */
public final class Postgres implements AutoCloseable {
    private static final String SUPERUSER = "postgres";
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final Builder options;
    private Child server;

    private Postgres(Builder options, Child server) {
        this.options = options;
        this.server = server;
    }

    public static Builder builder() {
        return new Builder();
    }

    /** A fresh, fast server for a test: temporary data, a free port, nothing synced to disk. */
    public static Postgres start() {
        return builder().start();
    }

    public int port() {
        return options.port;
    }

    public Path data() {
        return options.data;
    }

    public Path log() {
        return options.log;
    }

    /** The process that now serves; another one after {@link #restart}. */
    public Child process() {
        return server;
    }

    public String url(String database) {
        return "jdbc:postgresql://127.0.0.1:" + options.port + "/" + database;
    }

    /** A connection as superuser. */
    public Connection connect(String database) throws SQLException {
        return connect(database, new Database.Login(SUPERUSER, options.password));
    }

    public Connection connect(String database, Database.Login login) throws SQLException {
        PGSimpleDataSource source = new PGSimpleDataSource();
        source.setUrl(url(database));
        source.setUser(login.user());
        source.setPassword(login.password());
        return source.getConnection();
    }

    /** Makes a service's database and roles as far as they are missing; every role's password is its name. */
    public Database database(String service) {
        return database(service, UnaryOperator.identity());
    }

    /** Makes a service's database and roles as far as they are missing, and sets the roles' passwords. */
    public Database database(String service, UnaryOperator<String> passwordOfRole) {
        Database database = new Database(
                service,
                url(service),
                login(service + "_owner", passwordOfRole),
                login(service + "_writer", passwordOfRole),
                login(service + "_reader", passwordOfRole));
        try (Connection connection = connect("postgres")) {
            role(connection, database.owner(), "nobypassrls");
            role(connection, database.writer(), "bypassrls");
            role(connection, database.reader(), "nobypassrls");
            if (!exists(connection, "select from pg_database where datname = ?", service)) {
                execute(connection, "create database %I owner %I", service, service + "_owner");
                execute(connection, "revoke all on database %I from public", service);
                execute(
                        connection,
                        "grant connect on database %I to %I, %I",
                        service,
                        service + "_writer",
                        service + "_reader");
            }
        } catch (SQLException e) {
            throw new IllegalStateException("Database " + service + " could not be made: " + e.getMessage(), e);
        }
        return database;
    }

    /** Ends sessions and the server in order. */
    public void stop() {
        server.stop();
    }

    /** SIGKILL, as a power cut for the processes (not for the disk). */
    public void kill() {
        server.kill();
    }

    /** Starts again on the same data and port, after {@link #stop} or {@link #kill}. */
    public void restart() {
        server = options.launch();
    }

    @Override
    public void close() {
        stop();
        if (options.temporary) {
            Folders.delete(options.data.getParent());
        }
    }

    /** What another class loader of this JVM needs to {@link #attach}. */
    String coordinates() {
        return String.join("|", options.data.toString(), options.log.toString(), "" + options.port, options.password);
    }

    static Postgres attach(String coordinates) {
        String[] parts = coordinates.split("\\|", -1);
        Builder options = builder();
        options.data = Path.of(parts[0]);
        options.log = Path.of(parts[1]);
        options.port = Integer.parseInt(parts[2]);
        options.password = parts[3];
        try (Stream<String> lines = Files.lines(options.data.resolve("postmaster.pid"))) {
            long pid = Long.parseLong(lines.findFirst().orElseThrow());
            return new Postgres(options, Child.running("PostgreSQL", "INT", options.log, pid));
        } catch (IOException e) {
            throw new UncheckedIOException("PostgreSQL does not run any more", e);
        }
    }

    private static Database.Login login(String role, UnaryOperator<String> passwordOfRole) {
        return new Database.Login(role, passwordOfRole.apply(role));
    }

    private static void role(Connection connection, Database.Login login, String rowSecurity) throws SQLException {
        if (!exists(connection, "select from pg_roles where rolname = ?", login.user())) {
            execute(connection, "create role %I", login.user());
        }
        execute(
                connection,
                "alter role %I login nosuperuser nocreatedb nocreaterole " + rowSecurity + " password %L",
                login.user(),
                login.password());
    }

    private static boolean exists(Connection connection, String query, String name) throws SQLException {
        try (var statement = connection.prepareStatement(query)) {
            statement.setString(1, name);
            return statement.executeQuery().next();
        }
    }

    /** Statements about roles and databases take no parameters, so the server quotes the names itself. */
    private static void execute(Connection connection, String format, String... names) throws SQLException {
        String sql;
        String placeholders = ", ?".repeat(names.length);
        try (var statement = connection.prepareStatement("select format(?" + placeholders + ")")) {
            statement.setString(1, format);
            for (int i = 0; i < names.length; i++) {
                statement.setString(i + 2, names[i]);
            }
            var result = statement.executeQuery();
            result.next();
            sql = result.getString(1);
        }
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    public static final class Builder {
        private Path data;
        private Path log;
        private boolean temporary;
        private int port;
        private String password = UUID.randomUUID().toString();
        private final Map<String, String> settings = new LinkedHashMap<>(Map.of(
                "listen_addresses", "127.0.0.1",
                "unix_socket_directories", "",
                "timezone", "UTC",
                "max_connections", "200",
                "fsync", "off",
                "synchronous_commit", "off",
                "full_page_writes", "off"));

        private Builder() {}

        /** What is committed survives a power cut: for the suite, the bench and every crash test. */
        public Builder durable() {
            return setting("fsync", "on").setting("synchronous_commit", "on").setting("full_page_writes", "on");
        }

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

        /** The superuser's; it is set when the data folder is made, so keep it with the data. */
        public Builder password(String secret) {
            password = secret;
            return this;
        }

        public Builder setting(String name, String value) {
            settings.put(name, value);
            return this;
        }

        public Postgres start() {
            temporary = data == null;
            if (temporary) {
                data = Folders.temporary("postgres").resolve("data");
            }
            if (log == null) {
                log = data.resolveSibling("postgres.log");
            }
            if (port == 0) {
                port = Ports.free();
            }
            if (Files.notExists(data.resolve("PG_VERSION"))) {
                initialise();
            }
            return new Postgres(this, launch());
        }

        private void initialise() {
            try {
                Files.createDirectories(data.getParent());
                Path secret = Files.createTempFile(
                        data.getParent(),
                        "superuser",
                        null,
                        PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
                try {
                    Files.writeString(secret, password);
                    Child making = run(
                            "initdb",
                            "--auth=scram-sha-256",
                            "--username=" + SUPERUSER,
                            "--pwfile=" + secret,
                            "--encoding=UTF8",
                            "--locale-provider=builtin",
                            "--builtin-locale=C.UTF-8",
                            "--locale=C",
                            "--no-sync",
                            "--pgdata=" + data);
                    if (making.exit().join() != 0) {
                        Folders.delete(data);
                        throw failed("PostgreSQL could not make its data folder", making);
                    }
                } finally {
                    Files.delete(secret);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL could not make its data folder: " + e.getMessage(), e);
            }
        }

        private Child launch() {
            List<String> arguments = new ArrayList<>(List.of("-D", data.toString(), "-p", Integer.toString(port)));
            settings.forEach((name, value) -> arguments.addAll(List.of("-c", name + "=" + value)));
            Child server = run("postgres", arguments.toArray(String[]::new));
            Postgres started = new Postgres(this, server);
            Waiting.until("PostgreSQL answers", PATIENCE, server, started::answers);
            return server;
        }

        private Child run(String program, String... arguments) {
            List<String> command = Stream.concat(PostgresBinaries.unpacked().program(program), Stream.of(arguments))
                    .toList();
            // its fast shutdown is SIGINT; SIGTERM waits until every client has gone
            return Child.start("PostgreSQL", "INT", log, command, Map.of("LC_ALL", "C"));
        }

        private static IllegalStateException failed(String what, Child child) {
            return new IllegalStateException(what + ": " + child.lastOutput(3));
        }
    }

    private boolean answers() {
        try (Connection connection = connect("postgres")) {
            return connection.isValid(5);
        } catch (SQLException e) {
            return false;
        }
    }
}
