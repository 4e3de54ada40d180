package org.trellis.reporting.statistics.pooling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.trellis.reporting.statistics.Close.CLOSED_FORM;
import static org.trellis.reporting.statistics.Close.ITERATED;
import static org.trellis.reporting.statistics.Close.assertClose;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Published data sets by every model and adjustment; the answers were computed with metafor's formulas to 16 digits. */
class PublishedPoolingTest {

    @ParameterizedTest(name = "{0}: {2} {3}")
    @MethodSource("answers")
    void agrees(String data, List<EffectSize> effects, PoolingModel model, Adjustment adjustment, JsonNode expected) {
        boolean iterated = model == PoolingModel.REML || model == PoolingModel.ML || model == PoolingModel.PM;
        double relative = iterated ? ITERATED : CLOSED_FORM;
        PooledEffect pooled = Pooling.pool(effects, model, adjustment, 0.95);
        assertEquals(effects.size(), pooled.k());
        assertEquals(effects.size() - 1, pooled.qDf());
        assertClose(expected.get("estimate").asDouble(), pooled.estimate(), relative, "estimate");
        assertClose(expected.get("se").asDouble(), pooled.se(), relative, "se");
        assertClose(expected.get("lower").asDouble(), pooled.ci().lower(), relative, "lower");
        assertClose(expected.get("upper").asDouble(), pooled.ci().upper(), relative, "upper");
        assertClose(expected.get("p").asDouble(), pooled.p(), 10 * relative, "p");
        assertClose(expected.get("tau2").asDouble(), pooled.tau2(), relative, "tau2");
        assertClose(expected.get("q").asDouble(), pooled.q(), CLOSED_FORM, "Q");
        assertClose(expected.get("qP").asDouble(), pooled.qP(), CLOSED_FORM, "p of Q");
        assertClose(expected.get("i2FromQ").asDouble(), pooled.i2FromQ(), CLOSED_FORM, "I2 from Q");
        assertClose(expected.get("i2FromTau2").asDouble(), pooled.i2FromTau2(), relative, "I2 from tau2");
        assertClose(expected.get("h2").asDouble(), pooled.h2(), relative, "H2");
        for (int i = 0; i < effects.size(); i++) {
            assertClose(
                    expected.get("weights").get(i).asDouble(), pooled.weights().get(i), relative, "weight " + i);
        }
        if (expected.has("tau2Ci")) {
            assertClose(
                    expected.get("tau2Ci").get(0).asDouble(), pooled.tau2Ci().lower(), ITERATED, "tau2 lower");
            assertClose(
                    expected.get("tau2Ci").get(1).asDouble(), pooled.tau2Ci().upper(), ITERATED, "tau2 upper");
        }
        if (expected.has("prediction")) {
            double lower = expected.get("prediction").get(0).asDouble();
            assertClose(lower, pooled.predictionInterval().lower(), relative, "prediction lower");
            double upper = expected.get("prediction").get(1).asDouble();
            assertClose(upper, pooled.predictionInterval().upper(), relative, "prediction upper");
        }
    }

    static Stream<Arguments> answers() throws IOException {
        List<Arguments> answers = new ArrayList<>();
        for (JsonNode data : read()) {
            List<EffectSize> effects = effects(data);
            for (JsonNode answer : data.get("answers")) {
                answers.add(Arguments.of(
                        data.get("data").asText(),
                        effects,
                        PoolingModel.valueOf(answer.get("model").asText()),
                        Adjustment.valueOf(answer.get("adjustment").asText()),
                        answer));
            }
        }
        return answers.stream();
    }

    @Test
    void agreesOnTheBcgTrialsWithoutTheFirst() throws IOException {
        // As metafor gives it for the log risk ratios; its own iteration stops at about a part in a million
        double stops = 1e-6;
        List<EffectSize> effects = effects(read().get(0));
        LeftOut first =
                Pooling.leaveOneOut(effects, PoolingModel.REML, Adjustment.NONE).getFirst();
        assertEquals("0", first.label());
        assertClose(-0.707083788031436, first.estimate(), stops, "estimate");
        assertClose(0.189961024702717, first.se(), stops, "se");
        assertClose(0.336156745300306, first.tau2(), stops, "tau2");
    }

    /** Teachers' expectations and pupils' IQ in 19 studies (Raudenbush 1984, Journal of Educational Psychology 76). */
    @Test
    void agreesOnTeacherExpectancy() {
        double[][] figures = {
            {0.03, 0.0156}, {0.12, 0.0216}, {-0.14, 0.0279}, {1.18, 0.1391}, {0.26, 0.1362}, {-0.06, 0.0106},
            {-0.02, 0.0106}, {-0.32, 0.0484}, {0.27, 0.0269}, {0.80, 0.0630}, {0.54, 0.0912}, {0.18, 0.0497},
            {-0.02, 0.0835}, {0.23, 0.0841}, {-0.18, 0.0253}, {-0.06, 0.0279}, {0.30, 0.0193}, {0.07, 0.0088},
            {-0.07, 0.0303}
        };
        List<EffectSize> effects =
                Stream.of(figures).map(f -> new EffectSize("", f[0], f[1])).toList();
        PooledEffect reml = Pooling.pool(effects, PoolingModel.REML, Adjustment.NONE, 0.95);
        assertClose(0.0837012418825964, reml.estimate(), ITERATED, "0.0837 as printed, here with 40 digits");
        assertClose(0.0516406713640907, reml.se(), ITERATED, "0.0516 as printed");
        assertClose(0.0188182881402206351, reml.tau2(), 1e-12, "0.0188 as printed");
        assertEquals(35.8295, reml.q(), 5e-5);
        assertEquals(0.0074, reml.qP(), 5e-5);
        assertEquals(41.86, reml.i2FromTau2(), 2e-2, "as printed, where τ² is good to three digits");
        assertEquals(1.72, reml.h2(), 5e-3);
        PooledEffect ml = Pooling.pool(effects, PoolingModel.ML, Adjustment.NONE, 0.95);
        assertClose(0.0125518947493421167, ml.tau2(), 1e-12, "with 40 digits");
    }

    private static JsonNode read() throws IOException {
        try (InputStream in = PublishedPoolingTest.class.getResourceAsStream("/statistics/pooling.json")) {
            assertNotNull(in);
            return new ObjectMapper().readTree(in);
        }
    }

    private static List<EffectSize> effects(JsonNode data) {
        List<EffectSize> effects = new ArrayList<>();
        for (JsonNode effect : data.get("effects")) {
            effects.add(new EffectSize(
                    Integer.toString(effects.size()),
                    effect.get(0).asDouble(),
                    effect.get(1).asDouble()));
        }
        return effects;
    }
}
