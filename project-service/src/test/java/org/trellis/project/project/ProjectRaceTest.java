package org.trellis.project.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.trellis.project.World.at;
import static org.trellis.project.World.get;
import static org.trellis.project.World.post;
import static org.trellis.project.World.token;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.LongStream;
import org.junit.jupiter.api.RepeatedTest;
import org.trellis.embedded.SuiteResource;
import org.trellis.identity.Writer;
import org.trellis.outbox.Changes;
import org.trellis.project.Setting;
import org.trellis.project.World;

/** Eight clients at one project and what hangs on it at the same moment: one of the legal outcomes, and all of it told. */
@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "project"))
class ProjectRaceTest {
    /** From APPROVED on, written apart from the table under test: by a fact, from these states, to that one. */
    private static final Map<String, Map<String, String>> MODEL = Map.of(
            "project-started", Map.of("APPROVED", "ACTIVE"),
            "project-suspended", Map.of("APPROVED", "SUSPENDED", "ACTIVE", "SUSPENDED"),
            "project-withdrawn",
                    Map.of(
                            "DRAFT",
                            "WITHDRAWN",
                            "APPROVED",
                            "WITHDRAWN",
                            "ACTIVE",
                            "WITHDRAWN",
                            "SUSPENDED",
                            "WITHDRAWN"),
            "project-returned", Map.of("APPROVED", "DRAFT"));

    private static final String AFTER_ITS_END = """
            select count(*) from history h
            join history e on e.aggregatetype = 'project' and e.aggregateid = :project and e.type like '%withdrawn%'
            where h.aggregateid = any(:ids) and h.occurred_at > e.occurred_at
              and (h.type like '%cycle-reviewed%' or h.type like '%school-committed%')""";

    private record Recorded(String type, long version) {}

    @Inject
    Projects projects;

    @Inject
    Changes changes;

    @Inject
    Writer writer;

    private final Setting setting = Setting.shared();

    @RepeatedTest(6)
    void endInOneLegalOutcomeThatIsToldAsItWasMade() throws Exception {
        var id = approved();
        var path = "/v1/projects/" + id;
        var lead = token(setting.lead);
        var rdLead = token(setting.rdLead);
        var answers = race(List.of(
                () -> move(lead, path, "start"),
                () -> move(lead, path, "withdraw"),
                () -> move(rdLead, path, "suspend"),
                () -> move(rdLead, path, "return"),
                () -> post(lead, path + "/allocations", Map.of("unit", "COHORT", "seed", 1)),
                () -> post(rdLead, path + "/allocations", Map.of("unit", "COHORT", "seed", 2)),
                () -> post(lead, path + "/analysis-plans", plan()),
                () -> freeze(id)));

        for (var answer : answers) {
            if (answer != null) {
                assertTrue(
                        List.of(200, 201, 409).contains(answer.statusCode()), answer.statusCode() + answer.asString());
            }
        }
        assertLegal(told("project", id), get(World.admin(), path));
        assertAllocatedOnceAndBeforeDelivery(id, answers);
    }

