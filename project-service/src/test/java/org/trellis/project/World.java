package org.trellis.project;

import static io.restassured.RestAssured.given;
import static java.util.concurrent.TimeUnit.MILLISECONDS;
import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.Map;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.trellis.embedded.SuiteResource;
import org.trellis.testing.Answers;
import org.trellis.testing.Events;
import org.trellis.testing.Events.Told;

/** What the other services would have told: organisations, an alliance, people, a measure; and tokens of those people. */
public final class World {
    public static final String ALLIANCE_TOPIC = "trellis.alliance.events";
    public static final String PEOPLE_TOPIC = "trellis.alliance.people";
    public static final String EVIDENCE_TOPIC = "trellis.evidence.events";
    public static final String OWN_TOPIC = "trellis.project.events";

    /** A school in the directory. */
    public record School(UUID id, String urn) {
        public String registerId() {
            return "urn:" + urn;
        }
    }

    /** Someone who signs in, at a school that has nothing to do with any project. */
    public record Person(UUID id, String sub) {}

    private record Expected(String table, UUID id, long sequence) {}

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger NUMBER = new AtomicInteger(910_000);
    private static final Events EVENTS = new Events(SuiteResource.kafka().bootstrapServers())
            .topics(ALLIANCE_TOPIC, PEOPLE_TOPIC, EVIDENCE_TOPIC, OWN_TOPIC);
    private static final Queue<Expected> TOLD = new ConcurrentLinkedQueue<>();
    private static final Connection OWNER = owner();

    static {
        RestAssured.filters((request, response, context) -> {
            heard();
            return context.next(request, response);
        });
    }

    public static Events events() {
        return EVENTS;
    }

    public static String next() {
        return Integer.toString(NUMBER.getAndIncrement());
    }

    // --- what is told

    public School school(String name) {
        var school = new School(UUID.randomUUID(), next());
        tellOrganisation(school.id(), "SCHOOL", name, school.registerId());
        return school;
    }

    /** @return the trust's register id */
    public String trust(UUID id) {
        var registerId = "uid:" + next();
        tellOrganisation(id, "TRUST", "A trust (invented)", registerId);
        return registerId;
    }

    private void tellOrganisation(UUID id, String kind, String name, String registerId) {
        tell(
                ALLIANCE_TOPIC,
                "organisation-registered",
                "organisation",
                id,
                0,
                Map.of("kind", kind, "name", name, "registerId", registerId, "status", "OPEN"));
    }

    public void inTrust(School school, UUID trust, UUID affiliation, long sequence, String endsOn) {
        var state = new HashMap<String, Object>(
                Map.of("organisationId", school.id(), "toId", trust, "kind", "TRUST", "startsOn", "2020-09-01"));
        state.put("endsOn", endsOn);
        tell(
                ALLIANCE_TOPIC,
                endsOn == null ? "affiliation-started" : "affiliation-ended",
                "affiliation",
                affiliation,
                sequence,
                state);
    }

    public UUID alliance(UUID trust) {
        var id = UUID.randomUUID();
        var state = new HashMap<String, Object>(
                Map.of("name", "An alliance (invented)", "kind", "TEACHING_SCHOOL_ALLIANCE"));
        state.put("trustId", trust);
        tell(ALLIANCE_TOPIC, "alliance-formed", "alliance", id, 0, state);
        return id;
    }

    public Person person() {
        var person = new Person(UUID.randomUUID(), UUID.randomUUID().toString());
        tell(
                PEOPLE_TOPIC,
                "person-bound",
                "person",
                person.id(),
                1,
                Map.of("issuer", SuiteResource.issuer().url(), "sub", person.sub()));
        return person;
    }

    public Person appointed(String role, UUID alliance) {
        var person = person();
        appoint(person, role, alliance, UUID.randomUUID(), 0, null);
        return person;
    }

    public void appoint(Person person, String role, UUID alliance, UUID appointment, long sequence, String endsOn) {
        var state = new HashMap<String, Object>(
                Map.of("personId", person.id(), "role", role, "allianceId", alliance, "startsOn", "2024-09-01"));
        state.put("endsOn", endsOn);
        tell(
                ALLIANCE_TOPIC,
                endsOn == null ? "appointment-started" : "appointment-ended",
                "appointment",
                appointment,
                sequence,
                state);
    }

    /** Tells that somebody is head of a school, from 2024 on. */
    public void head(Person person, School school, UUID appointment, long sequence, String endsOn) {
        post(person, "HEADTEACHER", school, appointment, sequence, endsOn);
    }

