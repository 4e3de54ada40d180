package org.trellis.reporting.impact;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.Response;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;
import org.trellis.reporting.Asking;
import org.trellis.reporting.Scores;
import org.trellis.reporting.World;
import org.trellis.reporting.statistics.Direction;
import org.trellis.reporting.statistics.effect.Effect;
import org.trellis.reporting.statistics.effect.Estimate;
import org.trellis.reporting.statistics.effect.StandardisedMeanDifference;
import org.trellis.reporting.statistics.effect.Superiority;
import org.trellis.reporting.statistics.pooling.EffectSize;
import org.trellis.reporting.statistics.pooling.Pooling;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "reporting"))
class ImpactTest {
    private final Scores scores = new Scores(7);

    @Test
    void poolsSchoolsAsTheFormulasDo() {
        var world = World.trial();
        var effects = new ArrayList<Map.Entry<World.School, EffectSize>>();
        for (int i = 0; i < 8; i++) {
            var school = world.school("School " + i);
            var treated = scores.pairs(40 + i, 4);
            var others = scores.pairs(38, 1);
            world.cell(school, world.cohort(school, "INTERVENTION", false), "ALL", treated);
            world.cell(school, world.cohort(school, "COMPARISON", false), "ALL", others);
            effects.add(Map.entry(school, ancova(school.name(), treated, others)));
        }
        effects.sort(Comparator.comparing(e -> e.getKey().id().toString()));
        var expected =
                Pooling.overSchools(effects.stream().map(Map.Entry::getValue).toList(), 0.95);

        var answer = Asking.afterSending(world, Asking.staff(world.schools.getFirst()), 8);

        assertEquals(expected.estimate(), number(answer, "pooled.estimate"));
        assertEquals(expected.se(), number(answer, "pooled.se"));
        assertEquals(expected.ci().lower(), number(answer, "pooled.ci.lower"));
        assertEquals(expected.tau2(), number(answer, "pooled.tau2"), 1e-12);
        answer.then()
                .body("pooled.k", equalTo(8))
                .body("pooled.model", equalTo("REML"))
                .body("pooled.weights.size()", equalTo(8))
                .body("pooled.leaveOneOut.size()", equalTo(8))
                .body("pooled.predictionInterval", notNullValue())
                .body("schools.find { it.own }.organisation.name", equalTo("School 0"))
                .body("restsOn.analysis", equalTo("PLANNED"))
                .body("restsOn.submissions.size()", equalTo(8))
                .body("restsOn.freshness.evidence", notNullValue())
                .body("caveats.code", hasItem("INVENTED"))
                .body("subgroups.dimension", hasItem("PUPIL_PREMIUM"));
    }

    @Test
    void showsEveryRoleTheSamePooledEstimateOrNone() {
        var world = trialOf(4, 30);
        var trust = UUID.randomUUID();
        var authority = UUID.randomUUID();
        world.organisation(
                trust,
                "TRUST",
                "A trust (invented)",
                "uid:" + world.schools.get(1).urn());
        world.organisation(
                authority,
                "LOCAL_AUTHORITY",
                "An authority (invented)",
                "la:" + world.schools.get(1).urn());
        world.schools.forEach(s -> world.affiliation(s, authority, "LOCAL_AUTHORITY"));
        world.affiliation(world.schools.get(1), trust, "TRUST");
        var at = "urn:" + world.schools.getFirst().urn();
        var run = world.project.toString();
        for (var role : List.of("ALLIANCE_LEAD", "RD_LEAD", "FACILITATOR")) {
            world.appointedAtAlliance(role + run, role);
        }
        world.appointedAtProject("PROJECT_LEAD" + run, "PROJECT_LEAD");
        var expected = Asking.afterSending(world, Asking.staff(world.schools.getFirst()), 4);

        var readers = List.of(
                Asking.token("lead", at, "school-lead"),
                Asking.token("machine", at, "integration"),
                Asking.token("team", "uid:" + world.schools.get(1).urn(), "trust-team"),
                Asking.token("ALLIANCE_LEAD" + run, "urn:999999", "school-staff"),
                Asking.token("RD_LEAD" + run, "urn:999999", "school-staff"),
                Asking.token("FACILITATOR" + run, "urn:999999", "school-staff"),
                Asking.token("PROJECT_LEAD" + run, "urn:999999", "school-staff"));
        for (var reader : readers) {
            Asking.impact(world, reader)
                    .then()
                    .body("pooled.estimate", equalTo(expected.path("pooled.estimate")))
                    .body("pooled.se", equalTo(expected.path("pooled.se")));
        }
        var nobodies = List.of(
                Asking.token("analyst", "la:" + world.schools.get(1).urn(), "la-analyst"),
                Asking.token("admin", "platform", "platform-admin"),
                Asking.token("stranger", "urn:999998", "school-lead"),
                SuiteResource.issuer().token("nobody").signed());
        for (var reader : nobodies) {
            Asking.impact(world, reader).then().statusCode(404).body("code", equalTo("not-found"));
        }
        given().accept("application/json")
                .get("/v1/impact/projects/" + world.project)
                .then()
                .statusCode(401);
    }

