package org.trellis.reporting.intake;

import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/**
 * People by the steps of their scores.
 *
 * @param values the measure's steps, from the lowest
 * @param counts a row for each step of the earlier score, in it a number for each step of the later one
 */
public record Steps(List<Integer> values, List<List<Integer>> counts) {
    /** @throws IllegalArgumentException if there is not a count for each pair of steps */
    public Steps {
        values = List.copyOf(Objects.requireNonNull(values, "values"));
        counts = Objects.requireNonNull(counts, "counts").stream()
                .map(List::copyOf)
                .toList();
        int steps = values.size();
        if (counts.size() != steps
                || counts.stream()
                        .anyMatch(row -> row.size() != steps || row.stream().anyMatch(n -> n < 0))) {
            throw new IllegalArgumentException("each step has a count beside each step");
        }
    }

    /** Both together, on the steps of either: a later edition of the measure may have others. */
    public static Steps together(Steps a, Steps b) {
        var values = Stream.concat(a.values.stream(), b.values.stream())
                .distinct()
                .sorted()
                .toList();
        return new Steps(
                values,
                values.stream()
                        .map(from -> values.stream()
                                .map(to -> a.count(from, to) + b.count(from, to))
                                .toList())
                        .toList());
    }

    private int count(Integer from, Integer to) {
        int before = values.indexOf(from);
        int after = values.indexOf(to);
        return before < 0 || after < 0 ? 0 : counts.get(before).get(after);
    }

    /** {@code [i][j]} on step i before and on j after. */
    public int[][] table() {
        return counts.stream()
                .map(row -> row.stream().mapToInt(Integer::intValue).toArray())
                .toArray(int[][]::new);
    }

    /** How many there are in all. */
    public int people() {
        return counts.stream().flatMap(List::stream).mapToInt(Integer::intValue).sum();
    }
}
