package org.trellis.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresTest {
    private static Postgres postgres;
    private static Database alliance;

    @BeforeAll
    static void start() throws SQLException {
        postgres = Postgres.start();
        alliance = postgres.database("alliance");
        try (Connection owner = postgres.connect("alliance", alliance.owner())) {
            execute(owner, "create table note (text text)");
            execute(owner, "insert into note values ('hidden')");
            execute(owner, "alter table note enable row level security");
            execute(owner, "grant select on note to alliance_writer, alliance_reader");
        }
    }

    @AfterAll
    static void stop() {
        postgres.close();
        assertFalse(Files.exists(postgres.data()), "temporary data is gone");
    }

    @Test
    void isVersion18() throws SQLException {
        assertEquals(
                "18", one(postgres.connect("postgres"), "select current_setting('server_version_num')::int / 10000"));
    }

    @Test
    void rowSecurityBindsReaderButNotWriter() throws SQLException {
        assertEquals("1", one(postgres.connect("alliance", alliance.writer()), "select count(*) from note"));
        assertEquals("0", one(postgres.connect("alliance", alliance.reader()), "select count(*) from note"));
    }

    @Test
    void ownerMigratesAndOthersDoNot() throws SQLException {
        try (Connection writer = postgres.connect("alliance", alliance.writer())) {
            assertThrows(SQLException.class, () -> execute(writer, "create table another (id int)"));
        }
    }

    @Test
    void refusesAWrongPassword() {
        var guessed = new Database.Login("alliance_writer", "guessed");
        assertThrows(SQLException.class, () -> postgres.connect("alliance", guessed));
    }

    @Test
    void servicesDoNotEnterEachOthersDatabases() {
        Database project = postgres.database("project");
        assertThrows(SQLException.class, () -> postgres.connect("project", alliance.writer()));
        assertThrows(SQLException.class, () -> postgres.connect("alliance", project.owner()));
    }

    @Test
    void makesADatabaseOnceAndPasswordsAnew() throws SQLException {
        postgres.database("evidence");
        Database again = postgres.database("evidence", role -> "another " + role);
        try (Connection reader = postgres.connect("evidence", again.reader())) {
            assertEquals("evidence_reader", one(reader, "select current_user"));
        }
    }

    @Test
    void keepsWhatWasCommittedWhenKilled(@TempDir Path folder) throws SQLException {
        try (Postgres durable = Postgres.builder()
                .durable()
                .data(folder.resolve("data"))
                .log(folder.resolve("log"))
                .start()) {
            assertEquals("on", one(durable.connect("postgres"), "show fsync"));
            assertEquals("on", one(durable.connect("postgres"), "show synchronous_commit"));
            assertEquals("on", one(durable.connect("postgres"), "show full_page_writes"));
            int port = durable.port();
            try (Connection connection = durable.connect("postgres")) {
                execute(connection, "create table kept as select 7 as number");
            }
            durable.kill();
            assertThrows(SQLException.class, () -> durable.connect("postgres"));
            durable.restart();
            assertEquals("7", one(durable.connect("postgres"), "select number from kept"));
            durable.stop();
            durable.restart();
            assertEquals("7", one(durable.connect("postgres"), "select number from kept"));
            assertEquals(port, durable.port());
        }
    }

    @Test
    void isReachedFromAnotherClassLoader(@TempDir Path folder) throws SQLException {
        try (Postgres first = Postgres.builder()
                .data(folder.resolve("data"))
                .log(folder.resolve("log"))
                .start()) {
            Postgres second = Postgres.attach(first.coordinates());
            second.kill();
            assertFalse(first.process().alive());
            second.restart();
            assertEquals("1", one(first.connect("postgres"), "select 1"));
            second.close();
        }
    }

    private static void execute(Connection connection, String sql) throws SQLException {
        try (var statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private static String one(Connection connection, String query) throws SQLException {
        try (connection;
                var statement = connection.createStatement();
                var result = statement.executeQuery(query)) {
            result.next();
            return result.getString(1);
        }
    }
}
