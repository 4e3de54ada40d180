package org.trellis.reporting.impact;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.config.JsonPathConfig;
import io.restassured.path.json.config.JsonPathConfig.NumberReturnType;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;
import org.trellis.reporting.Asking;
import org.trellis.reporting.Scores;
import org.trellis.reporting.World;
import org.trellis.reporting.statistics.Direction;
import org.trellis.reporting.statistics.Moments;
import org.trellis.reporting.statistics.effect.BetweenSchools;
import org.trellis.reporting.statistics.effect.Effect;
import org.trellis.reporting.statistics.effect.Estimate;
import org.trellis.reporting.statistics.effect.StandardisedMeanDifference;
import org.trellis.reporting.statistics.pooling.EffectSize;
import org.trellis.reporting.statistics.pooling.Pooling;

/** What was laid down beforehand, whole schools in one group, differences between groups, and cycles over time. */
@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "reporting"))
class PlannedImpactTest {
    private final Scores scores = new Scores(23);

    @Test
    void followsTheFrozenPlanAndMarksWhatGoesBeyondIt() {
        var world = World.trial();
        world.plan(
                "frozenOn",
                "2025-10-06",
                "estimator",
                "PRE_POST_CONTROL",
                "subgroups",
                List.of("PUPIL_PREMIUM"),
                "crosses",
                List.of(List.of("SEX", "PUPIL_PREMIUM")),
                "deviations",
                List.of(Map.of(
                        "id",
                        world.project,
                        "on",
                        "2026-01-12",
                        "what",
                        "A school came in late",
                        "reason",
                        "Illness.")));
        for (int i = 0; i < 3; i++) {
            var school = world.school("School " + i);
            for (var arm : List.of("INTERVENTION", "COMPARISON")) {
                var cohort = world.cohort(school, arm, false);
                for (var subgroup : List.of("ALL", "SEX=F", "PUPIL_PREMIUM=YES", "PUPIL_PREMIUM=YES&SEX=F")) {
                    world.cell(school, cohort, subgroup, scores.pairs(20 + i, 2));
                }
            }
        }
        var reader = Asking.staff(world.schools.getFirst());

        Asking.afterSending(world, reader, 3)
                .then()
                .body("restsOn.analysis", equalTo("PLANNED"))
                .body("schools.effect.estimator", everyItem(equalTo("PRE_POST_CONTROL")))
                .body("plan.frozenOn", equalTo("2025-10-06"))
                .body("subgroups.analysis", contains("PLANNED", "PLANNED", "EXPLORATORY"))
                .body("subgroups.find { it.dimension == 'SEX' }.analysis", equalTo("EXPLORATORY"))
                .body("results.analysis", contains("PLANNED"))
                .body("pooled.cumulative.k", contains(3))
                .body("pooled.smallestDetectable", notNullValue())
                .body("caveats.code", hasItems("GROUPS_FORMED", "DEVIATION", "SMALLEST_DETECTABLE_EFFECT"))
                .body(
                        "caveats.find { it.code == 'DEVIATION' }.sentence",
                        containsString("On 12 January 2026 the project departed from its plan: A school came in late."
                                + " The reason given: Illness."));
        Asking.get(reader, path(world) + "?subgroup=SEX=F").then().body("restsOn.analysis", equalTo("EXPLORATORY"));
        Asking.get(reader, path(world) + "?subgroup=PUPIL_PREMIUM=YES")
                .then()
                .body("restsOn.analysis", equalTo("PLANNED"));

        world.plan("estimator", "POST_SMD");
        world.send();
        Asking.impact(world, reader)
                .then()
                .body("restsOn.analysis", equalTo("EXPLORATORY"))
                .body("schools.effect.estimator", everyItem(equalTo("ANCOVA")));
    }

    @Test
    void comparesWholeSchoolsWhereTheDesignSaysSo() {
        var world = World.of("BETWEEN_SCHOOLS", Map.of());
        var arms = new ArrayList<Map.Entry<String, Moments>>();
        for (int i = 0; i < 8; i++) {
            var school = world.school("School " + i);
            var pairs = scores.pairs(25 + i, i < 4 ? 6 : 1);
            world.cell(school, world.cohort(school, i < 4 ? "INTERVENTION" : "COMPARISON", false), "ALL", pairs);
            arms.add(Map.entry(school.id().toString(), World.moments(pairs)));
        }
        var expected = between(arms.subList(0, 4), arms.subList(4, 8));
        var reader = Asking.staff(world.schools.getFirst());

        var answer = Asking.afterSending(world, reader, 8);

        assertEquals(expected.effect().g(), number(answer, "between.effect.g"), 1e-12);
        assertEquals(expected.effect().variance(), number(answer, "between.effect.variance"), 1e-12);
        assertEquals(expected.intraclassCorrelation(), number(answer, "between.intraclassCorrelation"), 1e-9);
        answer.then()
                .body("between.schools", equalTo(8))
                .body("between.effect.months", notNullValue())
                .body("pooled", nullValue())
                .body("pooledReason", nullValue())
                .body("schools.reason.code", everyItem(equalTo("WHOLE_SCHOOL")))
                .body("caveats.code", hasItems("WHOLE_SCHOOLS", "FEW_SCHOOLS", "SMALLEST_DETECTABLE_EFFECT"));
    }

