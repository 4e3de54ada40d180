package org.trellis.reporting;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.trellis.embedded.SuiteResource;
import org.trellis.reporting.statistics.Moments;
import org.trellis.reporting.statistics.MomentsAccumulator;
import org.trellis.testing.Events;
import org.trellis.testing.Events.Told;

/** An alliance with one project, its schools and their scores, told as the other three services tell it. */
public final class World {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final AtomicInteger URN = new AtomicInteger(920_000);

    /** One event and the topic it belongs on. */
    public record OnTopic(String topic, Told event) {}

    public record School(UUID id, String urn, String name, UUID participation) {}

    public final UUID alliance = UUID.randomUUID();
    public final UUID project = UUID.randomUUID();
    /** The one that cells are told of. */
    public UUID cycle = UUID.randomUUID();

    public final UUID measure = UUID.randomUUID();
    public final List<School> schools = new ArrayList<>();
    public final List<OnTopic> events = new ArrayList<>();
    private final Map<UUID, Long> sequences = new HashMap<>();
    private String design = "WITHIN_SCHOOLS";
    private Map<String, Object> plan;

    /** By the steps 1, 2 …, how many have which score before and which after, in the cells that are told next; or null. */
    public List<List<Integer>> steps;

    /** Answers to values 1, 2 … that pair nobody, before and after, in the cells that are told next; or null. */
    public List<List<Integer>> unpaired;

    /** Why the cells that are told next are as they are. */
    public String cause = "ACCEPTED";

    public static World of(String design, Map<String, Object> measureFields) {
        var world = new World();
        world.design = design;
        world.tell(
                "trellis.alliance.events",
                "alliance-formed",
                "alliance",
                world.alliance,
                fields("name", "Riverside Alliance (invented)", "kind", "TEACHING_SCHOOL_HUB", "status", "ACTIVE"));
        world.measure(measureFields);
        world.project("ACTIVE");
        world.tellCycle(1, "First cycle");
        return world;
    }

    private void tellCycle(int number, String name) {
        tell(
                "trellis.project.events",
                "cycle-started",
                "cycle",
                cycle,
                fields(
                        "projectId",
                        project,
                        "number",
                        number,
                        "name",
                        name,
                        "phase",
                        "REVIEWING",
                        "startsOn",
                        "2025-10-01",
                        "endsOn",
                        "2026-05-01"));
    }

    /** From here on cells are of another cycle. */
    public void nextCycle(int number, String name) {
        cycle = UUID.randomUUID();
        tellCycle(number, name);
    }

    /** Registers an analysis plan with its frozen day, its estimator and what it names; more fields may follow. */
    public void plan(Object... fields) {
        plan = fields("registeredOn", "2025-09-10", "primaryMeasureId", measure, "comparison", "COMPARISON_COHORTS");
        plan.putAll(fields(fields));
        project("ACTIVE");
    }

    public static World trial() {
        return of("WITHIN_SCHOOLS", Map.of());
    }

    public void measure(Map<String, Object> more) {
        var state = fields(
                "code", "READING_SCORE",
                "name", "Reading comprehension, standard score",
                "about", "PUPIL",
                "unit", "points",
                "minimum", 0,
                "maximum", 200,
                "higherIsBetter", true);
        state.putAll(more);
        tell("trellis.evidence.events", "measure-defined", "measure", measure, state);
    }

    public void project(String state) {
        tell(
                "trellis.project.events",
                "project-started",
                "project",
                project,
                fields(
                        "allianceId",
                        alliance,
                        "partnerAllianceIds",
                        List.of(),
                        "title",
                        "Reading mentors",
                        "focusArea",
                        "TRANSITION_AND_LITERACY",
                        "researchQuestions",
                        List.of("Do reading mentors help pupils in year 7 to catch up?"),
                        "kind",
                        "MAIN",
                        "design",
                        design,
                        "state",
                        state,
                        "startsOn",
                        "2025-09-01",
                        "endsOn",
                        "2026-07-20",
                        "invented",
                        true,
                        "plan",
                        plan,
                        "successMeasures",
                        List.of(Map.of(
                                "measureId", measure, "primary", true, "points", List.of("BASELINE", "OUTCOME")))));
    }

    public School school(String name) {
        var urn = Integer.toString(URN.getAndIncrement());
        var school = new School(UUID.randomUUID(), urn, name, UUID.randomUUID());
        schools.add(school);
        organisation(school.id(), "SCHOOL", name, "urn:" + urn);
        participation(school, "ACTIVE", null);
        return school;
    }

    /** The same school in a participation of its own: it left, and comes back. */
    public School again(School school) {
        return new School(school.id(), school.urn(), school.name(), UUID.randomUUID());
    }

    public void organisation(UUID id, String kind, String name, String registerId) {
        tell(
                "trellis.alliance.events",
                "organisation-registered",
                "organisation",
                id,
                fields("kind", kind, "name", name, "registerId", registerId, "status", "OPEN", "invented", true));
    }

    public void affiliation(School school, UUID to, String kind) {
        affiliation(school, to, kind, null);
    }

