package org.trellis.evidence;

import static io.restassured.RestAssured.given;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import org.trellis.calendar.AcademicYear;
import org.trellis.embedded.SuiteResource;
import org.trellis.testing.Events;
import org.trellis.testing.Events.Told;

/**
 * A project of two schools, one of them an academy, told to this service by events as its neighbours would; and those
 * who have to do with its evidence. Each world has names and numbers of its own.
 */
public final class World {
    private static final AtomicInteger NUMBER = new AtomicInteger();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String ALLIANCES = "trellis.alliance.events";
    private static final String PEOPLE = "trellis.alliance.people";
    private static final String PROJECTS = "trellis.project.events";

    private record Expected(String table, UUID id, long sequence) {}

    private final int number = NUMBER.incrementAndGet();
    private final Events events = new Events(SuiteResource.kafka().bootstrapServers());
    private final List<Expected> expected = new ArrayList<>();

    public final UUID alliance = UUID.randomUUID();
    public final UUID project = UUID.randomUUID();
    public final UUID cycle = UUID.randomUUID();
    /** Its own controller. */
    public final UUID school = UUID.randomUUID();
    /** In the trust, which is its controller. */
    public final UUID academy = UUID.randomUUID();
    /** In no project. */
    public final UUID elsewhere = UUID.randomUUID();

    public final UUID trust = UUID.randomUUID();
    public final UUID schoolTakesPart = UUID.randomUUID();
    public final UUID cohort = UUID.randomUUID();
    public final UUID comparison = UUID.randomUUID();
    public final UUID academyCohort = UUID.randomUUID();
    public final UUID moderator = UUID.randomUUID();
    public final UUID secondModerator = UUID.randomUUID();
    public final UUID moderatorOfTheSchool = UUID.randomUUID();
    public final UUID teacher = UUID.randomUUID();
    public final UUID measure;
    public final UUID unplanned;

    public World() {
        events.topics(ALLIANCES, PEOPLE, PROJECTS);
        measure = measure(code(), "PUPIL", 0, 150, 90.0);
        unplanned = measure("MATHS_" + number, "PUPIL", 0, 150, null);
        organisation(school, "SCHOOL", "School " + number, urn(0));
        organisation(academy, "SCHOOL", "Academy " + number, urn(1));
        organisation(elsewhere, "SCHOOL", "Elsewhere " + number, urn(2));
        organisation(trust, "TRUST", "Trust " + number, uid());
        inTheTrust(academy);
        alliance("alliance", "alliance-formed", alliance, Map.of("name", "Alliance " + number, "status", "ACTIVE"));
        appointed("rd-lead", UUID.randomUUID(), "RD_LEAD");
        appointed("alliance-lead", UUID.randomUUID(), "ALLIANCE_LEAD");
        appointed("moderator", moderator, "MODERATOR");
        appointed("second-moderator", secondModerator, "MODERATOR");
        appointed("moderator-of-the-school", moderatorOfTheSchool, "MODERATOR");
        appointAt(moderatorOfTheSchool, "GOVERNOR", school);
        person("teacher", teacher);
        appointAt(person("appointed-head", UUID.randomUUID()), "HEADTEACHER", school);
        appointAt(person("safeguarding-lead", UUID.randomUUID()), "SAFEGUARDING_LEAD", school);
        alliance(
                "membership",
                "membership-started",
                UUID.randomUUID(),
                Map.of("allianceId", alliance, "organisationId", school, "role", "MEMBER", "startsOn", "2020-09-01"));
        plan("BASELINE", "OUTCOME");
        projectAppointment("coach", "COACH");
        projectAppointment("project-lead", "PROJECT_LEAD");
        project(
                "cycle",
                "cycle-started",
                cycle,
                0,
                Map.of(
                        "projectId",
                        project,
                        "number",
                        1,
                        "name",
                        "First",
                        "phase",
                        "BASELINE",
                        "startsOn",
                        "2025-09-01",
                        "endsOn",
                        "2026-07-20"));
        takesPart(schoolTakesPart, school, "ACTIVE", null, 0);
        takesPart(UUID.randomUUID(), academy, "COMMITTED", null, 0);
        cohort(cohort, school, "7A", "PUPIL");
        cohort(comparison, school, "7B", "PUPIL");
        cohort(academyCohort, academy, "8X", "PUPIL");
        await();
    }