    @Test
    void withholdsASmallSchoolAndOneMoreFromOthersAndNotFromItself() {
        var world = trialOf(4, 30);
        var small = world.school("Small School");
        arms(world, small, 4, 25);

        var other = Asking.afterSending(world, Asking.staff(world.schools.getFirst()), 5);
        var own = Asking.impact(world, Asking.staff(small));

        other.then()
                .body("schools.findAll { it.withheld }.size()", equalTo(2))
                .body("schools.findAll { it.withheld }.organisation.name", hasItem("Small School"))
                .body("schools.findAll { it.withheld }.intervention", equalTo(Arrays.asList(null, null)))
                .body("schools.findAll { it.withheld }.symbol", equalTo(List.of("c", "c")))
                .body("pooled.weights", nullValue())
                .body("pooled.leaveOneOut", nullValue())
                .body("pooled.symbol", equalTo("c"))
                .body("restsOn.people", nullValue())
                .body("caveats.code", hasItem("WITHHELD"));
        own.then()
                .body("schools.findAll { it.withheld }.size()", equalTo(0))
                .body("pooled.weights.size()", equalTo(5))
                .body("pooled.estimate", equalTo(other.path("pooled.estimate")));
    }

    @Test
    void withholdsThePooledFiguresWhereTheyWouldGiveBackTheOneHiddenSchool() {
        var world = World.trial();
        var big = world.school("Big School");
        var small = world.school("Small School");
        arms(world, big, 30, 30);
        arms(world, small, 30, 5);

        var other = Asking.afterSending(world, Asking.staff(big), 2);

        other.then()
                .body("pooled", nullValue())
                .body("pooledReason.code", equalTo("WITHHELD"))
                .body("gain", nullValue())
                .body("schools.weight", equalTo(Arrays.asList(null, null)));
        Asking.impact(world, Asking.staff(small))
                .then()
                .body("pooled.k", equalTo(2))
                .body("pooled.model", equalTo("FIXED"))
                .body("caveats.code", hasItem("TWO_SCHOOLS"));
    }

    @Test
    void withholdsASubgroupThatWouldBeTheDifferenceToAll() {
        var world = trialOf(3, 30);
        var school = world.schools.get(1);
        var treated = world.cohort(school, "INTERVENTION", false);
        world.cell(school, treated, "PUPIL_PREMIUM=YES", scores.pairs(3, 2));
        world.cell(school, treated, "PUPIL_PREMIUM=NO", scores.pairs(27, 2));

        var other = Asking.afterSending(world, Asking.staff(world.schools.getFirst()), 3);

        other.then()
                .body("subgroups.find { it.value == 'YES' }.symbol", equalTo("c"))
                .body("subgroups.find { it.value == 'NO' }.symbol", equalTo("c"))
                .body("subgroups.find { it.value == 'NO' }.pupils", nullValue());
        Asking.get(Asking.staff(world.schools.getFirst()), path(world) + "?subgroup=PUPIL_PREMIUM=NO")
                .then()
                .statusCode(200)
                .body("schools.findAll { it.withheld }.size()", equalTo(1))
                .body("restsOn.analysis", equalTo("EXPLORATORY"));
        Asking.impact(world, Asking.staff(school))
                .then()
                .body("subgroups.find { it.value == 'YES' }.pupils", equalTo(3));
    }

