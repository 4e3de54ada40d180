package org.trellis.reporting.intake;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.TreeMap;

/**
 * Answers of surveys without references, which pair nobody: how many gave which at each point.
 *
 * @param values from the lowest
 */
public record Answers(List<Double> values, List<Integer> earlier, List<Integer> later) {
    /** @throws IllegalArgumentException if a value has no count at a point, or a count is negative */
    public Answers {
        values = List.copyOf(Objects.requireNonNull(values, "values"));
        earlier = List.copyOf(Objects.requireNonNull(earlier, "earlier"));
        later = List.copyOf(Objects.requireNonNull(later, "later"));
        if (earlier.size() != values.size()
                || later.size() != values.size()
                || earlier.stream().anyMatch(n -> n < 0)
                || later.stream().anyMatch(n -> n < 0)) {
            throw new IllegalArgumentException("each value has a count at each point");
        }
    }

    /** Those of two groups as those of one. */
    public static Answers together(Answers a, Answers b) {
        var counts = new TreeMap<Double, int[]>();
        for (var answers : List.of(a, b)) {
            for (int i = 0; i < answers.values.size(); i++) {
                int[] at = counts.computeIfAbsent(answers.values.get(i), value -> new int[2]);
                at[0] += answers.earlier.get(i);
                at[1] += answers.later.get(i);
            }
        }
        return new Answers(
                new ArrayList<>(counts.keySet()),
                counts.values().stream().map(at -> at[0]).toList(),
                counts.values().stream().map(at -> at[1]).toList());
    }

    public int peopleBefore() {
        return sum(earlier);
    }

    public int peopleAfter() {
        return sum(later);
    }

    private static int sum(List<Integer> counts) {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }

    public int[] before() {
        return earlier.stream().mapToInt(Integer::intValue).toArray();
    }

    public int[] after() {
        return later.stream().mapToInt(Integer::intValue).toArray();
    }
}