    /** A cycle that is reviewed and closed, and schools that come and go, while their project ends. */
    @RepeatedTest(6)
    void reviewAndLeaveInOneLegalOutcomeThatIsToldAsItWasMade() throws Exception {
        var running = setting.delivering();
        var project = "/v1/projects/" + running.project();
        var cycle = "/v1/cycles/" + running.cycle();
        var active = "/v1/participations/" + running.participation();
        var invited = setting.invited(running.project(), setting.otherSchool);
        var asked = "/v1/participations/" + invited;
        var lead = token(setting.lead);
        var rdLead = token(setting.rdLead);
        var head = at(setting.school.registerId(), "school-lead");
        var otherHead = at(setting.otherSchool.registerId(), "school-lead");
        Setting.move(lead, cycle, "review");
        var before = List.of(
                recorded("project", running.project()).size(),
                recorded("cycle", running.cycle()).size(),
                recorded("participation", running.participation()).size(),
                1);

        var answers = race(List.of(
                () -> move(lead, project, "withdraw"),
                () -> post(lead, cycle + "/reviews", Setting.REVIEW),
                () -> post(rdLead, cycle + "/reviews", another()),
                () -> move(rdLead, cycle, "close"),
                () -> move(head, active, "withdraw"),
                () -> move(lead, active, "withdraw"),
                () -> move(otherHead, asked, "commit"),
                () -> move(lead, asked, "withdraw")));

        answers.forEach(answer -> assertTrue(
                List.of(200, 201, 204, 404, 409).contains(answer.statusCode()),
                answer.statusCode() + answer.asString()));
        var ended = told("project", running.project());
        var reviewed = told("cycle", running.cycle());
        var left = told("participation", running.participation());
        var came = told("participation", invited);
        assertEquals(made(answers.subList(0, 1)), ended.size() - before.get(0));
        assertEquals(made(answers.subList(1, 4)), reviewed.size() - before.get(1));
        assertEquals(made(answers.subList(4, 6)), left.size() - before.get(2));
        // who commits and is withdrawn before the answer is read sees nothing more, and is answered 404
        boolean unseen = answers.get(6).statusCode() == 404
                && came.stream().anyMatch(one -> fact(one).equals("school-committed"));
        assertEquals(made(answers.subList(6, 8)) + (unseen ? 1 : 0), came.size() - before.get(3));
        assertEquals(1, made(answers.subList(4, 6)), "a school leaves once");

        assertEquals("WITHDRAWN", get(lead, project).path("state"));
        var phase = "REVIEWING";
        for (var one : reviewed.subList(before.get(1), reviewed.size())) {
            assertEquals("REVIEWING", phase, "a cycle that is closed changes no more");
            if (fact(one).equals("cycle-phase-changed")) {
                assertTrue(one.version() > before.get(1), "no cycle is closed without a review");
                phase = "CLOSED";
            }
        }
        assertEquals(phase, get(lead, cycle).path("phase"));
        assertEquals(lastReview(running.cycle()), get(lead, cycle).path("review.wentWell"), "no review is lost");
        assertEquals("WITHDRAWN", get(lead, active).path("status"));
        assertEquals("WITHDRAWN", get(lead, asked).path("status"));
        assertEquals("school-withdrawn", fact(came.getLast()));
        assertEquals(
                0,
                writer.one(Integer.class, AFTER_ITS_END, Map.of("project", running.project(), "ids", new UUID[] {
                            running.cycle(), invited
                        }))
                        .orElseThrow(),
                "nothing is reviewed or agreed to in a project that is over");
    }

    private static Map<String, ?> another() {
        var review = new HashMap<String, Object>(Setting.REVIEW);
        review.put("wentWell", "Mentors and pupils kept their times");
        return review;
    }

    private String lastReview(UUID cycle) {
        return writer.one(
                        String.class,
                        "select state -> 'review' ->> 'wentWell' from history where aggregatetype = 'cycle' and aggregateid = :id"
                                + " order by version desc limit 1",
                        Map.of("id", cycle))
                .orElse(null);
    }

    private static int made(List<Response> answers) {
        return (int) answers.stream().filter(a -> a.statusCode() < 300).count();
    }

    /** As history has it; and all of it has been told. */
    private List<Recorded> told(String aggregate, UUID id) {
        var recorded = recorded(aggregate, id);
        assertEquals(
                LongStream.range(0, recorded.size()).boxed().toList(),
                recorded.stream().map(Recorded::version).toList(),
                "no update is lost, and none is without its record");
        var told = World.events()
                .await(
                        World.OWN_TOPIC,
                        recorded.size(),
                        Duration.ofSeconds(20),
                        e -> e.subject().equals(id) && !e.type().contains("readiness"));
        assertEquals(
                recorded,
                told.stream().map(e -> new Recorded(e.type(), e.sequence())).toList());
        return recorded;
    }

    private static String fact(Recorded one) {
        return one.type().replaceFirst("trellis\\.project\\.(.*)\\.v1", "$1");
    }