    @Test
    void withholdsWhatWouldGiveBackTheOneHiddenSchoolBetweenSchoolsToo() {
        var world = World.of("BETWEEN_SCHOOLS", Map.of());
        var treated = world.school("Treated School");
        var other = world.school("Other School");
        world.cell(treated, world.cohort(treated, "INTERVENTION", false), "ALL", scores.pairs(20, 6));
        world.cell(other, world.cohort(other, "COMPARISON", false), "ALL", scores.pairs(5, 1));

        Asking.afterSending(world, Asking.staff(treated), 2)
                .then()
                .body("between", nullValue())
                .body("pooledReason.code", equalTo("WITHHELD"))
                .body("schools.find { it.withheld }.organisation.name", equalTo("Other School"));
    }

    @Test
    void saysHowMuchSubgroupsDifferSchoolBySchool() {
        var world = World.trial();
        var expected = new ArrayList<Map.Entry<String, EffectSize>>();
        for (int i = 0; i < 4; i++) {
            var school = world.school("School " + i);
            var treated = world.cohort(school, "INTERVENTION", false);
            var others = world.cohort(school, "COMPARISON", false);
            var yes = List.of(scores.pairs(12 + i, 7), scores.pairs(14, 1));
            var no = List.of(scores.pairs(18, 3), scores.pairs(17 + i, 1));
            world.cell(school, treated, "ALL", scores.pairs(30 + i, 5));
            world.cell(school, others, "ALL", scores.pairs(31 + i, 1));
            world.cell(school, treated, "PUPIL_PREMIUM=YES", yes.get(0));
            world.cell(school, others, "PUPIL_PREMIUM=YES", yes.get(1));
            world.cell(school, treated, "PUPIL_PREMIUM=NO", no.get(0));
            world.cell(school, others, "PUPIL_PREMIUM=NO", no.get(1));
            var one = effect(yes);
            var other = effect(no);
            expected.add(Map.entry(
                    school.id().toString(),
                    new EffectSize("", one.g() - other.g(), one.variance() + other.variance())));
        }
        var pooled =
                Pooling.overSchools(expected.stream().map(Map.Entry::getValue).toList(), 0.95);

        var answer = Asking.afterSending(world, Asking.staff(world.schools.getFirst()), 4);

        assertEquals(pooled.estimate(), number(answer, "differences[0].difference"), 1e-12);
        assertEquals(pooled.se(), number(answer, "differences[0].se"), 1e-12);
        answer.then()
                .body("differences[0].value", equalTo("YES"))
                .body("differences[0].than", equalTo("NO"))
                .body("differences[0].schools", equalTo(4));
    }

    @Test
    void followsOneResultOverCycles() {
        var world = World.trial();
        var cohorts = new ArrayList<List<Object>>();
        for (int i = 0; i < 3; i++) {
            var school = world.school("School " + i);
            for (var arm : List.of("INTERVENTION", "COMPARISON")) {
                var cohort = world.cohort(school, arm, false);
                cohorts.add(List.of(school, cohort));
                world.cell(school, cohort, "ALL", scores.pairs(25, 2));
            }
        }
        world.nextCycle(2, "Second cycle");
        IntStream.range(0, 4)
                .mapToObj(cohorts::get)
                .forEach(c -> world.cell((World.School) c.getFirst(), (UUID) c.getLast(), "ALL", scores.pairs(22, 4)));

        Asking.afterSending(world, Asking.staff(world.schools.getFirst()), 2)
                .then()
                .body("cycle.number", equalTo(2))
                .body("trend.cycle.name", contains("First cycle", "Second cycle"))
                .body("trend.schools", contains(3, 2))
                .body("trend.estimate", everyItem(notNullValue()))
                .body("results.size()", equalTo(2))
                .body("flow", equalTo(Map.of("joined", 3, "withEvidence", 2, "completed", 0, "left", 0)))
                .body("caveats.code", hasItem("NO_PLAN"));
    }

    private static BetweenSchools between(
            List<Map.Entry<String, Moments>> treated, List<Map.Entry<String, Moments>> others) {
        return switch (BetweenSchools.ancova(inOrder(treated), inOrder(others), Direction.HIGHER_IS_BETTER)) {
            case Estimate.Found<BetweenSchools>(var found) -> found;
            case Estimate.Missing<BetweenSchools>(var reason) -> throw new AssertionError(reason);
        };
    }

    private static List<Moments> inOrder(List<Map.Entry<String, Moments>> arm) {
        return arm.stream()
                .sorted(Comparator.comparing(Map.Entry::getKey))
                .map(Map.Entry::getValue)
                .toList();
    }

    private static Effect effect(List<double[][]> arms) {
        return switch (StandardisedMeanDifference.ancova(
                World.moments(arms.getFirst()), World.moments(arms.getLast()), Direction.HIGHER_IS_BETTER)) {
            case Estimate.Found<Effect>(var found) -> found;
            case Estimate.Missing<Effect>(var reason) -> throw new AssertionError(reason);
        };
    }

    private static String path(World world) {
        return "/v1/impact/projects/" + world.project;
    }

    private static double number(Response answer, String path) {
        Number value =
                answer.jsonPath(new JsonPathConfig(NumberReturnType.DOUBLE)).get(path);
        return value.doubleValue();
    }
}