    public void post(Person person, String role, School school, UUID appointment, long sequence, String endsOn) {
        var state = new HashMap<String, Object>(
                Map.of("personId", person.id(), "role", role, "organisationId", school.id(), "startsOn", "2024-09-01"));
        state.put("endsOn", endsOn);
        tell(
                ALLIANCE_TOPIC,
                endsOn == null ? "appointment-started" : "appointment-ended",
                "appointment",
                appointment,
                sequence,
                state,
                "post");
    }

    /** Tells whether a school's baseline of a measure is accepted, as evidence-service does. */
    public void baseline(UUID project, UUID cycle, School school, UUID completeness, long sequence, UUID... accepted) {
        tell(
                EVIDENCE_TOPIC,
                accepted.length > 0 ? "baseline-accepted" : "completeness-changed",
                "completeness",
                completeness,
                sequence,
                Map.of(
                        "projectId",
                        project,
                        "cycleId",
                        cycle,
                        "organisationId",
                        school.id(),
                        "baselineAccepted",
                        accepted.length > 0,
                        "baselineMeasureIds",
                        accepted,
                        "items",
                        new Object[0]));
    }

    public UUID measure() {
        var id = UUID.randomUUID();
        tell(
                EVIDENCE_TOPIC,
                "measure-defined",
                "measure",
                id,
                0,
                Map.of("code", "READING_AGE", "name", "Reading age", "about", "PUPIL"));
        return id;
    }

    public UUID priority(UUID alliance) {
        var id = UUID.randomUUID();
        tell(
                ALLIANCE_TOPIC,
                "priority-agreed",
                "priority",
                id,
                0,
                Map.of("allianceId", alliance, "title", "Reading at transfer", "startsOn", "2025-09-01"));
        return id;
    }

    private void tell(String topic, String fact, String aggregate, UUID id, long sequence, Map<String, ?> fields) {
        tell(topic, fact, aggregate, id, sequence, fields, aggregate);
    }

    /** Tells it; whatever is asked next waits until this service has taken it in. @param table where it is kept */
    private void tell(
            String topic, String fact, String aggregate, UUID id, long sequence, Map<String, ?> fields, String table) {
        var state = new HashMap<String, Object>(fields);
        state.put("id", id);
        var service = topic.split("\\.", -1)[1];
        EVENTS.tell(topic, new Told("trellis." + service + "." + fact + ".v1", aggregate, id, sequence, json(state)));
        TOLD.add(new Expected(table, id, sequence));
    }

    /** Waits until this service has taken in all that was told. */
    public static void heard() {
        for (var next = TOLD.poll(); next != null; next = TOLD.poll()) {
            var expected = next;
            await().pollInterval(5, MILLISECONDS)
                    .atMost(30, SECONDS)
                    .until(() -> sequenceOf(expected.table(), expected.id()) >= expected.sequence());
        }
    }

    /** How far this service's copy is; -1 where there is none. */
    public static synchronized long sequenceOf(String table, UUID id) {
        try (var query = OWNER.prepareStatement("select sequence from " + table + " where id = ?")) {
            query.setObject(1, id);
            try (var row = query.executeQuery()) {
                return row.next() ? row.getLong(1) : -1;
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Connection owner() {
        var database = SuiteResource.postgres().database("project");
        try {
            return DriverManager.getConnection(
                    database.url(), database.owner().user(), database.owner().password());
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    // --- who signs in

    public static String token(String subject, String organisation, String... roles) {
        return SuiteResource.issuer().token(subject).at(organisation, roles).signed();
    }

    public static String token(Person person) {
        return token(person.sub(), "urn:900099", "school-staff");
    }

    public static String at(String organisation, String... roles) {
        return token(UUID.randomUUID().toString(), organisation, roles);
    }

    public static String admin() {
        return at("platform", "platform-admin");
    }

    // --- what is asked

    public static Response post(String token, String path, Map<String, ?> body) {
        return given().auth()
                .oauth2(token)
                .header("Idempotency-Key", UUID.randomUUID().toString())
                .contentType(ContentType.JSON)
                .body(json(body))
                .post(path);
    }

    public static Response get(String token, String path) {
        return given().auth().oauth2(token).get(path);
    }

    public static UUID made(String token, String path, Map<String, ?> body) {
        return Answers.made(post(token, path, body));
    }

    public static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
