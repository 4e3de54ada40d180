package org.trellis.reporting.statistics.pooling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.trellis.reporting.statistics.Close.CLOSED_FORM;
import static org.trellis.reporting.statistics.Close.ITERATED;
import static org.trellis.reporting.statistics.Close.assertClose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.trellis.reporting.statistics.pooling.RegressedEffects.Coefficient;

class MetaRegressionTest {

    /** The answers were computed with metafor's formulas to 16 digits. */
    @ParameterizedTest(name = "{0} {2} {3}")
    @MethodSource("answers")
    void agreesOnTheBcgTrials(
            List<String> names, List<Moderated> effects, PoolingModel model, Adjustment adjustment, JsonNode expected) {
        double relative = model == PoolingModel.REML ? ITERATED : CLOSED_FORM;
        var answer = MetaRegression.of(names, effects, model, adjustment, 0.95, null);
        assertClose(expected.get("tau2").asDouble(), answer.tau2(), relative, "tau2");
        assertClose(expected.get("q").asDouble(), answer.residualQ(), "Q");
        assertClose(expected.get("qP").asDouble(), answer.residualP(), "p of Q");
        assertClose(expected.get("i2").asDouble(), answer.i2(), relative, "I2");
        assertClose(expected.get("h2").asDouble(), answer.h2(), relative, "H2");
        for (int j = 0; j <= names.size(); j++) {
            Coefficient coefficient = answer.coefficients().get(j);
            assertEquals(j == 0 ? "INTERCEPT" : names.get(j - 1), coefficient.name());
            assertClose(expected.get("beta").get(j).asDouble(), coefficient.estimate(), relative, "estimate");
            assertClose(expected.get("se").get(j).asDouble(), coefficient.se(), relative, "se");
            assertClose(expected.get("p").get(j).asDouble(), coefficient.p(), relative * 10, "p");
            assertClose(
                    expected.get("lower").get(j).asDouble(), coefficient.ci().lower(), relative, "lower");
            assertClose(
                    expected.get("upper").get(j).asDouble(), coefficient.ci().upper(), relative, "upper");
        }
    }

    static Stream<Arguments> answers() throws IOException {
        JsonNode data = read("metaregression.json");
        List<Arguments> answers = new ArrayList<>();
        for (JsonNode answer : data.get("answers")) {
            List<String> names = new ArrayList<>();
            answer.get("moderators").forEach(name -> names.add(name.asText()));
            answers.add(Arguments.of(
                    names,
                    trials(names),
                    PoolingModel.valueOf(answer.get("model").asText()),
                    Adjustment.valueOf(answer.get("adjustment").asText()),
                    answer));
        }
        return answers.stream();
    }

    @Test
    void saysHowMuchOfTheVarianceLatitudeAccountsFor() throws IOException {
        var answer = MetaRegression.of(
                List.of("ablat", "year"),
                trials(List.of("ablat", "year")),
                PoolingModel.REML,
                Adjustment.NONE,
                0.95,
                null);
        assertEquals(64.63, answer.r2(), 5e-3, "as metafor's documentation prints it");
        assertEquals(12.2043, answer.f() * 2, 5e-4, "QM as metafor prints it, where τ² is good to five digits");
        assertEquals(0.0022, answer.pModerators(), 5e-5);
    }

    @ParameterizedTest
    @EnumSource(PoolingModel.class)
    void withAGroupAsModeratorIsAComparisonOfGroups(PoolingModel model) {
        Random random = new Random(3);
        for (int trial = 0; trial < 20; trial++) {
            var one = effects(random, 4 + random.nextInt(6), 0.1);
            var other = effects(random, 4 + random.nextInt(6), 0.5);
            for (Adjustment adjustment : Adjustment.values()) {
                var compared = GroupComparison.of(
                        List.of(new EffectGroup("a", one), new EffectGroup("b", other)), model, adjustment, 0.9);
                var all = new ArrayList<Moderated>();
                one.forEach(e -> all.add(new Moderated(e, List.of(0.0))));
                other.forEach(e -> all.add(new Moderated(e, List.of(1.0))));
                var regressed = MetaRegression.of(List.of("b"), all, model, adjustment, 0.9, null);
                var slope = regressed.coefficients().getLast();
                var difference = compared.differences().getFirst();
                assertClose(compared.tau2(), regressed.tau2(), 1e-10, "tau2");
                assertClose(difference.difference(), slope.estimate(), 1e-9, "difference");
                assertClose(difference.se(), slope.se(), 1e-9, "se");
                assertClose(difference.p(), slope.p(), 1e-8, "p");
                assertClose(compared.pBetween(), regressed.pModerators(), 1e-8, "p between");
                assertClose(compared.qWithin(), regressed.residualQ(), 1e-9, "Q");
                if (compared.r2() != null) {
                    assertEquals(compared.r2(), regressed.r2(), 1e-6);
                }
            }
        }
    }

