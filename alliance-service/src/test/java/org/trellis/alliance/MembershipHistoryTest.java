package org.trellis.alliance;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellis.alliance.membership.Histories;
import org.trellis.alliance.membership.Histories.Oracle;
import org.trellis.alliance.membership.Histories.Wish;
import org.trellis.alliance.membership.MembershipRole;
import org.trellis.embedded.Database;
import org.trellis.embedded.Postgres;
import org.trellis.embedded.SuiteResource;

/** Random histories through the API, and straight at the database's constraints. */
@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "alliance"))
class MembershipHistoryTest {
    private static final String LAW = "2[23]...";

    private final Directory directory = new Directory();
    private final List<UUID> schools = new ArrayList<>();
    private UUID alliance;
    private String lead;

    Postgres postgres;
    Database database;

    private void formAnAllianceThatBeginsLater() {
        var other = directory.school(directory.nextUrn(), "Home of the lead (invented)");
        for (int i = 0; i < Histories.SCHOOLS; i++) {
            schools.add(directory.school(directory.nextUrn(), i + " (invented)"));
        }
        alliance = directory.alliance(schools.getFirst(), false);
        lead = directory.allianceLead(alliance, other);
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13})
    void answersForEveryDayAsTheOracleDoes(long seed) {
        formAnAllianceThatBeginsLater();
        var random = new Random(seed);
        var oracle = new Oracle();
        oracle.take(List.of(new Wish.Join(0, MembershipRole.LEAD, 0)));
        var ids = new ArrayList<>(List.of(
                directory.get(lead, "/v1/memberships?allianceId={id}", alliance).<String>path("items[0].id")));
        Set<Integer> answers = new TreeSet<>();
        for (int act = 0; act < 40; act++) {
            int memberships = oracle.memberships();
            var wishes = IntStream.rangeClosed(0, random.nextInt(3))
                    .mapToObj(_ -> Histories.wish(random, memberships))
                    .toList();
            var answer = directory.post(
                    lead,
                    "/v1/membership-acts",
                    Map.of("changes", wishes.stream().map(w -> change(w, ids)).toList()));
            answers.add(answer.statusCode());
            assertEquals(oracle.take(wishes) ? 201 : 409, answer.statusCode(), () -> wishes + answer.asString());
            if (answer.statusCode() == 201) {
                wishes.forEach(wish -> started(wish, answer.jsonPath(), ids).ifPresent(ids::add));
            }
        }
        assertEquals(Set.of(201, 409), answers);
        var before = new ArrayList<String>();
        for (int day = 0; day < Histories.DAYS; day++) {
            var members = members("asOf=" + Histories.day(day));
            assertEquals(oracle.on(day), members, "day " + day);
            if (day > 0) {
                follow(before, day);
                assertEquals(members, before, "changes up to day " + day);
            } else {
                before.addAll(members);
            }
        }
    }

    /** The id of the membership that a wish started. */
    private Optional<String> started(Wish wish, JsonPath act, List<String> ids) {
        record Started(String school, MembershipRole role) {}
        var wanted = switch (wish) {
            case Wish.Join join -> new Started(schools.get(join.school()).toString(), join.role());
            case Wish.ChangeRole change ->
                new Started(
                        act.getString(
                                "memberships.find { it.id == '" + ids.get(change.membership()) + "' }.organisation.id"),
                        change.role());
            case Wish.Leave _ -> null;
        };
        return wanted == null
                ? Optional.empty()
                : act
                        .<Map<String, Object>>getList("memberships.findAll { it.organisation.id == '" + wanted.school()
                                + "' && it.role == '" + wanted.role() + "' }")
                        .stream()
                        .map(m -> (String) m.get("id"))
                        .filter(id -> !ids.contains(id))
                        .findFirst();
    }

    /** What changed between yesterday and today, done to yesterday's members. */
    private void follow(List<String> members, int day) {
        var changes = directory
                .get(
                        lead,
                        "/v1/memberships/changes?allianceId={id}&from={from}&to={to}",
                        alliance,
                        Histories.day(day - 1).toString(),
                        Histories.day(day).toString())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<Map<String, Object>>getList("items");
        for (var change : changes) {
            var school = schools.indexOf(UUID.fromString((String) ((Map<?, ?>) change.get("organisation")).get("id")));
            if (change.get("roleBefore") != null) {
                assertTrue(members.remove(school + " " + change.get("roleBefore")), change.toString());
            }
            if (change.get("roleAfter") != null) {
                members.add(school + " " + change.get("roleAfter"));
            }
        }
        members.sort(null);
    }

    private List<String> members(String query) {
        var answer = directory
                .get(lead, "/v1/memberships?allianceId=" + alliance + "&" + query)
                .then()
                .statusCode(200)
                .extract()
                .jsonPath()
                .<Map<String, Object>>getList("items");
        return answer.stream()
                .map(m -> schools.indexOf(UUID.fromString((String) ((Map<?, ?>) m.get("organisation")).get("id"))) + " "
                        + m.get("role"))
                .sorted()
                .toList();
    }

    private Map<String, Object> change(Wish wish, List<String> ids) {
        var body = new HashMap<String, Object>(
                Map.of("on", Histories.day(wish.on()).toString()));
        switch (wish) {
            case Wish.Join join ->
                body.putAll(Map.of(
                        "change",
                        "JOIN",
                        "allianceId",
                        alliance,
                        "organisationId",
                        schools.get(join.school()),
                        "role",
                        join.role()));
            case Wish.Leave leave ->
                body.putAll(
                        Map.of("change", "LEAVE", "membershipId", ids.get(leave.membership()), "reason", "STAFFING"));
            case Wish.ChangeRole change ->
                body.putAll(Map.of(
                        "change", "CHANGE_ROLE",
                        "membershipId", ids.get(change.membership()),
                        "role", change.role()));
        }
        return body;
    }

    /** The last resort holds without a line of Java. */
    @ParameterizedTest
    @ValueSource(longs = {21, 22, 23, 24, 25})
    void theDatabaseRefusesWhatTheOracleRefuses(long seed) throws SQLException {
        formAnAllianceThatBeginsLater();
        var random = new Random(seed);
        var oracle = new Oracle();
        oracle.take(List.of(new Wish.Join(0, MembershipRole.LEAD, 0)));
        oracle.designate(0, 30);
        var ids = new ArrayList<UUID>();
        var open = new ArrayList<Boolean>(List.of(true));
        int refused = 0;
        try (var connection = postgres.connect(database.name(), database.writer())) {
            connection.setAutoCommit(false);
            run(
                    connection,
                    "insert into designation values (?, ?, ?, ?, 'OTHER')",
                    UUID.randomUUID(),
                    alliance,
                    Histories.day(0),
                    Histories.day(30));
            try (var query = connection.prepareStatement("select id from membership where alliance_id = ?")) {
                query.setObject(1, alliance);
                var rows = query.executeQuery();
                rows.next();
                ids.add(rows.getObject(1, UUID.class));
            }
            connection.commit();
            for (int step = 0; step < 150; step++) {
                var wish = Histories.wish(random, oracle.memberships());
                if (wish instanceof Wish.ChangeRole
                        || wish instanceof Wish.Leave leave && !open.get(leave.membership())) {
                    continue;
                }
                boolean lawful = oracle.take(List.of(wish));
                assertEquals(lawful, kept(connection, wish, ids), wish::toString);
                refused += lawful ? 0 : 1;
                if (lawful && wish instanceof Wish.Leave leave) {
                    open.set(leave.membership(), false);
                } else if (lawful) {
                    open.add(true);
                }
            }
        }
        assertTrue(refused > 10, "refused " + refused);
    }

    private boolean kept(Connection connection, Wish wish, List<UUID> ids) throws SQLException {
        try {
            switch (wish) {
                case Wish.Join join -> {
                    var id = UUID.randomUUID();
                    run(
                            connection,
                            "insert into membership (id, version, changed_at, alliance_id, organisation_id, role, starts_on)"
                                    + " values (?, 0, now(), ?, ?, ?, ?)",
                            id,
                            alliance,
                            schools.get(join.school()),
                            join.role().name(),
                            Histories.day(join.on()));
                    connection.commit();
                    ids.add(id);
                }
                case Wish.Leave leave -> {
                    run(
                            connection,
                            "update membership set ends_on = ? where id = ?",
                            Histories.day(leave.on()),
                            ids.get(leave.membership()));
                    connection.commit();
                }
                case Wish.ChangeRole change -> throw new IllegalArgumentException(change.toString());
            }
            return true;
        } catch (SQLException e) {
            assertTrue(e.getSQLState().matches(LAW), e.toString());
            connection.rollback();
            return false;
        }
    }

    private static void run(Connection connection, String sql, Object... values) throws SQLException {
        try (var statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            statement.executeUpdate();
        }
    }
}
