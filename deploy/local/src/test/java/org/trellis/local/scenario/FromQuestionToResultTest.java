package org.trellis.local.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.extension.ExtendWith;
import org.trellis.local.Suite;
import org.trellis.local.sample.Answer;
import org.trellis.local.sample.Api;
import org.trellis.local.sample.Caller;

/**
 * The whole way: an alliance asks a question, two schools try something and hand in what came of it, a moderator from
 * a third one accepts it, and there is a result over both. Then things happen to it.
 */
@ExtendWith(RunningSuite.class)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FromQuestionToResultTest {
    private static final double CLOSE = 1e-9;

    private final RawScores first = RawScores.invented("900001", 24, 22, 0.5);
    private final RawScores second = RawScores.invented("900002", 31, 28, 0.1);
    private final RawScores firstAmended = first.amended(score -> score.subtract(new BigDecimal("2.5")));

    private Suite suite;
    private Api api;
    private Setting setting;
    private Study study;

    @BeforeAll
    void twoSchoolsFormAnAlliance(Suite running, Api open) {
        suite = running;
        api = open;
        setting = Setting.establish(api);
        study = new Study(api, setting, "undisturbed");
    }

    @Test
    @Order(1)
    void aQuestionComesToAResultOverBothSchools() {
        study.asksAQuestion();
        study.takesIn(setting.first(), setting.second());
        study.starts();
        study.handsInAsJson(setting.first(), first);
        study.handsInAsFile(setting.second(), second);
        for (UUID school : List.of(setting.first(), setting.second())) {
            study.isAssigned(school);
            study.isAccepted(school, 1);
        }
        JsonNode impact = study.restingOn(Map.of(setting.first(), 1, setting.second(), 1));
        assertShowsWhatFollowsFrom(first, second, impact);
    }

    @Test
    @Order(2)
    void everyRoleThatSeesAPooledEstimateSeesTheSameOne() {
        JsonNode pooled = api.person("alliance-lead").get(study.impactPath()).path("pooled");
        for (Caller reader : List.of(
                api.person("rd-lead"),
                api.person("facilitator"),
                api.person("project-lead"),
                api.person("school-lead"),
                api.person("trust-team"),
                api.system("trust-system"))) {
            assertEquals(pooled, reader.get(study.impactPath()).path("pooled"));
        }
        for (String other : List.of("moderator", "la-analyst", "platform-admin")) {
            assertNotThere(api.person(other).ask(study.impactPath()));
        }
    }

    @Test
    @Order(3)
    void whatIsAnotherSchoolsIsNotThere() {
        String ofSecond = "/v1/submissions/" + study.submission(setting.second());
        String ofFirst = "/v1/submissions/" + study.submission(setting.first());
        assertNotThere(api.person("school-lead").ask(ofSecond));
        assertNotThere(api.person("school-lead").ask(ofSecond + "/scores"));
        assertNotThere(api.person("trust-team").ask(ofFirst));
        assertNotThere(api.person("moderator").ask("/v1/projects/" + study.project()));
        for (String unrelated : List.of("la-analyst", "moderator")) {
            for (String list : List.of("/v1/projects", "/v1/participations", "/v1/cohorts", "/v1/cycles")) {
                assertEquals(0, api.person(unrelated).get(list).path("items").size(), unrelated + " " + list);
            }
        }
        assertEquals(
                0, api.person("la-analyst").get("/v1/submissions").path("items").size());
        assertEquals(
                0,
                api.person("platform-admin")
                        .get("/v1/submissions")
                        .path("items")
                        .size());
    }

    @Test
    @Order(3)
    void withoutAnOrganisationAllListsAreEmpty() {
        for (String list : List.of(
                "organisations",
                "affiliations",
                "people",
                "appointments",
                "alliances",
                "memberships",
                "projects",
                "participations",
                "project-appointments",
                "cohorts",
                "cycles",
                "submissions",
                "measures")) {
            JsonNode items = api.person("newcomer").get("/v1/" + list).path("items");
            assertTrue(items.isArray() && items.isEmpty(), () -> list + ": " + items);
        }
    }

    @Test
    @Order(4)
    void rowsOfPupilsAreTheControllersAlone() {
        String ofFirst = "/v1/submissions/" + study.submission(setting.first()) + "/scores?limit=200";
        String ofSecond = "/v1/submissions/" + study.submission(setting.second()) + "/scores?limit=200";
        assertEquals(
                2 * (24 + 22) - 2,
                api.person("school-lead").get(ofFirst).path("items").size());
        assertEquals(
                2 * (31 + 28) - 2,
                api.person("trust-team").get(ofSecond).path("items").size());
        for (String other : List.of("alliance-lead", "rd-lead", "project-lead", "moderator")) {
            Answer answer = api.person(other).ask(ofFirst);
            assertTrue(List.of(403, 404).contains(answer.status()), () -> other + ": " + answer);
        }
    }

    @Test
    @Order(5)
    void aBrowserSignsInAndSeesTheResultAsAPage() throws Exception {
        URI page = api.address(study.impactPath());
        try (Browser browser = new Browser()) {
            HttpResponse<String> form = browser.open(page);
            assertTrue(form.uri().toString().startsWith(suite.issuer().toString()), form.uri()::toString);
            HttpResponse<String> shown = browser.signIn(form, "alliance-lead");
            assertEquals(200, shown.statusCode(), shown::body);
            assertEquals(page.getPath(), shown.uri().getPath());
            assertTrue(shown.body().contains("<svg"), shown::body);
            assertEquals(200, browser.open(page).statusCode());
        }
        try (Browser other = new Browser()) {
            assertEquals(404, other.signIn(other.open(page), "newcomer").statusCode());
        }
    }

    @Test
    @Order(6)
    void theResultFollowsWhenASchoolAmendsItsEvidence() {
        study.amends(setting.first(), firstAmended);
        assertShowsWhatFollowsFrom(first, second, study.restingOn(Map.of(setting.first(), 1, setting.second(), 1)));
        study.isAccepted(setting.first(), 2);
        assertShowsWhatFollowsFrom(
                firstAmended, second, study.restingOn(Map.of(setting.first(), 2, setting.second(), 1)));
    }

    @Test
    @Order(7)
    void identifiedSightEndsWhenASchoolLeaves() {
        Caller trust = api.person("trust-team");
        assertEquals(200, trust.ask("/v1/projects/" + study.project()).status());
        study.isLeftBy(setting.second());
        assertNotThere(trust.ask("/v1/projects/" + study.project()));
        assertEquals(0, trust.get("/v1/projects").path("items").size());
        awaitNotThere(trust, study.impactPath());
        awaitNotThere(api.system("trust-system"), study.impactPath());
        JsonNode others = api.person("alliance-lead").get(study.impactPath());
        assertShowsWhatFollowsFrom(firstAmended, second, others);
    }

    @Test
    @Order(8)
    void noFigureChangesHoweverOftenAServiceIsKilled() {
        Study disturbed = new Study(api, setting, "disturbed");
        List<UUID> arrivals = new ArrayList<>();
        killedMidway("alliance", midway -> {
            arrivals.add(register(0));
            midway.run();
            IntStream.rangeClosed(1, 30).forEach(i -> arrivals.add(register(i)));
        });
        killedMidway("project", midway -> {
            disturbed.asksAQuestion();
            midway.run();
            disturbed.takesIn(setting.first(), setting.second());
            disturbed.starts();
            arrivals.forEach(disturbed::invites);
        });
        killedMidway("evidence", midway -> {
            disturbed.handsInAsFile(setting.second(), second);
            midway.run();
            disturbed.handsInAsJson(setting.first(), first);
            disturbed.isAssigned(setting.first());
            disturbed.isAssigned(setting.second());
        });
        killedMidway("evidence", midway -> {
            midway.run();
            disturbed.isAccepted(setting.first(), 1);
            disturbed.isAccepted(setting.second(), 1);
            disturbed.amends(setting.first(), firstAmended);
        });
        killedMidway("reporting", midway -> {
            disturbed.restingOn(Map.of(setting.first(), 1, setting.second(), 1));
            midway.run();
            disturbed.isAccepted(setting.first(), 2);
            disturbed.restingOn(Map.of(setting.first(), 2, setting.second(), 1));
        });
        assertMadeOnceEach(disturbed, arrivals);
        disturbed.comesToTheSameFiguresAs(study);
    }

    @Test
    @Order(9)
    void whatIsPublishedStaysByteForByteOverARestartAndARebuild() {
        String report = "/v1/reports/" + study.published();
        Caller reader = api.person("alliance-lead");
        String json = reader.ask(report + "/editions/1").text();
        String page = reader.ask(report, "text/html").text();
        assertTrue(page.contains("What came of it."), page);

        study.isLeftBy(setting.first());
        suite.kill("reporting");
        suite.restart("reporting");
        rebuild();

        reader.await(
                study.impactPath(), impact -> impact.path("flow").path("left").asInt() == 2);
        assertEquals(json, reader.ask(report + "/editions/1").text());
        assertEquals(page, reader.ask(report, "text/html").text());
    }

    private void rebuild() {
        Caller staff = api.person("platform-admin");
        UUID rebuild = staff.make("/v1/reporting-rebuilds", Map.of(), "rebuild");
        staff.await(
                "/v1/reporting-rebuilds/" + rebuild,
                seen -> seen.path("state").asText().equals("DONE"));
    }

    private UUID register(int number) {
        return api.person("platform-admin")
                .make(
                        "/v1/organisations",
                        Map.of(
                                "kind",
                                "SCHOOL",
                                "urn",
                                Integer.toString(900500 + number),
                                "name",
                                "Arrival " + number + " (invented)",
                                "invented",
                                true),
                        "arrival " + number);
    }

    /** SIGKILL while requests are under way; their callers repeat them, with the same keys, until they are answered. */
    private void killedMidway(String service, Consumer<Runnable> work) {
        CountDownLatch begun = new CountDownLatch(1);
        CompletableFuture<Void> working = CompletableFuture.runAsync(
                        () -> work.accept(begun::countDown), Thread::startVirtualThread)
                .whenComplete((_, failure) -> begun.countDown());
        try {
            assertTrue(begun.await(2, TimeUnit.MINUTES), "the work has not begun");
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
        assertFalse(working.isDone(), "the work ended before " + service + "-service was killed");
        suite.kill(service);
        suite.restart(service);
        working.join();
    }

    private void assertMadeOnceEach(Study disturbed, List<UUID> arrivals) {
        Caller lead = api.person("alliance-lead");
        String ofProject = "?projectId=" + disturbed.project() + "&limit=200";
        assertEquals(31, arrivals.stream().distinct().count());
        assertEquals(
                33, lead.get("/v1/participations" + ofProject).path("items").size());
        assertEquals(4, lead.get("/v1/cohorts" + ofProject).path("items").size());
        assertEquals(1, lead.get("/v1/cycles" + ofProject).path("items").size());
        assertEquals(2, lead.get("/v1/submissions" + ofProject).path("items").size());
        JsonNode amended = lead.get("/v1/submissions/" + disturbed.submission(setting.first()));
        assertEquals(2, amended.path("revision").asInt());
        assertEquals(2, amended.path("acceptedRevision").asInt());
        JsonNode moderated = api.person("moderator").get("/v1/moderation/" + disturbed.submission(setting.first()));
        assertEquals(2, moderated.path("decisions").size());
        assertEquals(1, moderated.path("assignments").size());
    }

    private void assertShowsWhatFollowsFrom(RawScores ofFirst, RawScores ofSecond, JsonNode impact) {
        assertEquals(2, impact.path("schools").size(), impact::toString);
        ByHand.Effect one = assertShows(ofFirst, setting.first(), impact);
        ByHand.Effect other = assertShows(ofSecond, setting.second(), impact);
        ByHand.Pooled expected = ByHand.pooled(one, other);
        JsonNode pooled = impact.path("pooled");
        assertEquals(2, pooled.path("k").asInt());
        assertEquals(expected.estimate(), pooled.path("estimate").asDouble(), CLOSE);
        assertEquals(expected.se(), pooled.path("se").asDouble(), CLOSE);
        assertEquals(expected.lower(), pooled.path("ci").path("lower").asDouble(), CLOSE);
        assertEquals(expected.upper(), pooled.path("ci").path("upper").asDouble(), CLOSE);
        assertEquals(expected.q(), pooled.path("q").asDouble(), CLOSE);
    }

    private static ByHand.Effect assertShows(RawScores scores, UUID school, JsonNode impact) {
        JsonNode row = row(school, impact);
        for (String arm : List.of("INTERVENTION", "COMPARISON")) {
            JsonNode shown = row.path(arm.equals("INTERVENTION") ? "intervention" : "comparison");
            ByHand.Mean expected = ByHand.mean(scores.complete(arm));
            assertEquals(expected.n(), shown.path("n").asInt());
            assertEquals(expected.before(), shown.path("meanBefore").asDouble(), CLOSE);
            assertEquals(expected.after(), shown.path("meanAfter").asDouble(), CLOSE);
        }
        ByHand.Effect expected = ByHand.effect(scores);
        assertEquals(expected.g(), row.path("effect").path("g").asDouble(), CLOSE);
        assertEquals(expected.variance(), row.path("effect").path("variance").asDouble(), CLOSE);
        return expected;
    }

    private static JsonNode row(UUID school, JsonNode impact) {
        for (JsonNode row : impact.path("schools")) {
            if (row.path("organisation").path("id").asText().equals(school.toString())) {
                return row;
            }
        }
        throw new AssertionError(school + " is not among " + impact.path("schools"));
    }

    /** Elsewhere sight ends once the event has been heard. */
    private static void awaitNotThere(Caller caller, String path) {
        Instant deadline = Instant.now().plusSeconds(30);
        while (caller.ask(path).status() != 404 && Instant.now().isBefore(deadline)) {
            LockSupport.parkNanos(50_000_000);
        }
        assertNotThere(caller.ask(path));
    }

    private static void assertNotThere(Answer answer) {
        assertEquals(404, answer.status(), answer::text);
        assertEquals("not-found", answer.code());
    }
}