    @Test
    void givesMonthsOfReadingAgeWhereThereIsNoComparison() {
        var world = World.of(
                "BEFORE_AND_AFTER",
                Map.of("name", "Reading age", "unit", "months", "ageInMonths", true, "maximum", 240));
        var school = world.school("Reading School");
        var cohort = world.cohort(school, "INTERVENTION", false);
        world.cell(school, cohort, "ALL", scores.gaining(30, 27));
        world.cell(school, cohort, "PUPIL_PREMIUM=YES", scores.gaining(10, 24));

        var answer = Asking.afterSending(world, Asking.staff(school), 1);

        assertEquals(27, number(answer, "gain.value"), 1e-9);
        assertEquals(27.0 / 7, number(answer, "gain.perMonth.value"), 1e-9);
        assertEquals(24, number(answer, "subgroups.find { it.value == 'YES' }.gain.value"), 1e-9);
        answer.then()
                .body("gain.n", equalTo(30))
                .body("gain.ci.level", equalTo(0.95f))
                .body("schools[0].effect.estimator", equalTo("PRE_POST"))
                .body("schools[0].effect.months", nullValue())
                .body("pooled", nullValue())
                .body("pooledReason.code", equalTo("NO_COMPARISON"))
                .body("caveats.code", hasItem("NO_COMPARISON"));
    }

    @Test
    void countsTeachersWhoReachTheThresholdBeforeAndAfter() {
        var world = World.of(
                "BEFORE_AND_AFTER",
                Map.of("name", "Confidence", "about", "TEACHER", "minimum", 1, "maximum", 4, "threshold", 3));
        var school = world.school("Problem Solving School");
        world.appointedAtAlliance("lead" + world.project, "ALLIANCE_LEAD");
        world.cell(school, world.cohort(school, "INTERVENTION", false), "ALL", scores.gaining(16, 2), new int[] {
            0, 15, 0, 1
        });

        Asking.afterSending(world, Asking.staff(school), 1)
                .then()
                .body("threshold.before", equalTo(Map.of("reached", 1, "n", 16)))
                .body("threshold.after", equalTo(Map.of("reached", 16, "n", 16)))
                .body("threshold.p", equalTo(6.1035156E-5f))
                .body("threshold.ci.lower", notNullValue());
        Asking.impact(world, Asking.token("lead" + world.project, "urn:999999", "school-staff"))
                .then()
                .body("threshold.symbol", equalTo("c"))
                .body("threshold.before", nullValue())
                .body("schools[0].symbol", equalTo("c"))
                .body("schools[0].intervention", nullValue());
    }

    @Test
    void saysOfAnswersInFewStepsHowLikelyALaterOneIsBetter() {
        var world = World.of("BEFORE_AND_AFTER", Map.of("name", "Confidence", "minimum", 1, "maximum", 3));
        var tables =
                List.of(new int[][] {{2, 5, 3}, {0, 4, 2}, {1, 0, 3}}, new int[][] {{0, 6, 1}, {2, 3, 5}, {0, 1, 4}});
        for (var table : tables) {
            var school = world.school("School " + world.schools.size());
            world.steps = Arrays.stream(table)
                    .map(row -> Arrays.stream(row).boxed().toList())
                    .toList();
            int people = Arrays.stream(table).flatMapToInt(Arrays::stream).sum();
            world.cell(school, world.cohort(school, "INTERVENTION", false), "ALL", scores.pairs(people, 1));
        }
        var reader = Asking.staff(world.schools.getFirst());

        var answer = Asking.afterSending(world, reader, 2);

        var one = superiority(tables.getFirst());
        assertEquals(one.probability(), number(answer, "schools[0].superiority.probability"), 1e-12);
        assertEquals(one.cliffsDelta(), number(answer, "schools[0].superiority.cliffsDelta"), 1e-12);
        assertEquals(one.ci(0.95).lower(), number(answer, "schools[0].superiority.ci.lower"), 1e-12);
        var both = superiority(new int[][] {{2, 11, 4}, {2, 7, 7}, {1, 1, 7}});
        assertEquals(both.probability(), number(answer, "superiority.probability"), 1e-12);
        assertEquals(both.p(), number(answer, "superiority.p"), 1e-12);
        given().auth()
                .oauth2(reader)
                .accept("text/html")
                .get(path(world))
                .then()
                .body(containsString("All schools together: An answer after is better than one before"));
    }

