package org.trellis.project.power;

import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;

/**
 * What is assumed about a project's measures where nothing is known of them yet.
 *
 * @param icc share of the variance that lies between schools or classes; 0.15 unless given
 * @param correlation of the scores before and after; 0.7 unless given
 * @param alpha 0.05 unless given
 * @param power 0.8 unless given
 * @param individually whether some pupils of a class can have what others have not; false unless given
 */
record Assumptions(
        @DecimalMin("0") @DecimalMax(value = "1", inclusive = false)
        Double icc,

        @DecimalMin(value = "-1", inclusive = false) @DecimalMax(value = "1", inclusive = false)
        Double correlation,

        @DecimalMin(value = "0", inclusive = false) @DecimalMax("0.5")
        Double alpha,

        @DecimalMin("0.5") @DecimalMax(value = "1", inclusive = false)
        Double power,

        Boolean individually) {

    Assumptions {
        icc = icc == null ? 0.15 : icc;
        correlation = correlation == null ? 0.7 : correlation;
        alpha = alpha == null ? 0.05 : alpha;
        power = power == null ? 0.8 : power;
        individually = Boolean.TRUE.equals(individually);
    }

    Figures groups(int intervention, int comparison, int blocks) {
        return new Figures(Study.TWO_GROUPS, intervention, comparison, null, null, blocks, correlation, alpha, power);
    }

    Figures clusters(int clusters, double size, int blocks) {
        return new Figures(
                Study.CLUSTERS, clusters - clusters / 2, clusters / 2, size, icc, blocks, correlation, alpha, power);
    }

    Figures beforeAndAfter(int members) {
        return new Figures(Study.BEFORE_AND_AFTER, members, 0, null, null, null, correlation, alpha, power);
    }
}
