package org.trellis.local.sample;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.trellis.embedded.Folders;
import org.trellis.local.Ports;
import org.trellis.local.Suite;

/** What somebody who has started the suite with its sample finds in it. */
class LoadedSampleTest {
    private static final List<String> FAILURES = new CopyOnWriteArrayList<>();
    private static Suite suite;
    private static Api api;
    private static Caller lead;

    @BeforeAll
    static void load() {
        suite = Suite.start(
                Folders.temporary(Path.of("target"), "sample"), Ports.free(), System.out::println, FAILURES::add);
        new InventedSample().load(suite.front(), suite.issuer(), System.out::println);
        api = new Api(suite.front(), suite.issuer());
        lead = api.person("alliance-lead");
    }

    @AfterAll
    static void close() {
        api.close();
        suite.close();
        assertEquals(List.of(), FAILURES);
    }

    private static List<SampleFiles.Account> accounts() {
        return SampleFiles.accounts();
    }

    @ParameterizedTest
    @MethodSource("accounts")
    void readinessComesOutAsTheReportsAccountGoes(SampleFiles.Account account) {
        String project = id(account.title());
        Map<String, String> expected = new TreeMap<>();
        account.answers().forEach((message, answered) -> expected.put(message, answered.answer()));
        List.of("KM08", "KM11", "KM12").forEach(message -> expected.put(message, "NOT_APPLICABLE_YET"));

        Map<String, String> given = new TreeMap<>();
        lead.get("/v1/projects/" + project + "/readiness")
                .path("answers")
                .forEach(answer -> given.put(
                        answer.path("message").asText(), answer.path("answer").asText()));
        assertEquals(expected, given);
        lead.await(
                "/v1/progress/projects/" + project,
                progress -> progress.path("readiness").path("answers").equals(Api.JSON.valueToTree(expected)));
    }

    /** 27 months of reading age; two sub-levels, against none in the year before. */
    @ParameterizedTest
    @CsvSource({
        "Reading mentors in year 7 (schools and pupils invented),27.0,",
        "Reading through graphs and charts (schools and pupils invented),2.0,0.0"
    })
    void gainsAreTheReports(String title, double gain, Double yearBefore) {
        JsonNode school = impact(title);
        assertEquals(gain, school.path("intervention").path("gain").asDouble(), 1e-9);
        assertEquals(
                yearBefore == null,
                school.path("comparison").isMissingNode()
                        || school.path("comparison").isNull());
        if (yearBefore != null) {
            assertEquals(yearBefore, school.path("comparison").path("gain").asDouble(), 1e-9);
        }
    }

    @Test
    void oneOfSixteenTeachersWasConfidentAndSixteenAre() {
        JsonNode threshold = impact("Confidence in teaching problem solving (schools and teachers invented)")
                .path("threshold");
        assertEquals("1 of 16", reached(threshold.path("before")));
        assertEquals("16 of 16", reached(threshold.path("after")));
    }

    @Test
    void aProjectUnderWayShowsWhoWaitsWhoLeftAndWhatIsLate() {
        String project = id("Reading aloud in pairs (invented)");
        JsonNode progress = lead.await(
                "/v1/progress/projects/" + project,
                read -> !read.path("overdueMilestones").isEmpty()
                        && read.path("cycles")
                                        .path(0)
                                        .path("gate")
                                        .path("delivering")
                                        .asInt()
                                == 2);

        assertEquals(
                "2 open, 1 waits",
                progress.path("cycles").path(0).path("gate").path("open") + " open, "
                        + progress.path("cycles").path(0).path("gate").path("waiting") + " waits");
        assertEquals(
                "{\"ACTIVE\":3,\"INTERESTED\":1,\"WITHDRAWN\":1}",
                progress.path("participations").path("now").toString());
        assertEquals(
                "Every pair has its texts (invented)",
                progress.path("overdueMilestones").path(0).path("name").asText());
        JsonNode left =
                list("/v1/participations?status=WITHDRAWN&projectId=" + project).getFirst();
        assertEquals(
                "STAFFING KEEP",
                left.path("leavingReason").asText() + " "
                        + left.path("evidence").asText());
        assertEquals(
                List.of(1),
                list("/v1/participations?status=ACTIVE&projectId=" + project).stream()
                        .map(one -> one.path("termsVersion").asInt())
                        .distinct()
                        .toList());
    }

