package org.trellis.reporting.impact;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/**
 * Somebody who asks everything that may be asked and reckons with the answers: every count shown is an equation, and so
 * is that the values of a dimension add up to all pupils, and those of a cross to its dimensions. What follows from them
 * is known.
 */
final class Attack {
    private static final long PRIME = Integer.MAX_VALUE;
    private static final String NOTHING = "";

    private final Set<String> subgroups;
    private final Map<UUID, Boolean> completed;
    private final Map<String, Integer> variables = new HashMap<>();
    private final List<Map<Integer, Long>> equations = new ArrayList<>();

    /** @param completed by school, whether it took part to the end, which anybody knows */
    Attack(Set<String> subgroups, Map<UUID, Boolean> completed) {
        this.subgroups = subgroups;
        this.completed = completed;
    }

    /** The name of what an attacker wants to know. */
    static String count(Object cycle, UUID school, String arm, String subgroup) {
        return cycle + "/" + school + "/" + arm + "/" + subgroup;
    }

    /** Takes in all counts of one answer. */
    void learn(Object cycle, ImpactView view) {
        var arms = List.of("intervention", "comparison");
        for (var school : view.schools()) {
            if (school.withheld()) {
                continue;
            }
            var id = school.organisation().id();
            group(cycle, id, "intervention", view.subgroup(), school.intervention());
            group(cycle, id, "comparison", view.subgroup(), school.comparison());
            threshold(school.threshold(), (what, n) -> equal(List.of(count(cycle, id, what, view.subgroup())), n));
        }
        var schools = schools(view);
        if (view.restsOn().people() != null) {
            equal(sum(cycle, schools, arms, view.subgroup()), view.restsOn().people());
        }
        threshold(view.threshold(), (what, n) -> equal(sum(cycle, schools, List.of(what), view.subgroup()), n));
        if (view.gain() != null && view.gain().n() != null) {
            equal(
                    sum(cycle, schools, List.of("intervention"), view.subgroup()),
                    view.gain().n());
        }
        view.subgroups().stream().filter(s -> s.pupils() != null).forEach(s -> {
            equal(sum(cycle, schools, arms, s.subgroup()), s.pupils());
            if (s.gain() != null && s.gain().n() != null) {
                equal(
                        sum(cycle, schools, List.of("intervention"), s.subgroup()),
                        s.gain().n());
            }
        });
    }

    private interface Told {
        void of(String what, long n);
    }

    private static void threshold(ImpactView.Threshold t, Told told) {
        if (t != null && !t.withheld()) {
            told.of("before", t.before().reached());
            told.of("after", t.after().reached());
        }
    }

    private void group(Object cycle, UUID school, String arm, String subgroup, ImpactView.Group group) {
        equal(List.of(count(cycle, school, arm, subgroup)), group == null ? 0 : group.n());
    }

    private List<UUID> schools(ImpactView view) {
        return completed.keySet().stream()
                .filter(school -> view.population() == Population.STARTERS || completed.get(school))
                .toList();
    }

    private static List<String> sum(Object cycle, List<UUID> schools, List<String> arms, String subgroup) {
        var sum = new ArrayList<String>();
        schools.forEach(school -> arms.forEach(arm -> sum.add(count(cycle, school, arm, subgroup))));
        return sum;
    }

    /** What holds of any data: parts add up to their whole. */
    void knowsHowPartsAddUp(Object cycle, Set<UUID> schools) {
        var wholes = new TreeMap<String, Set<String>>();
        subgroups.stream().filter(s -> !s.equals(Question.ALL)).forEach(s -> {
            var parts = List.of(s.split("&"));
            for (int i = 0; i < parts.size(); i++) {
                var rest = new ArrayList<>(parts);
                var dimension = Evidence.dimension(rest.remove(i));
                var whole = rest.isEmpty() ? Question.ALL : String.join("&", rest);
                wholes.computeIfAbsent(whole + "|" + dimension, w -> new TreeSet<>())
                        .add(s);
            }
        });
        for (UUID school : schools) {
            for (String arm : List.of("intervention", "comparison", "before", "after")) {
                wholes.forEach((whole, parts) -> {
                    Map<Integer, Long> equation = new LinkedHashMap<>();
                    parts.forEach(p -> equation.put(variable(count(cycle, school, arm, p)), 1L));
                    equation.put(variable(count(cycle, school, arm, whole.substring(0, whole.indexOf('|')))), -1L);
                    equations.add(equation);
                });
            }
        }
    }

    private void equal(List<String> sum, long value) {
        Map<Integer, Long> equation = new LinkedHashMap<>();
        sum.forEach(name -> equation.merge(variable(name), 1L, Long::sum));
        equation.put(variable(NOTHING), -value);
        equations.add(equation);
    }

    private int variable(String name) {
        return variables.computeIfAbsent(name, n -> variables.size());
    }

    /**
     * Every count that follows from the equations, with its value. Reckoned modulo a prime, where nothing is rounded: what
     * is determined there is determined among whole numbers, but for a chance of one in two thousand million.
     */
    Map<String, Long> known() {
        int constant = variable(NOTHING);
        long[][] rows = new long[equations.size()][variables.size()];
        for (int i = 0; i < rows.length; i++) {
            for (var term : equations.get(i).entrySet()) {
                rows[i][term.getKey()] = Math.floorMod(term.getValue(), PRIME);
            }
        }
        Map<Integer, long[]> pivots = reduced(rows, constant);
        Map<String, Long> known = new TreeMap<>();
        variables.forEach((name, column) -> {
            long[] row = pivots.get(column);
            if (row != null && alone(row, column, constant)) {
                known.put(name, Math.floorMod(-row[constant], PRIME));
            }
        });
        return known;
    }

    private static boolean alone(long[] row, int column, int constant) {
        for (int j = 0; j < row.length; j++) {
            if (j != column && j != constant && row[j] != 0) {
                return false;
            }
        }
        return true;
    }

    /** Gauss and Jordan; by pivot column. */
    private static Map<Integer, long[]> reduced(long[][] rows, int constant) {
        Map<Integer, long[]> pivots = new HashMap<>();
        int next = 0;
        for (int column = 0; next < rows.length && column < rows[0].length; column++) {
            int found = next;
            while (found < rows.length && rows[found][column] == 0) {
                found++;
            }
            if (column == constant || found == rows.length) {
                continue;
            }
            long[] pivot = rows[found];
            rows[found] = rows[next];
            rows[next++] = pivot;
            long inverse = BigInteger.valueOf(pivot[column])
                    .modInverse(BigInteger.valueOf(PRIME))
                    .longValueExact();
            for (int j = 0; j < pivot.length; j++) {
                pivot[j] = pivot[j] * inverse % PRIME;
            }
            for (long[] row : rows) {
                long factor = row == pivot ? 0 : row[column];
                for (int j = 0; factor != 0 && j < row.length; j++) {
                    row[j] = Math.floorMod(row[j] - factor * pivot[j], PRIME);
                }
            }
            pivots.put(column, pivot);
        }
        return pivots;
    }
}
