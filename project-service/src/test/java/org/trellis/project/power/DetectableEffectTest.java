package org.trellis.project.power;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DetectableEffectTest {

    /** J. Cohen, Statistical Power Analysis for the Behavioral Sciences (1988), table 2.4.1: n per group, a2 = .05. */
    @ParameterizedTest
    @CsvSource({
        "0.20, 0.80, 393",
        "0.30, 0.80, 175",
        "0.40, 0.80, 99",
        "0.50, 0.80, 64",
        "0.60, 0.80, 45",
        "0.70, 0.80, 34",
        "0.80, 0.80, 26",
        "1.00, 0.80, 17",
        "0.50, 0.90, 85",
        "0.80, 0.90, 33"
    })
    void needsAsManyAsCohensTables(double d, double power, int n) {
        double withOneFewer = effect(groups(n - 1, n - 1, power));
        double withOneMore = effect(groups(n + 1, n + 1, power));

        assertTrue(withOneMore < d && d < withOneFewer, withOneMore + " < " + d + " < " + withOneFewer);
    }

    /** The examples in the manual of R's {@code power.t.test}: 0.8689528 with 20 a group; 22.02 a group for 0.9. */
    @Test
    void agreesWithTheManualOfR() {
        assertEquals(1, effect(groups(20, 20, 0.8689528)), 2e-3);
        assertTrue(effect(groups(22, 22, 0.9)) > 1);
        assertTrue(effect(groups(23, 23, 0.9)) < 1);
    }

    /** H. S. Bloom (1995), table 1: 2.80 and 3.24 on both sides at 0.05, 2.49 at 0.10, for large samples. */
    @ParameterizedTest
    @CsvSource({"0.05, 0.80, 2.80", "0.05, 0.90, 3.24", "0.10, 0.80, 2.49"})
    void multipliesAsBloomDoes(double alpha, double power, double multiplier) {
        assertEquals(multiplier, DetectableEffect.multiplier(1e6, alpha, power), 0.005);
    }

    /** 30 clusters of 21, ICC 0.05: 0.327 in AEA RCT registry 18183, by WebPower (Zhang and Yuan 2018), wp.crt2arm. */
    @Test
    void agreesWithAPublishedPlanForClusters() {
        assertEquals(0.327, effect(clusters(15, 15, 21, 0.05, 1, 0)), 5e-4);
    }

    /** Dong and Maynard (2013), model CRA2_2r with 20 clusters of 15, ICC 0.17: 18 degrees of freedom, 0.629. */
    @Test
    void agreesWithPowerUpForClusters() {
        var found = DetectableEffect.of(clusters(10, 10, 15, 0.17, 1, 0));

        assertEquals(0.629, found.effect(), 5e-4);
        assertEquals(18, found.degreesOfFreedom());
    }

    /** S. Killip and others, Annals of Family Medicine 2 (2004), table 3: design effects at an ICC of 0.017. */
    @ParameterizedTest
    @CsvSource({"10, 1.153", "20, 1.323", "40, 1.663", "80, 2.343"})
    void inflatesTheVarianceByTheDesignEffect(int size, double designEffect) {
        double alone = DetectableEffect.standardError(groups(2 * size, 2 * size, 0.8));
        double clustered = DetectableEffect.standardError(clusters(2, 2, size, 0.017, 1, 0));

        assertEquals(designEffect, clustered * clustered / (alone * alone), 5e-4);
    }

    @Test
    void isAsPreciseAsWithoutClustersWhereTheseAreAlike() {
        var random = new Random(20260704);
        for (int i = 0; i < 200; i++) {
            int clusters = 2 + random.nextInt(40);
            int size = 1 + random.nextInt(60);
            assertEquals(
                    DetectableEffect.standardError(groups(clusters * size, clusters * size, 0.8)),
                    DetectableEffect.standardError(clusters(clusters, clusters, size, 0, 1, 0)),
                    1e-12);
        }
    }

    @Test
    void usesTheBaselineAndPaysOneDegreeOfFreedomForIt() {
        var without = DetectableEffect.of(clusters(10, 10, 15, 0.17, 1, 0));
        var with = DetectableEffect.of(clusters(10, 10, 15, 0.17, 1, 0.8));

        assertEquals(0.6 * without.standardError(), with.standardError(), 1e-12);
        assertEquals(without.degreesOfFreedom() - 1, with.degreesOfFreedom());
    }

    /** A paired t-test needs 34 pairs for a gain of half its own SD at 0.8 (Cohen's 33.4); with r = 0.5 that SD is 1. */
    @Test
    void comparesBeforeAndAfterAsAPairedTestDoes() {
        assertTrue(effect(pairs(33, 0.5)) > 0.5);
        assertTrue(effect(pairs(35, 0.5)) < 0.5);
    }

    private static double effect(Figures figures) {
        return DetectableEffect.of(figures).effect();
    }

    private static Figures groups(int intervention, int comparison, double power) {
        return new Figures(Study.TWO_GROUPS, intervention, comparison, null, null, null, null, null, power);
    }

    private static Figures clusters(int intervention, int comparison, double size, double icc, int blocks, double r) {
        return new Figures(Study.CLUSTERS, intervention, comparison, size, icc, blocks, r, null, null);
    }

    private static Figures pairs(int n, double r) {
        return new Figures(Study.BEFORE_AND_AFTER, n, 0, null, null, null, r, null, null);
    }
}
