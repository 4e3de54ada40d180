package org.trellis.reporting.impact;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.trellis.reporting.disclosure.Withholding;
import org.trellis.reporting.intake.Freshness;
import org.trellis.reporting.statistics.Bounds;
import org.trellis.reporting.statistics.Interval;
import org.trellis.reporting.statistics.MonthsOfProgress;
import org.trellis.reporting.statistics.pooling.LeftOut;
import org.trellis.reporting.statistics.pooling.Step;
import org.trellis.web.Versioned;

/**
 * What a project's accepted evidence shows on one measure, as far as this reader may see it.
 *
 * @param version the project's, as heard here
 */
public record ImpactView(
        long version,
        Project project,
        Measure measure,
        Cycle cycle,
        String from,
        String to,
        String subgroup,
        Population population,
        List<School> schools,
        Pooled pooled,
        Explained pooledReason,
        Gain gain,
        Threshold threshold,
        Superiority superiority,
        List<Subgroup> subgroups,
        RestsOn restsOn,
        List<Explained> caveats,
        Between between,
        List<Difference> differences,
        List<Trend> trend,
        Flow flow,
        Plan plan,
        List<Result> results)
        implements Versioned {

    public ImpactView {
        differences = differences == null ? List.of() : List.copyOf(differences);
        trend = trend == null ? List.of() : List.copyOf(trend);
        results = results == null ? List.of() : List.copyOf(results);
    }

    public record Named(UUID id, String name) {}

    public record Project(
            UUID id, String title, Named alliance, List<String> researchQuestions, String design, boolean invented) {}

    public record Measure(
            UUID id,
            String name,
            String about,
            String unit,
            boolean higherIsBetter,
            boolean ageInMonths,
            boolean primary) {}

    public record Cycle(UUID id, int number, String name, String phase) {}

    /** One row a school; figures are null where they are withheld, and {@code symbol} then says so. */
    public record School(
            Named organisation,
            boolean own,
            Group intervention,
            Group comparison,
            EffectSize effect,
            Gain gain,
            Gain gainDifference,
            Threshold threshold,
            Superiority superiority,
            Double weight,
            Explained reason,
            boolean withheld,
            String symbol) {
        static School without(Named organisation, boolean own, Explained reason) {
            return bare(organisation, own, reason, null);
        }

        static School withheld(Named organisation) {
            return bare(organisation, false, Words.SMALL_NUMBERS, Withholding.SYMBOL);
        }

        private static School bare(Named organisation, boolean own, Explained reason, String symbol) {
            return new School(
                    organisation, own, null, null, null, null, null, null, null, null, reason, symbol != null, symbol);
        }
    }

    public record Group(long n, Double meanBefore, Double meanAfter, Double gain, Double sdBefore, Double sdAfter) {}

    public record EffectSize(
            String estimator,
            double g,
            double variance,
            double se,
            Interval ci,
            double j,
            MonthsOfProgress months,
            String method) {}

    /** A gain in the measure's unit; {@code perMonth} for each month taught, where the measure is an age in months. */
    public record Gain(
            Long n, double value, double se, Interval ci, double p, String unit, Double monthsTaught, Rate perMonth) {}

    public record Rate(double value, Interval ci) {}

    /** People who reach the measure's threshold; p is McNemar's exact one. */
    public record Threshold(
            double value,
            Count before,
            Count after,
            Double change,
            Interval ci,
            Double p,
            boolean withheld,
            String symbol) {
        static Threshold withheld(double value, String symbol) {
            return new Threshold(value, null, null, null, null, null, true, symbol);
        }
    }

    /**
     * Of answers in few steps: how likely one after is to be better than one before, ties counting half, and Cliff's δ, which
     * is twice that less 1; p is that of neither being better.
     *
     * @param before how many answered, and {@code after}; the same people unless nobody is paired
     */
    public record Superiority(int before, int after, double probability, Interval ci, double cliffsDelta, double p) {}

    public record Count(int reached, int n) {}

    /** Pooled over schools; fields that would give back a withheld school are null, and {@code symbol} says so. */
    public record Pooled(
            int k,
            double estimate,
            double se,
            Interval ci,
            double p,
            double tau2,
            Bounds tau2Ci,
            Double q,
            Integer qDf,
            Double qP,
            Double i2FromQ,
            Double i2FromTau2,
            Double h2,
            Interval predictionInterval,
            List<Weight> weights,
            List<LeftOut> leaveOneOut,
            List<Step> cumulative,
            double smallestDetectable,
            MonthsOfProgress months,
            String model,
            String method,
            String symbol) {}

    public record Weight(Named organisation, double percent) {}

    public record Subgroup(
            String dimension,
            String value,
            String subgroup,
            Integer schools,
            Long pupils,
            Pooled pooled,
            Gain gain,
            Explained reason,
            String analysis,
            boolean withheld,
            String symbol) {
        static Subgroup without(String dimension, String value, Explained reason, String analysis) {
            return new Subgroup(
                    dimension, value, dimension + "=" + value, 0, null, null, null, reason, analysis, false, null);
        }
    }

    /**
     * The effect where whole schools are in one group.
     *
     * @param intraclassCorrelation share of the variance that lies between schools; null where withheld
     */
    public record Between(
            EffectSize effect, Double intraclassCorrelation, int schools, double smallestDetectable, String symbol) {}

    /**
     * What one subgroup's effect is above another's, school by school and then pooled; without a comparison group what
     * its gain is above the other's.
     */
    public record Difference(
            String dimension,
            String value,
            String than,
            Integer schools,
            Double difference,
            Double se,
            Interval ci,
            Double p,
            Gain gain,
            String analysis,
            Explained reason,
            boolean withheld,
            String symbol) {}

    /** The overall figure in one cycle. */
    public record Trend(Cycle cycle, Integer schools, Double estimate, Interval ci, Gain gain, Explained reason) {}

    /** How many schools; numbers of schools are never withheld. */
    public record Flow(int joined, int withEvidence, int completed, int left) {}

    /** What was laid down before the results were known; deviations are dated. */
    public record Plan(
            LocalDate registeredOn,
            LocalDate frozenOn,
            String estimator,
            String comparison,
            List<String> subgroups,
            List<List<String>> crosses,
            List<AnalysisPlan.Deviation> deviations) {
        static Plan of(AnalysisPlan plan) {
            return plan == null
                    ? null
                    : new Plan(
                            plan.registeredOn(),
                            plan.frozenOn(),
                            plan.estimator(),
                            plan.comparison(),
                            plan.subgroups(),
                            plan.crosses(),
                            plan.deviations());
        }
    }

    /** A result that may be asked for; planned ones come first. */
    public record Result(UUID measureId, String measure, UUID cycleId, String from, String to, String analysis) {}

    /** {@code people} counts pairs of scores over both arms; null where a total would give back a withheld count. */
    public record RestsOn(
            int schools,
            Long people,
            List<JsonNode> submissions,
            String methodVersion,
            String analysis,
            Freshness.Newest freshness) {}
}