    @Test
    void saysTheSameOfAnswersThatPairNobodyAndOfFewToNobodyElse() {
        var world = World.of("BEFORE_AND_AFTER", Map.of("about", "TEACHER", "minimum", 1, "maximum", 3));
        var large = world.school("Large School");
        var small = world.school("Small School");
        world.unpaired = List.of(List.of(7, 4, 1), List.of(2, 5, 6));
        world.cell(large, world.cohort(large, "INTERVENTION", false), "ALL", new double[0][]);
        world.unpaired = List.of(List.of(3, 2, 3), List.of(1, 2, 1));
        world.cell(small, world.cohort(small, "INTERVENTION", false), "ALL", new double[0][]);

        var answer = Asking.afterSending(world, Asking.staff(small), 2);
        var others = Asking.impact(world, Asking.staff(large));

        var all = found(Superiority.between(new int[] {10, 6, 4}, new int[] {3, 7, 7}, Direction.HIGHER_IS_BETTER));
        assertEquals(all.probability(), number(answer, "superiority.probability"), 1e-12);
        answer.then().body("superiority.before", equalTo(20)).body("superiority.after", equalTo(17));
        assertEquals(
                found(Superiority.between(new int[] {3, 2, 3}, new int[] {1, 2, 1}, Direction.HIGHER_IS_BETTER))
                        .probability(),
                number(answer, "schools.find { it.own }.superiority.probability"),
                1e-12);
        others.then()
                .body("schools.find { it.withheld }.organisation.name", equalTo("Small School"))
                .body("superiority", nullValue());
    }

    private static Superiority superiority(int[][] table) {
        return found(Superiority.change(table, Direction.HIGHER_IS_BETTER));
    }

    private static Superiority found(Estimate<Superiority> estimate) {
        return switch (estimate) {
            case Estimate.Found<Superiority>(Superiority found) -> found;
            case Estimate.Missing<Superiority>(var reason) -> throw new AssertionError(reason);
        };
    }

    @Test
    void comparesWithLastYearsCohortInRawUnitsToo() {
        var world = World.of("LAST_YEARS_COHORT", Map.of("name", "Sub-level", "unit", "sub-levels"));
        var school = world.school("Numerate School");
        world.cell(school, world.cohort(school, "INTERVENTION", false), "ALL", scores.gaining(20, 2));
        world.cell(school, world.cohort(school, "COMPARISON", true), "ALL", scores.gaining(20, 0));

        var answer = Asking.afterSending(world, Asking.staff(school), 1);

        assertEquals(2, number(answer, "schools[0].gainDifference.value"), 1e-9);
        assertEquals(2, number(answer, "schools[0].intervention.gain"), 1e-9);
        assertEquals(0, number(answer, "schools[0].comparison.gain"), 1e-9);
        answer.then()
                .body("schools[0].effect.estimator", equalTo("ANCOVA"))
                .body("pooled.k", equalTo(1))
                .body("caveats.code", hasItems("LAST_YEARS_COHORT", "ONE_SCHOOL"));
    }

    @Test
    void namesSchoolsThatHaveNoEffectAndSaysWhy() {
        var world = trialOf(3, 20);
        var oneArm = world.school("One Arm School");
        world.cell(oneArm, world.cohort(oneArm, "INTERVENTION", false), "ALL", scores.pairs(20, 3));
        world.school("Silent School");

        Asking.afterSending(world, Asking.staff(world.schools.getFirst()), 4)
                .then()
                .body("pooled.k", equalTo(3))
                .body("schools.find { it.organisation.name == 'One Arm School' }.reason.code", equalTo("ONE_ARM"))
                .body("schools.find { it.organisation.name == 'Silent School' }.reason.code", equalTo("NO_EVIDENCE"))
                .body("caveats.code", hasItems("ONE_ARM", "INCOMPLETE", "FEW_SCHOOLS"));
    }

    @Test
    void followsAnAmendmentAWithdrawalAndASchoolThatLeaves() {
        var world = trialOf(3, 20);
        var leaving = world.school("Leaving School");
        var cohort = world.cohort(leaving, "INTERVENTION", false);
        var cell = world.cell(leaving, cohort, "ALL", scores.pairs(20, 3));
        arms(world, leaving, 20, 20);
        var reader = Asking.staff(world.schools.getFirst());
        var before = Asking.afterSending(world, reader, 4);
        Asking.impact(world, Asking.staff(leaving)).then().statusCode(200);

        world.cell(leaving, cohort, "ALL", scores.pairs(20, 9));
        world.send();
        assertNotEquals(number(before, "pooled.estimate"), number(Asking.impact(world, reader), "pooled.estimate"));
        world.cellGone(cell);
        world.participation(leaving, "WITHDRAWN", "REMOVE");
        world.send();

        Asking.impact(world, reader).then().body("restsOn.schools", equalTo(3));
        Asking.impact(world, Asking.staff(leaving)).then().statusCode(404);
        Asking.impact(world, reader).then().body("schools.organisation.name", not(hasItem("Leaving School")));
    }