    public void affiliation(School school, UUID to, String kind, String endsOn) {
        tell(
                "trellis.alliance.events",
                "affiliation-started",
                "affiliation",
                UUID.randomUUID(),
                fields(
                        "organisationId",
                        school.id(),
                        "toId",
                        to,
                        "kind",
                        kind,
                        "startsOn",
                        "2020-09-01",
                        "endsOn",
                        endsOn));
    }

    public void participation(School school, String status, String evidence) {
        tell(
                "trellis.project.events",
                "school-" + status.toLowerCase(Locale.ROOT),
                "participation",
                school.participation(),
                fields(
                        "projectId", project,
                        "organisationId", school.id(),
                        "status", status,
                        "startsOn", "2025-09-01",
                        "evidence", evidence));
    }

    public void submission(School school, String status) {
        tell(
                "trellis.evidence.events",
                "submission-received",
                "submission",
                UUID.randomUUID(),
                fields(
                        "organisationId",
                        school.id(),
                        "projectId",
                        project,
                        "cycleId",
                        cycle,
                        "type",
                        "SCORES",
                        "status",
                        status,
                        "revision",
                        1));
    }

    /** The school's baseline is in and it delivers in the cycle. */
    public void delivering(School school) {
        tell(
                "trellis.project.events",
                "cycle-delivery-begun",
                "cycle",
                cycle,
                fields(
                        "projectId", project,
                        "number", 1,
                        "name", "First cycle",
                        "phase", "DELIVERING",
                        "startsOn", "2025-10-01",
                        "endsOn", "2026-05-01",
                        "schools",
                                List.of(fields(
                                        "participationId",
                                        school.participation(),
                                        "organisationId",
                                        school.id(),
                                        "since",
                                        "2025-11-10",
                                        "waived",
                                        false))));
    }

    /** The cycle's review, of which the last one told holds. */
    public void reviewed(String decision) {
        tell(
                "trellis.project.events",
                "cycle-reviewed",
                "cycle",
                cycle,
                fields(
                        "projectId", project,
                        "number", 1,
                        "name", "First cycle",
                        "phase", "REVIEWING",
                        "startsOn", "2025-10-01",
                        "endsOn", "2026-05-01",
                        "decision", decision,
                        "nextFocus", "Harder texts",
                        "reviewedOn", "2026-05-04",
                        "review",
                                Map.of(
                                        "wentWell", "Mentors kept their times",
                                        "wentBadly", "Texts were too easy",
                                        "problems", "Rooms were short",
                                        "challenges",
                                                List.of(Map.of(
                                                        "allianceId", alliance,
                                                        "said", "How do you know that it was the mentors?",
                                                        "saidOn", "2026-04-20")))));
    }

    /** @param answers each as its code and what it is, such as {@code KM01 MET} */
    public void readiness(String checkedOn, String... answers) {
        tell(
                "trellis.project.events",
                "readiness-changed",
                "readiness",
                named("readiness"),
                fields(
                        "projectId",
                        project,
                        "checkedOn",
                        checkedOn,
                        "answers",
                        Arrays.stream(answers)
                                .map(answer -> answer.split(" ", -1))
                                .map(answer -> Map.of("message", answer[0], "answer", answer[1]))
                                .toList()));
    }

    /** One milestone a name, of which the last state told holds. */
    public void milestone(String name, String due, String state) {
        tell(
                "trellis.project.events",
                "milestone-" + state.toLowerCase(Locale.ROOT),
                "milestone",
                named(name),
                fields("projectId", project, "name", name, "due", due, "state", state));
    }

    private UUID named(String what) {
        return UUID.nameUUIDFromBytes((project + "/" + what).getBytes(StandardCharsets.UTF_8));
    }

    /** How complete the school's evidence in the cycle is: of one measure at its two points. */
    public void completeness(School school, boolean baselineAccepted, int missing, int overdueSchoolDays) {
        var id = UUID.nameUUIDFromBytes((project + "/" + cycle + "/" + school.id()).getBytes(StandardCharsets.UTF_8));
        tell(
                "trellis.evidence.events",
                "completeness-changed",
                "completeness",
                id,
                fields(
                        "projectId",
                        project,
                        "cycleId",
                        cycle,
                        "organisationId",
                        school.id(),
                        "baselineAccepted",
                        baselineAccepted,
                        "baselineMeasureIds",
                        baselineAccepted ? List.of(measure) : List.of(),
                        "items",
                        List.of(fields(
                                "cohortId",
                                school.participation(),
                                "measureId",
                                measure,
                                "point",
                                "BASELINE",
                                "due",
                                "2025-11-03",
                                "expected",
                                20,
                                "received",
                                20 - missing,
                                "accepted",
                                20 - missing,
                                "missing",
                                missing,
                                "overdueSchoolDays",
                                overdueSchoolDays))));
    }

    /** A person bound to this subject, with an appointment at the alliance. */
    public void appointedAtAlliance(String subject, String role) {
        tell(
                "trellis.alliance.events",
                "appointment-started",
                "appointment",
                UUID.randomUUID(),
                fields("personId", person(subject), "role", role, "allianceId", alliance, "startsOn", "2025-01-01"));
    }