    @Test
    void armsWereDrawnOnceInEachSchoolAndTheDrawIsOnRecord() {
        JsonNode drawn = lead.get("/v1/projects/" + id("Reading aloud in pairs (invented)") + "/allocations")
                .path(0);

        assertEquals(20_250_915, drawn.path("seed").asLong());
        Map<String, List<String>> arms = new TreeMap<>();
        drawn.path("places")
                .forEach(place -> arms.computeIfAbsent(place.path("stratum").asText(), _ -> new ArrayList<>())
                        .add(place.path("arm").asText()));
        assertEquals(4, arms.size(), drawn::toString);
        arms.values()
                .forEach(both -> assertEquals(
                        List.of("COMPARISON", "INTERVENTION"),
                        both.stream().sorted().toList()));
    }

    @Test
    void aSponsorshipLapsedAndAnAdaptedIngredientAlertsTheLead() {
        String project = id("Reading aloud in pairs (invented)");
        lead.await(
                "/v1/project-alerts?projectId=" + project,
                read -> read.path("items")
                        .findValuesAsText("kind")
                        .containsAll(List.of("SPONSORSHIP_LAPSED", "ACTIVE_INGREDIENT_TOUCHED")));

        assertEquals(
                List.of("LAPSED"),
                list("/v1/role-holders?role=HEADTEACHER_SPONSOR&projectId=" + project).stream()
                        .filter(holder -> holder.hasNonNull("ending"))
                        .map(holder -> holder.path("ending").asText())
                        .toList());
        assertEquals(
                List.of("[\"The same pair for a whole term\"]", "[]"),
                list("/v1/fidelity-reports?projectId=" + project).stream()
                        .map(report -> report.path("touched").toString())
                        .sorted()
                        .toList());
    }

    @Test
    void theFrozenPlanShowsItsDeviation() {
        JsonNode plan = lead.get("/v1/projects/" + id("Reading aloud in pairs (invented)"))
                .path("plan");
        assertTrue(plan.hasNonNull("frozenOn"), plan::toString);
        assertEquals(
                "Pairs began two weeks late in one school",
                plan.path("deviations").path(0).path("what").asText());
    }

    @Test
    void whatCameAsABundleBelongsToAnotherAllianceAndTheCopyBuildsOnItsOriginal() {
        JsonNode bundled = lead.get("/v1/projects/" + id("Spelling by word families (invented)"));
        assertEquals(
                "Thicket Alliance (invented)",
                bundled.path("alliance").path("name").asText());
        assertEquals(
                List.of("Copse Alliance (invented)"),
                bundled.path("partnerAlliances").findValuesAsText("name"));
        assertEquals(
                4, list("/v1/cohorts?projectId=" + bundled.path("id").asText()).size());
        JsonNode copy = lead.get("/v1/projects/" + id("Paired reading in year 7, a year on (invented)"));
        assertEquals(
                "Paired reading in year 7 (invented)",
                copy.path("buildsOn").path("name").asText());
    }

    private static String reached(JsonNode share) {
        return share.path("reached").asInt() + " of " + share.path("n").asInt();
    }

    /** Its one school. */
    private static JsonNode impact(String title) {
        JsonNode schools = lead.get("/v1/impact/projects/" + id(title)).path("schools");
        assertEquals(1, schools.size(), schools::toString);
        return schools.path(0);
    }

    private static String id(String title) {
        return list("/v1/projects?q=" + URLEncoder.encode(title, StandardCharsets.UTF_8)).stream()
                .filter(project -> project.path("title").asText().equals(title))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asText();
    }

    private static List<JsonNode> list(String path) {
        return StreamSupport.stream(lead.get(path).path("items").spliterator(), false)
                .toList();
    }
}