    // who they are

    public String staff() {
        return token("staff", urn(0), "school-staff");
    }

    public String colleague() {
        return token("colleague", urn(0), "school-staff");
    }

    public String teacher() {
        return token("teacher", urn(0), "school-staff");
    }

    public String head() {
        return token("head", urn(0), "school-lead");
    }

    public String academyStaff() {
        return token("academy-staff", urn(1), "school-staff");
    }

    public String academyHead() {
        return token("academy-head", urn(1), "school-lead");
    }

    public String stranger() {
        return token("stranger", urn(2), "school-lead");
    }

    public String trustTeam() {
        return token("trust-team", uid(), "trust-team");
    }

    /** Someone who is known by appointment, and is staff of the school that is in no project. */
    public String appointed(String name) {
        return token(name, urn(2), "school-staff");
    }

    /** A moderator by appointment who also works at the school. */
    public String moderatorWorkingAtTheSchool() {
        return token("moderator", urn(0), "school-staff");
    }

    public String admin() {
        return token("admin", "platform", "platform-admin");
    }

    /** A platform's client that speaks for both schools. */
    public String tokenOfBothSchools() {
        return SuiteResource.issuer()
                .token(subject("both"))
                .at(urn(0), "integration")
                .at(urn(1), "integration")
                .signed();
    }

    /** The measure's. */
    public String code() {
        return "READING_" + number;
    }

    public String token(String name, String organisation, String role) {
        return SuiteResource.issuer()
                .token(subject(name))
                .at(organisation, role)
                .signed();
    }

    private String subject(String name) {
        return name + "-" + number;
    }

    private String urn(int which) {
        return "urn:" + (800_000 + 10 * number + which);
    }

    private String uid() {
        return "uid:" + (80_000 + number);
    }

    // what they do

    public Response post(String token, String path, Object body) {
        return given().auth()
                .oauth2(token)
                .contentType(ContentType.JSON)
                .body(body)
                .post(path);
    }

    public Response get(String token, String path) {
        return given().auth().oauth2(token).get(path);
    }

    public UUID begun(String token, UUID organisation) {
        return id(post(token, "/v1/submissions", submission(organisation))
                .then()
                .statusCode(201)
                .extract()
                .response());
    }

    /** A submission that holds something else than scores, for the cycle. */
    public Map<String, Object> submission(UUID organisation, String type, Map<String, ?> content) {
        var body = submission(organisation);
        body.put("type", type);
        var typed = new HashMap<String, Object>(content);
        typed.put("type", type);
        body.put("content", typed);
        return body;
    }

    /** The code of the project's success measure. */
    public String measureCode() {
        return "READING_" + number;
    }

    public Map<String, Object> submission(UUID organisation) {
        return new HashMap<>(
                Map.of("organisationId", organisation, "projectId", project, "cycleId", cycle, "type", "SCORES"));
    }

    public void add(String token, UUID submission, List<Map<String, Object>> scores) {
        post(token, "/v1/submissions/" + submission + "/scores", Map.of("scores", scores))
                .then()
                .statusCode(200);
    }

    public Response move(String token, UUID submission, String action) {
        return post(token, "/v1/submissions/" + submission + "/transitions", Map.of("action", action));
    }

    public Response assign(UUID submission, UUID person) {
        return post(appointed("rd-lead"), "/v1/moderation/" + submission + "/assignments", Map.of("personId", person));
    }

    public Response decide(String token, UUID submission, String decision) {
        return post(token, "/v1/moderation/" + submission + "/decisions", Map.of("decision", decision));
    }

    /** From the school's staff through a moderator of another school. */
    public UUID accepted(List<Map<String, Object>> scores) {
        return accepted(staff(), school, scores);
    }