    @Test
    void anyOrderGivesTheSameBits() throws IOException {
        var effects = trials(List.of("ablat", "year"));
        var shuffled = new ArrayList<>(effects);
        Collections.shuffle(shuffled, new Random(4));
        var names = List.of("ablat", "year");
        var dealings = new Permutations(50, 7);
        assertEquals(
                MetaRegression.of(names, effects, PoolingModel.REML, Adjustment.HARTUNG_KNAPP, 0.95, dealings),
                MetaRegression.of(names, shuffled, PoolingModel.REML, Adjustment.HARTUNG_KNAPP, 0.95, dealings));
    }

    /** Of three effects and a moderator of 0, 0 and 1 a third of all dealings leave it where it was. */
    @Test
    void dealsModeratorsOutBySeed() {
        var effects = List.of(
                new Moderated(new EffectSize("a", 0.0, 0.01), List.of(0.0)),
                new Moderated(new EffectSize("b", 0.1, 0.01), List.of(0.0)),
                new Moderated(new EffectSize("c", 2.0, 0.01), List.of(1.0)));
        var answer = MetaRegression.of(
                List.of("x"), effects, PoolingModel.FIXED, Adjustment.NONE, 0.95, new Permutations(6_000, 1));
        assertNull(answer.coefficients().getFirst().permutationP());
        assertEquals(1 / 3.0, answer.coefficients().getLast().permutationP(), 0.02);
        assertEquals(6_000, answer.permutations());
        assertEquals(1, answer.seed());
    }

    @Test
    void findsWhatMattersAndNotWhatDoesNot() {
        Random random = new Random(5);
        var effects = new ArrayList<Moderated>();
        for (int i = 0; i < 60; i++) {
            double matters = random.nextInt(2);
            double v = 0.01 + 0.02 * random.nextDouble();
            double effect = 0.1 + 0.5 * matters + Math.sqrt(0.02 + v) * random.nextGaussian();
            effects.add(new Moderated(new EffectSize("", effect, v), List.of(matters, random.nextGaussian())));
        }
        var answer = MetaRegression.of(
                List.of("matters", "does not"),
                effects,
                PoolingModel.REML,
                Adjustment.HARTUNG_KNAPP,
                0.95,
                new Permutations(200, 9));
        assertTrue(answer.coefficients().get(1).permutationP() < 0.01);
        assertTrue(answer.coefficients().get(2).permutationP() > 0.05);
        assertTrue(answer.r2() > 50, "most of the variance between effects came from it");
    }

    /** Nothing is left over, so that the variances are scaled by 0. */
    @Test
    void answersWhereModeratorsSayEverything() {
        var effects = Stream.of(0, 0, 1, 1)
                .map(group -> new Moderated(new EffectSize("", group, 0.25), List.of((double) group)))
                .toList();

        var answer =
                MetaRegression.of(List.of("GROUP"), effects, PoolingModel.REML, Adjustment.HARTUNG_KNAPP, 0.95, null);

        assertEquals(1, answer.coefficients().get(1).estimate());
        assertEquals(0, answer.coefficients().get(1).p(), 1e-300);
        assertEquals(0, answer.pModerators(), 1e-300);
        assertTrue(Double.isFinite(answer.f()), "f: " + answer.f());
    }

    @Test
    void refusesModeratorsThatFollowFromOneAnotherAndTooFewEffects() throws IOException {
        var effects = trials(List.of("ablat", "ablat"));
        var names = List.of("a", "b");
        assertThrows(
                IllegalArgumentException.class,
                () -> MetaRegression.of(names, effects, PoolingModel.REML, Adjustment.NONE, 0.95, null));
        assertThrows(
                IllegalArgumentException.class,
                () -> MetaRegression.of(names, effects.subList(0, 3), PoolingModel.REML, Adjustment.NONE, 0.95, null));
        assertThrows(IllegalArgumentException.class, () -> new Permutations(0, 1));
    }

    private static List<Moderated> trials(List<String> moderators) throws IOException {
        JsonNode trials = read("pooling.json").get(0).get("effects");
        JsonNode about = read("metaregression.json");
        List<Moderated> effects = new ArrayList<>();
        for (int i = 0; i < trials.size(); i++) {
            int trial = i;
            effects.add(new Moderated(
                    new EffectSize(
                            "" + i,
                            trials.get(i).get(0).asDouble(),
                            trials.get(i).get(1).asDouble()),
                    moderators.stream()
                            .map(name -> about.get(name).get(trial).asDouble())
                            .toList()));
        }
        return effects;
    }

    private static List<EffectSize> effects(Random random, int k, double mean) {
        List<EffectSize> effects = new ArrayList<>();
        for (int i = 0; i < k; i++) {
            effects.add(
                    new EffectSize("", mean + 0.3 * random.nextGaussian(), Math.pow(10, -3 + 2 * random.nextDouble())));
        }
        return effects;
    }

    private static JsonNode read(String file) throws IOException {
        try (InputStream in = MetaRegressionTest.class.getResourceAsStream("/statistics/" + file)) {
            assertNotNull(in);
            return new ObjectMapper().readTree(in);
        }
    }
}