    private static void assertLegal(List<Recorded> recorded, Response view) {
        var state = "APPROVED";
        int frozen = 0;
        for (var one : recorded.subList(4, recorded.size())) {
            var fact = fact(one);
            if (MODEL.containsKey(fact)) {
                var to = MODEL.get(fact).get(state);
                assertTrue(to != null, fact + " from " + state);
                state = to;
            } else if (fact.equals("analysis-plan-frozen") || fact.equals("project-changed")) {
                frozen++;
            } else {
                assertEquals("analysis-plan-registered", fact);
                assertEquals(0, frozen, "no plan is registered once a school delivers");
            }
        }
        assertEquals(state, view.path("state"));
        assertEquals(1, frozen);
        assertEquals(recorded.getLast().version(), view.<Integer>path("version").longValue());
    }

    private void assertAllocatedOnceAndBeforeDelivery(UUID id, List<Response> answers) {
        long drawn = answers.subList(4, 6).stream()
                .filter(a -> a.statusCode() == 201)
                .count();
        List<Map<String, Object>> allocations =
                get(World.admin(), "/v1/projects/" + id + "/allocations").path("$");
        assertEquals(drawn, allocations.size());
        assertTrue(drawn <= 1);
        for (var allocation : allocations) {
            assertEquals(
                    1,
                    recorded("allocation", UUID.fromString((String) allocation.get("id")))
                            .size());
            Map<String, Object> places = new HashMap<>();
            ((List<?>) allocation.get("places"))
                    .forEach(p -> places.put((String) ((Map<?, ?>) p).get("id"), ((Map<?, ?>) p).get("arm")));
            List<Map<String, Object>> cohorts =
                    get(World.admin(), "/v1/cohorts?projectId=" + id).path("items");
            cohorts.forEach(cohort -> assertEquals(places.get(cohort.get("id")), cohort.get("arm")));
        }
    }

    private List<Recorded> recorded(String aggregate, UUID id) {
        return writer.list(
                Recorded.class,
                "select type, version from history where aggregatetype = :aggregate and aggregateid = :id order by"
                        + " version",
                Map.of("aggregate", aggregate, "id", id));
    }

    /** With a committed school, a cycle and two cohorts: everything that is tried may succeed. */
    private UUID approved() {
        var id = setting.draft();
        setting.approved(id);
        var participation = setting.committed(id, setting.school);
        setting.cycle(id);
        for (var name : List.of("7R", "7S")) {
            World.made(
                    token(setting.lead),
                    "/v1/cohorts",
                    Map.of(
                            "participationId",
                            participation,
                            "name",
                            name,
                            "arm",
                            "INTERVENTION",
                            "about",
                            "PUPIL",
                            "size",
                            28));
        }
        return id;
    }

    private Map<String, ?> plan() {
        return Map.of("primaryMeasureId", setting.measure, "estimator", "ANCOVA", "comparison", "COMPARISON_COHORTS");
    }

    /** As the first school's beginning to deliver does it. */
    private Response freeze(UUID id) {
        QuarkusTransaction.requiringNew().run(() -> {
            var project = projects.toMove(id);
            project.firstDelivery(LocalDate.of(2025, 10, 6)).ifPresent(event -> changes.record(project, event));
        });
        return null;
    }

    private static Response move(String token, String path, String action) {
        var body = new HashMap<String, Object>(Map.of("action", action, "note", "because"));
        if (path.startsWith("/v1/participations") && action.equals("withdraw")) {
            body.put("reason", "STAFFING");
        }
        return post(token, path + "/transitions", body);
    }

    private static List<Response> race(List<Callable<Response>> clients) throws Exception {
        var start = new CyclicBarrier(clients.size());
        try (var threads = Executors.newFixedThreadPool(clients.size())) {
            List<Future<Response>> answers = clients.stream()
                    .map(client -> threads.submit(() -> {
                        start.await();
                        return client.call();
                    }))
                    .toList();
            var all = new ArrayList<Response>();
            for (var answer : answers) {
                all.add(answer.get());
            }
            return all;
        }
    }
}
