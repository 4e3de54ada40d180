package org.trellis.bench;

import java.io.IOException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.trellis.embedded.Database;

/**
 * One organisation registered, with every guard: token, row security, idempotency key, event, history. The ceiling is
 * the same four rows in one transaction of plain SQL, in a database of its own where no relay takes the rows away.
 */
final class Creating {
    private static final String NAME = "Invented by the bench ";
    private static final double MOST_MORE_MS = 3;
    private static final double LEAST_RATIO = 0.3;

    private Creating() {}

    static List<Row> rows(Site site, Rounds rounds, Plans plans) throws Exception {
        ServiceProcess alliance = site.service("alliance");
        Database plain = site.like("alliance", "plain");
        Caller admin = new Caller(() -> site.issuer().token("bench-admin").at("platform", "platform-admin"));
        List<Row> rows = new ArrayList<>();
        for (int clients : new int[] {8, 32}) {
            try (Load ours = Load.of(clients, () -> new Request(alliance.port(), admin));
                    Load ceiling = Load.of(clients, () -> new PlainSql(site, plain))) {
                Row row = rounds.compare("single create, " + clients + " clients", ours, ceiling);
                plans.of("single create", ours);
                rows.add(
                        clients == 8
                                ? row.wanted(
                                        "p50 at most 3 ms above the ceiling's",
                                        row.ours().p50() - row.ceiling().p50() <= MOST_MORE_MS)
                                : row.wanted("ratio at least 0.3", row.ratio() >= LEAST_RATIO));
            }
        }
        return rows;
    }

    private record Request(HttpConnection connection, Caller caller) implements Load.Client {
        Request(int port, Caller caller) throws IOException {
            this(new HttpConnection(port), caller);
        }

        @Override
        public void once() throws IOException {
            UUID one = UUID.randomUUID();
            connection
                    .send(
                            "POST",
                            "/v1/organisations",
                            caller.authorization(),
                            "Idempotency-Key: " + one + "\r\n",
                            "{\"kind\":\"OTHER\",\"name\":\"" + NAME + one
                                    + "\",\"town\":\"Elm Bank\",\"invented\":true}")
                    .expect(201);
        }

        @Override
        public void close() throws IOException {
            connection.close();
        }
    }

    private static final class PlainSql implements Load.Client {
        private static final String ACTOR = """
                {"issuer": "http://127.0.0.1:40000", "subject": "bench-admin",
                 "organisations": [{"id": "platform", "roles": ["platform-admin"]}]}""";

        private final Connection connection;
        private final PreparedStatement organisation;
        private final PreparedStatement outbox;
        private final PreparedStatement history;
        private final PreparedStatement idempotency;

        PlainSql(Site site, Database plain) throws SQLException {
            connection = site.postgres().connect(plain.name(), plain.writer());
            connection.setAutoCommit(false);
            organisation = connection.prepareStatement("""
                    insert into organisation (id, version, changed_at, kind, name, status, town, invented)
                    values (?, 0, ?, 'OTHER', ?, 'OPEN', 'Elm Bank', true)""");
            outbox = connection.prepareStatement("""
                    insert into outbox (id, aggregatetype, aggregateid, type, payload, headers, sequence, epoch, occurred_at)
                    values (?, 'organisation', ?, 'trellis.alliance.organisation-registered.v1', ?::jsonb, '{}', 0, 1, ?)""");
            history = connection.prepareStatement("""
                    insert into history (aggregatetype, aggregateid, version, type, occurred_at, actor, state)
                    values ('organisation', ?, 0, 'trellis.alliance.organisation-registered.v1', ?, ?::jsonb, ?::jsonb)""");
            idempotency = connection.prepareStatement("""
                    insert into idempotency (actor, path, key, body_hash, resource)
                    values ('http://127.0.0.1:40000 bench-admin', '/v1/organisations', ?, ?, ?)""");
        }

        @Override
        public void once() throws SQLException {
            UUID id = UUID.randomUUID();
            String name = NAME + id;
            OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
            String state = """
                    {"id":"%s","kind":"OTHER","name":"%s","urn":null,"uid":null,"laCode":null,"registerId":null,\
                    "phase":null,"setting":null,"town":"Elm Bank","postcode":null,"status":"OPEN","invented":true}""".formatted(id, name);
            run(organisation, id, now, name);
            run(outbox, UUID.randomUUID(), id, state, now);
            run(history, id, now, ACTOR, state);
            run(idempotency, id.toString(), id.toString().repeat(2), id);
            connection.commit();
        }

        @Override
        public void close() throws SQLException {
            connection.close();
        }

        private static void run(PreparedStatement insert, Object... values) throws SQLException {
            for (int i = 0; i < values.length; i++) {
                insert.setObject(i + 1, values[i]);
            }
            insert.executeUpdate();
        }
    }
}
