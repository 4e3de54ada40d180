package org.trellis.reporting.statistics.pooling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.trellis.reporting.statistics.Close.ITERATED;
import static org.trellis.reporting.statistics.Close.assertClose;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class GroupComparisonTest {
    /** BCG vaccine trials, log risk ratios, by how they were allocated (Colditz and others 1994, JAMA 271). */
    private static final List<EffectGroup> BCG = List.of(
            group("random", new double[][] {
                {-0.8893113339202057, 0.3255847650039614}, {-1.585388657201431, 0.1945811213981439},
                {-1.348073148299693, 0.4153679653679654}, {-1.441551190021305, 0.02001003190224757},
                {-1.620898223598392, 0.2230172475723152}, {0.01195233352384116, 0.00396157929781773},
                {-0.4694176487381487, 0.05643421046324896}
            }),
            group("alternate", new double[][] {
                {-0.2175473222112957, 0.05121017216963087}, {-0.7861155858188641, 0.006905618455908757}
            }),
            group("systematic", new double[][] {
                {-1.371344803472784, 0.07302479361302891}, {-0.3393588283383903, 0.01241221397155972},
                {0.4459134005713785, 0.5325058452001526}, {-0.01731394821687959, 0.0714046596839863}
            }));

    /** Computed with 40 digits; metafor prints τ² 0.3615, QM 1.7675 and p 0.4132. */
    @Test
    void agreesOnTheBcgTrialsByAllocation() {
        var answer = GroupComparison.of(BCG, PoolingModel.REML, Adjustment.NONE, 0.95);
        assertEquals(13, answer.k());
        assertClose(0.36150366432402087, answer.tau2(), ITERATED, "tau2");
        assertClose(1.7675114019317015, answer.qBetween(), ITERATED, "Q between");
        assertClose(0.4132280327573669, answer.pBetween(), ITERATED, "p");
        assertClose(132.36763826270774, answer.qWithin(), "Q within");
        assertEquals(10, answer.qWithinDf());
        assertEquals(0, answer.r2());
        assertNull(answer.f());
        assertClose(-0.9657741785458459, answer.groups().getFirst().estimate(), ITERATED, "random");
        assertClose(0.44119446038685217, answer.groups().get(1).se(), ITERATED, "se of alternate");
        var difference = answer.differences().getFirst();
        assertEquals(List.of("alternate", "random"), List.of(difference.label(), difference.than()));
        assertEquals(0.4478, difference.difference(), 5e-5);
        assertEquals(0.5158, difference.se(), 5e-5);

        var adjusted = GroupComparison.of(BCG, PoolingModel.REML, Adjustment.HARTUNG_KNAPP, 0.95);
        assertClose(0.9662208448134323, adjusted.f(), ITERATED, "F");
        assertClose(0.4133837457216203, adjusted.pBetween(), ITERATED, "p of F");
        assertClose(0.2555853927055704, adjusted.groups().getFirst().se(), ITERATED, "se of random");

        var ml = GroupComparison.of(BCG, PoolingModel.ML, Adjustment.HARTUNG_KNAPP, 0.95);
        assertClose(0.2573989733084614, ml.tau2(), ITERATED, "tau2 by ML");
        assertClose(0.4621579629171624, ml.pBetween(), ITERATED, "p by ML");
    }

    @ParameterizedTest
    @EnumSource(PoolingModel.class)
    void theOrderOfGroupsChangesNoBit(PoolingModel model) {
        var one = GroupComparison.of(BCG, model, Adjustment.HARTUNG_KNAPP, 0.95);
        var other = GroupComparison.of(BCG.reversed(), model, Adjustment.HARTUNG_KNAPP, 0.95);
        assertEquals(one.tau2(), other.tau2());
        assertEquals(one.qBetween(), other.qBetween());
        assertEquals(one.pBetween(), other.pBetween());
        assertEquals(one.groups(), other.groups().reversed());
        assertEquals(
                one.differences().getFirst().difference(),
                -other.differences().getLast().difference());
    }

    @ParameterizedTest
    @EnumSource(PoolingModel.class)
    void findsNoDifferenceBetweenEqualEffects(PoolingModel model) {
        var group = group("one", new double[][] {{0.3, 0.01}, {0.3, 0.02}});
        for (Adjustment adjustment : Adjustment.values()) {
            var answer = GroupComparison.of(
                    List.of(group, new EffectGroup("other", group.effects())), model, adjustment, 0.95);
            assertEquals(0, answer.tau2());
            assertEquals(0, answer.qBetween());
            assertEquals(1, answer.pBetween());
            assertNull(answer.r2());
            assertEquals(0, answer.differences().getFirst().difference());
        }
    }

    @Test
    void comparesSingleEffectsByTheirVariancesAlone() {
        var answer = GroupComparison.of(
                List.of(group("a", new double[][] {{0.1, 0.04}}), group("b", new double[][] {{0.7, 0.05}})),
                PoolingModel.REML,
                Adjustment.HARTUNG_KNAPP,
                0.95);
        assertEquals(0, answer.tau2());
        assertClose(4, answer.qBetween(), "0.6²/0.09");
        assertClose(0.3, answer.differences().getFirst().se(), "√0.09");
        assertTrue(answer.method().contains("single effect"), answer.method());
    }

    @Test
    void refusesASingleGroupAndAnEmptyOne() {
        assertThrows(
                IllegalArgumentException.class,
                () -> GroupComparison.of(BCG.subList(0, 1), PoolingModel.REML, Adjustment.NONE, 0.95));
        assertThrows(IllegalArgumentException.class, () -> new EffectGroup("empty", List.of()));
    }

    private static EffectGroup group(String label, double[][] figures) {
        return new EffectGroup(
                label,
                Arrays.stream(figures).map(f -> new EffectSize("", f[0], f[1])).toList());
    }
}