    @Test
    void computesEffectsAnewOnlyWhereWhatTheyAreMadeOfHasChanged() throws SQLException {
        var world = trialOf(2, 20);
        Asking.afterSending(world, Asking.staff(world.schools.getFirst()), 2);
        var first = written(world);

        world.project("REPORTING");
        world.measure(Map.of("name", "Another name"));
        world.plan("estimator", "POST_SMD");
        world.send();
        assertEquals(first, written(world), "a state, a name, a plan that binds nobody");

        world.measure(Map.of("higherIsBetter", false));
        world.send();
        var turned = written(world);
        assertNotEquals(first, turned);
        world.plan("frozenOn", "2025-10-06", "estimator", "POST_SMD");
        world.send();
        assertNotEquals(turned, written(world));
    }

    /** By which transactions the project's effects were written. */
    private static List<String> written(World world) throws SQLException {
        try (var connection = SuiteResource.postgres().connect("reporting");
                var effects = connection.prepareStatement(
                        "select xmin::text from read_a.school_effect where project_id = ? union all"
                                + " select xmin::text from read_b.school_effect where project_id = ? order by 1")) {
            effects.setObject(1, world.project);
            effects.setObject(2, world.project);
            var rows = effects.executeQuery();
            var written = new ArrayList<String>();
            while (rows.next()) {
                written.add(rows.getString(1));
            }
            return written;
        }
    }

    @Test
    void showsCompletersWhereAsked() {
        var world = trialOf(4, 25);
        world.schools.subList(0, 3).forEach(s -> world.participation(s, "COMPLETED", null));
        var reader = Asking.staff(world.schools.getFirst());
        Asking.afterSending(world, reader, 4);

        Asking.get(reader, path(world) + "?population=COMPLETERS")
                .then()
                .body("restsOn.schools", equalTo(3))
                .body("population", equalTo("COMPLETERS"))
                .body("restsOn.analysis", equalTo("EXPLORATORY"))
                .body("schools.organisation.name", containsInAnyOrder("School 0", "School 1", "School 2"));
    }

    @Test
    void refusesAQuestionAboutAnotherProjectsThings() {
        var world = trialOf(1, 20);
        var reader = Asking.staff(world.schools.getFirst());
        Asking.afterSending(world, reader, 1);

        Asking.get(reader, path(world) + "?measureId=" + world.project)
                .then()
                .statusCode(400)
                .body("violations[0].path", equalTo("measureId"));
        Asking.get(reader, path(world) + "?population=ALL&limit=3")
                .then()
                .statusCode(400)
                .body("violations.size()", equalTo(2));
    }

    private World trialOf(int schools, int pupils) {
        var world = World.trial();
        for (int i = 0; i < schools; i++) {
            arms(world, world.school("School " + i), pupils + i, pupils + 2 * i);
        }
        return world;
    }

    private void arms(World world, World.School school, int treated, int others) {
        world.cell(school, world.cohort(school, "INTERVENTION", false), "ALL", scores.pairs(treated, 4));
        world.cell(school, world.cohort(school, "COMPARISON", false), "ALL", scores.pairs(others, 1));
    }

    private static String path(World world) {
        return "/v1/impact/projects/" + world.project;
    }

    private static EffectSize ancova(String label, double[][] treated, double[][] others) {
        return switch (StandardisedMeanDifference.ancova(
                World.moments(treated), World.moments(others), Direction.HIGHER_IS_BETTER)) {
            case Estimate.Found<Effect>(Effect e) -> new EffectSize(label, e.g(), e.variance());
            case Estimate.Missing<Effect>(var reason) -> throw new AssertionError(reason);
        };
    }

    private static double number(Response answer, String path) {
        Number value =
                answer.jsonPath(new JsonPathConfig(NumberReturnType.DOUBLE)).get(path);
        return value.doubleValue();
    }
}