    /** The same of the school or the academy. */
    public UUID accepted(String maker, UUID organisation, List<Map<String, Object>> scores) {
        var submission = begun(maker, organisation);
        add(maker, submission, scores);
        move(maker, submission, "submit").then().statusCode(200);
        assign(submission, moderator).then().statusCode(201);
        decide(appointed("moderator"), submission, "ACCEPT").then().statusCode(201);
        return submission;
    }

    public Map<String, Object> score(String pupil, UUID cohort, String point, double value, String... subgroups) {
        var score = new HashMap<String, Object>(Map.of(
                "reference",
                reference(pupil),
                "cohortId",
                cohort,
                "measureId",
                measure,
                "point",
                point,
                "value",
                value,
                "takenOn",
                "2025-10-01"));
        if (subgroups.length > 0) {
            score.put("subgroups", Map.of(subgroups[0], subgroups[1]));
        }
        return score;
    }

    /** As a school makes them: 32 bytes that give nothing away. */
    public String reference(String pupil) {
        try {
            var hash = MessageDigest.getInstance("SHA-256").digest((number + pupil).getBytes(StandardCharsets.UTF_8));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    public static UUID id(Response made) {
        return UUID.fromString(made.path("id"));
    }

    private UUID measure(String code, String about, int minimum, int maximum, Double threshold) {
        var body = new HashMap<String, Object>(Map.of(
                "code",
                code,
                "name",
                "Measure " + code,
                "about",
                about,
                "unit",
                "points",
                "minimum",
                minimum,
                "maximum",
                maximum));
        body.put("threshold", threshold);
        return id(post(admin(), "/v1/measures", body)
                .then()
                .statusCode(201)
                .extract()
                .response());
    }

    // what the neighbours tell

    /** Says between which points the project measures its success. */
    public void plan(String... points) {
        planned(List.of(Map.of("measureId", measure, "primary", true, "points", List.of(points))));
    }

    /** The same, with the day on which the baseline is due. */
    public void dueOn(LocalDate baseline) {
        planned(List.of(Map.of(
                "measureId",
                measure,
                "primary",
                true,
                "points",
                List.of("BASELINE", "OUTCOME"),
                "schedule",
                List.of(Map.of("point", "BASELINE", "due", baseline.toString())))));
        await();
    }

    /** Has the school's teachers measured too. @return by what */
    public UUID ofTeachers(UUID cohort) {
        var confidence = measure("CONFIDENCE_" + number, "TEACHER", 1, 5, null);
        var points = List.of("BASELINE", "OUTCOME");
        planned(List.of(
                Map.of("measureId", measure, "primary", true, "points", points),
                Map.of("measureId", confidence, "primary", false, "points", points)));
        cohort(cohort, school, "Teachers", "TEACHER");
        await();
        return confidence;
    }

    private void planned(List<Map<String, Object>> measures) {
        project(
                "project",
                "project-changed",
                project,
                System.nanoTime(),
                Map.of(
                        "allianceId",
                        alliance,
                        "partnerAllianceIds",
                        List.of(),
                        "title",
                        "Project " + number,
                        "state",
                        "ACTIVE",
                        "successMeasures",
                        measures));
    }

    /** Closes the school on these days, the last one excluded. */
    public void closed(LocalDate from, LocalDate until) {
        var id = UUID.randomUUID();
        alliance(
                "calendar",
                "calendar-published",
                id,
                Map.of(
                        "organisationId",
                        school,
                        "academicYear",
                        AcademicYear.of(from).toString(),
                        "terms",
                        List.of(),
                        "daysOff",
                        List.of(Map.of(
                                "startsOn",
                                from.toString(),
                                "endsOn",
                                until.toString(),
                                "kind",
                                "CLOSURE",
                                "note",
                                ""))));
        await();
    }

    /** The school becomes one of the trust's too. */
    public void joinsTheTrust() {
        inTheTrust(school);
        await();
    }

    private void inTheTrust(UUID organisation) {
        alliance(
                "affiliation",
                "affiliation-started",
                UUID.randomUUID(),
                Map.of("organisationId", organisation, "toId", trust, "kind", "TRUST", "startsOn", "2020-09-01"));
    }

    public void leaves(String evidence) {
        takesPart(schoolTakesPart, school, "WITHDRAWN", evidence, 1);
        await();
    }

    private void takesPart(UUID id, UUID organisation, String status, String evidence, long sequence) {
        var state = new HashMap<String, Object>(
                Map.of("projectId", project, "organisationId", organisation, "status", status));
        state.put("evidence", evidence);
        project("participation", "school-" + status.toLowerCase(Locale.ROOT), id, sequence, state);
    }

    private void cohort(UUID id, UUID organisation, String name, String about) {
        project(
                "cohort",
                "cohort-formed",
                id,
                0,
                Map.of(
                        "projectId",
                        project,
                        "organisationId",
                        organisation,
                        "name",
                        name,
                        "arm",
                        "INTERVENTION",
                        "about",
                        about,
                        "size",
                        30));
    }

    private void organisation(UUID id, String kind, String name, String registerId) {
        alliance(
                "organisation",
                "organisation-registered",
                id,
                Map.of("kind", kind, "name", name, "registerId", registerId, "status", "OPEN"));
    }

    private void appointed(String name, UUID person, String role) {
        person(name, person);
        alliance(
                "appointment",
                "appointment-started",
                UUID.randomUUID(),
                Map.of("personId", person, "role", role, "allianceId", alliance, "startsOn", "2020-09-01"));
    }

    public void appointAt(UUID person, String role, UUID organisation) {
        alliance(
                "appointment",
                "appointment-started",
                UUID.randomUUID(),
                Map.of("personId", person, "role", role, "organisationId", organisation, "startsOn", "2020-09-01"));
    }

    private void projectAppointment(String name, String role) {
        var person = person(name, UUID.randomUUID());
        project(
                "project-appointment",
                "project-appointment-started",
                UUID.randomUUID(),
                0,
                Map.of("projectId", project, "personId", person, "role", role, "startsOn", "2020-09-01"));
    }

    private UUID person(String name, UUID id) {
        return bound(subject(name), id);
    }

    /** Whose sign-in is known. */
    UUID bound(String subject, UUID id) {
        tell(
                PEOPLE,
                "person",
                "person",
                "trellis.alliance.person-bound.v1",
                id,
                0,
                Map.of("issuer", SuiteResource.issuer().url(), "sub", subject));
        return id;
    }

    void alliance(String aggregate, String fact, UUID id, Map<String, ?> state) {
        tell(ALLIANCES, aggregate, aggregate, "trellis.alliance." + fact + ".v1", id, 0, state);
    }

    void project(String aggregate, String fact, UUID id, long sequence, Map<String, ?> state) {
        tell(PROJECTS, aggregate.replace('-', '_'), aggregate, "trellis.project." + fact + ".v1", id, sequence, state);
    }

    private void tell(
            String topic, String table, String aggregate, String type, UUID id, long sequence, Map<String, ?> state) {
        try {
            events.tell(topic, new Told(type, aggregate, id, sequence, JSON.writeValueAsString(state)));
            expected.add(new Expected(table, id, sequence));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /** Until all that was told is known. */
    public void await() {
        var until = Instant.now().plus(PATIENCE);
        while (!expected.isEmpty()) {
            expected.removeIf(e -> known(e));
            if (Instant.now().isAfter(until)) {
                throw new AssertionError("never heard of " + expected);
            }
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private static boolean known(Expected e) {
        return sql("select count(*) from " + e.table() + " where id = '" + e.id() + "' and sequence >= " + e.sequence())
                .equals("1");
    }

    /** The single value that a query as superuser gives. */
    public static String sql(String query) {
        try (var connection = SuiteResource.postgres().connect("evidence");
                var statement = connection.createStatement();
                var rows = statement.executeQuery(query)) {
            rows.next();
            return rows.getString(1);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public Events events() {
        return events;
    }
}