    public void appointedAtProject(String subject, String role) {
        tell(
                "trellis.project.events",
                "project-appointment-started",
                "project-appointment",
                UUID.randomUUID(),
                fields("projectId", project, "personId", person(subject), "role", role, "startsOn", "2025-01-01"));
    }

    private UUID person(String subject) {
        var id = UUID.nameUUIDFromBytes(subject.getBytes(StandardCharsets.UTF_8));
        tell(
                "trellis.alliance.people",
                "person-bound",
                "person",
                id,
                fields("issuer", SuiteResource.issuer().url(), "sub", subject));
        return id;
    }

    public UUID cohort(School school, String arm, boolean priorYear) {
        var id = UUID.randomUUID();
        tell(
                "trellis.project.events",
                "cohort-formed",
                "cohort",
                id,
                fields(
                        "projectId",
                        project,
                        "participationId",
                        school.participation(),
                        "organisationId",
                        school.id(),
                        "name",
                        arm,
                        "arm",
                        arm,
                        "about",
                        "PUPIL",
                        "yearGroup",
                        "7",
                        "priorYear",
                        priorYear));
        return id;
    }

    public UUID cell(School school, UUID cohort, String subgroup, double[][] pairs) {
        return cell(school, cohort, subgroup, pairs, null);
    }

    /** @param threshold neither, gained, lost, both; null without a threshold */
    public UUID cell(School school, UUID cohort, String subgroup, double[][] pairs, int[] threshold) {
        var id = UUID.nameUUIDFromBytes((cohort + "/" + cycle + "/" + subgroup).getBytes(StandardCharsets.UTF_8));
        var state = fields(
                "projectId",
                project,
                "cycleId",
                cycle,
                "cohortId",
                cohort,
                "organisationId",
                school.id(),
                "measureId",
                measure,
                "from",
                "BASELINE",
                "to",
                "OUTCOME",
                "subgroup",
                subgroup,
                "n",
                pairs.length,
                "earlierOnly",
                1,
                "laterOnly",
                0,
                "moments",
                pairs.length < 3 ? null : moments(pairs),
                "submissions",
                List.of(Map.of("id", school.participation(), "revision", 1)),
                "cause",
                cause);
        if (steps != null) {
            state.put(
                    "categories",
                    Map.of(
                            "values",
                            IntStream.rangeClosed(1, steps.size()).boxed().toList(),
                            "counts",
                            steps));
        }
        if (unpaired != null) {
            state.put(
                    "unpaired",
                    Map.of(
                            "values",
                            IntStream.rangeClosed(1, unpaired.getFirst().size())
                                    .boxed()
                                    .toList(),
                            "earlier",
                            unpaired.getFirst(),
                            "later",
                            unpaired.getLast()));
        }
        if (threshold != null) {
            state.put(
                    "threshold",
                    Map.of(
                            "belowBelow", threshold[0],
                            "belowAt", threshold[1],
                            "atBelow", threshold[2],
                            "atAt", threshold[3]));
        }
        tell("trellis.evidence.outcomes", "cell-computed", "cell", id, state);
        return id;
    }

    public void cellGone(UUID id) {
        tell("trellis.evidence.outcomes", "cell-computed", "cell", id, null);
    }

    public static Moments moments(double[][] pairs) {
        var sum = new MomentsAccumulator();
        Arrays.stream(pairs).forEach(p -> sum.add(p[0], p[1]));
        return sum.moments();
    }

    public void tell(String topic, String fact, String aggregate, UUID id, Map<String, Object> state) {
        long sequence = sequences.merge(id, 1L, Long::sum);
        var service = topic.split("\\.", -1)[1];
        if (state != null) {
            state.put("id", id);
        }
        try {
            events.add(new OnTopic(
                    topic,
                    new Told(
                            "trellis." + service + "." + fact + ".v1",
                            aggregate,
                            id,
                            sequence,
                            state == null ? null : JSON.writeValueAsString(state))));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Sends what has not been sent yet, and waits until it has been taken in. */
    public void send() {
        try (var sender = new Events(SuiteResource.kafka().bootstrapServers())) {
            sender.topics(
                    "trellis.alliance.events",
                    "trellis.alliance.people",
                    "trellis.project.events",
                    "trellis.evidence.events",
                    "trellis.evidence.outcomes");
            events.forEach(e -> sender.tell(e.topic(), e.event()));
        }
        await().atMost(Duration.ofSeconds(30)).until(() -> events.stream().allMatch(World::takenIn));
        events.clear();
    }

    private static boolean takenIn(OnTopic sent) {
        var event = sent.event();
        try (var connection = SuiteResource.postgres().connect("reporting");
                var copy = connection.prepareStatement(
                        "select from " + event.aggregate().replace('-', '_') + " where id = ? and sequence >= ?")) {
            copy.setObject(1, event.subject());
            copy.setLong(2, event.sequence());
            return copy.executeQuery().next();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public static Map<String, Object> fields(Object... namesAndValues) {
        var map = new LinkedHashMap<String, Object>();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            map.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return map;
    }
}
