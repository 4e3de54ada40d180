package org.trellis.reporting.intake;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.trellis.reporting.statistics.Direction;
import org.trellis.reporting.statistics.Moments;
import org.trellis.reporting.statistics.effect.Effect;
import org.trellis.reporting.statistics.effect.Estimate;
import org.trellis.reporting.statistics.effect.Estimator;
import org.trellis.reporting.statistics.effect.PairedShares;
import org.trellis.reporting.statistics.effect.StandardisedMeanDifference;

/**
 * One school's arms and effect, made from its cells.
 *
 * @param effect null where {@code reason} says why there is none
 * @param submissions what it rests on: {@code [{"id", "revision"}]}, in order of ids
 */
record SchoolEffect(
        Key key, Arm intervention, Arm comparison, Effect effect, String reason, List<JsonNode> submissions) {

    /**
     * @param cells of one key, in the order of cell ids, so that the same cells give the same bits
     */
    static SchoolEffect of(List<CellRow> cells, ObjectMapper json) {
        var reading = new Reading(json);
        var first = cells.getFirst();
        Arm intervention = reading.arm(cells, CellRow::intervention);
        Arm comparison = reading.arm(cells, CellRow::comparison);
        var submissions = reading.submissions(cells);
        if (first.higherIsBetter() == null) {
            return new SchoolEffect(first.key(), intervention, comparison, null, "MEASURE_UNKNOWN", submissions);
        }
        boolean alone = "BEFORE_AND_AFTER".equals(first.design());
        var estimator = estimator(first.estimator(), comparison == null);
        if (intervention == null || (comparison == null && !alone)) {
            return new SchoolEffect(first.key(), intervention, comparison, null, "ONE_ARM", submissions);
        }
        var direction = first.higherIsBetter() ? Direction.HIGHER_IS_BETTER : Direction.LOWER_IS_BETTER;
        Estimate<Effect> estimate = StandardisedMeanDifference.by(
                estimator, moments(intervention), comparison == null ? null : moments(comparison), direction);
        return switch (estimate) {
            case Estimate.Found<Effect>(Effect effect) ->
                new SchoolEffect(first.key(), intervention, comparison, effect, null, submissions);
            case Estimate.Missing<Effect>(var reason) ->
                new SchoolEffect(first.key(), intervention, comparison, null, reason.name(), submissions);
        };
    }

    /** The one that the plan names, where it can be used; otherwise the usual one. */
    private static Estimator estimator(String planned, boolean alone) {
        return Stream.of(Estimator.values())
                .filter(e -> e.isStandardised() && e.name().equals(planned) && !(alone && e.needsComparison()))
                .findFirst()
                .orElse(alone ? Estimator.PRE_POST : Estimator.ANCOVA);
    }

    /** An arm in which no cohort has three pairs counts as one without scores. */
    private static Moments moments(Arm arm) {
        return arm.moments() == null ? Moments.EMPTY : arm.moments();
    }

    /** Cells as text to figures; fields that came later than this code are passed over. */
    private record Reading(ObjectMapper json) {
        Arm arm(List<CellRow> cells, Predicate<CellRow> which) {
            var mine = cells.stream().filter(which).toList();
            if (mine.isEmpty()) {
                return null;
            }
            var measured = mine.stream().filter(c -> c.moments() != null).toList();
            long leftOut = sum(mine, c -> c.moments() == null ? c.n() : null);
            Moments merged = measured.isEmpty()
                    ? null
                    : Moments.merged(measured.stream()
                            .map(c -> read(c.moments(), Moments.class))
                            .toList());
            return new Arm(
                    merged == null ? leftOut : merged.n(),
                    merged,
                    merged == null ? 0 : leftOut,
                    sum(mine, CellRow::earlierOnly),
                    sum(mine, CellRow::laterOnly),
                    threshold(mine),
                    steps(measured),
                    answers(mine));
        }

        private static long sum(List<CellRow> cells, Function<CellRow, Long> count) {
            return cells.stream()
                    .map(count)
                    .filter(Objects::nonNull)
                    .mapToLong(Long::longValue)
                    .sum();
        }

        private PairedShares threshold(List<CellRow> cells) {
            return cells.stream()
                    .filter(cell -> cell.threshold() != null)
                    .map(cell -> read(cell.threshold(), CrossedCounts.class).shares())
                    .reduce(Arm::together)
                    .orElse(null);
        }

        private Answers answers(List<CellRow> cells) {
            return cells.stream()
                    .filter(cell -> cell.unpaired() != null)
                    .map(cell -> read(cell.unpaired(), Answers.class))
                    .reduce(Answers::together)
                    .orElse(null);
        }

        private Steps steps(List<CellRow> cells) {
            return cells.isEmpty() || cells.stream().anyMatch(cell -> cell.categories() == null)
                    ? null
                    : cells.stream()
                            .map(cell -> read(cell.categories(), Steps.class))
                            .reduce(Steps::together)
                            .orElse(null);
        }

        List<JsonNode> submissions(List<CellRow> cells) {
            var all = new TreeSet<JsonNode>(Comparator.comparing(JsonNode::toString));
            cells.stream()
                    .filter(cell -> cell.submissions() != null)
                    .forEach(cell -> read(cell.submissions(), JsonNode.class).forEach(all::add));
            return List.copyOf(all);
        }

        private <T> T read(String text, Class<T> type) {
            try {
                return json.readerFor(type)
                        .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                        .readValue(text);
            } catch (IOException e) {
                throw new UncheckedIOException("a stored cell has not the agreed shape", e);
            }
        }
    }
}
