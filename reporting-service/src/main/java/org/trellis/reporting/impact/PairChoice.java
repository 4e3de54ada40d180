package org.trellis.reporting.impact;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.trellis.problem.Problems;
import org.trellis.problem.Violation;

/**
 * Which measure, cycle and points an answer is about. What the question leaves open is settled by rule: the primary
 * measure, the latest cycle that has come to its outcome, from baseline to outcome.
 *
 * @param pair null where there is no evidence for it
 */
record PairChoice(UUID measureId, Optional<ImpactData.Cycle> cycle, ImpactData.Pair pair) {
    private static final String BASELINE = "BASELINE";
    private static final String OUTCOME = "OUTCOME";

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 for a measure or a cycle of another project */
    static PairChoice of(
            Question question, ImpactData.Project project, List<ImpactData.Pair> pairs, List<ImpactData.Cycle> cycles) {
        UUID measure = measure(question, project, pairs);
        question.cycleId()
                .filter(id -> cycles.stream().noneMatch(c -> c.id().equals(id)))
                .ifPresent(id -> refuse("cycle", "is not a cycle of this project"));
        Comparator<ImpactData.Pair> byPreference = Comparator.comparing((ImpactData.Pair p) -> p.to().equals(OUTCOME))
                .thenComparing(p -> number(p.cycleId(), cycles))
                .thenComparing(p -> p.from().equals(BASELINE))
                .thenComparing(ImpactData.Pair::to);
        var pair = pairs.stream()
                .filter(p -> p.measureId().equals(measure))
                .filter(given(question.cycleId(), ImpactData.Pair::cycleId))
                .filter(given(question.from(), ImpactData.Pair::from))
                .filter(given(question.to(), ImpactData.Pair::to))
                .max(byPreference)
                .orElse(null);
        var cycleId = pair == null ? question.cycleId() : Optional.of(pair.cycleId());
        return new PairChoice(
                measure,
                cycleId.flatMap(
                        id -> cycles.stream().filter(c -> c.id().equals(id)).findFirst()),
                pair);
    }

    /** The same points of the same measure, in whichever cycle. */
    List<ImpactData.Pair> alike(List<ImpactData.Pair> pairs) {
        return pairs.stream()
                .filter(p -> pair != null
                        && p.measureId().equals(pair.measureId())
                        && p.from().equals(pair.from())
                        && p.to().equals(pair.to()))
                .toList();
    }

    private static UUID measure(Question question, ImpactData.Project project, List<ImpactData.Pair> pairs) {
        var known = Stream.concat(AnalysisPlan.measures(project), pairs.stream().map(ImpactData.Pair::measureId))
                .toList();
        question.measureId()
                .filter(id -> !known.contains(id))
                .ifPresent(id -> refuse("measureId", "is not a measure of this project"));
        return question.measureId().orElse(known.isEmpty() ? null : known.getFirst());
    }

    private static int number(UUID cycle, List<ImpactData.Cycle> cycles) {
        return cycles.stream()
                .filter(c -> c.id().equals(cycle) && c.number() != null)
                .mapToInt(ImpactData.Cycle::number)
                .findFirst()
                .orElse(0);
    }

    private static <T> Predicate<ImpactData.Pair> given(Optional<T> wanted, Function<ImpactData.Pair, T> of) {
        return pair -> wanted.isEmpty() || wanted.get().equals(of.apply(pair));
    }

    private static void refuse(String parameter, String message) {
        throw Problems.invalid(Violation.query(parameter, message));
    }
}
