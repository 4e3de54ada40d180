package org.trellis.evidence.outcome;

import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;

/**
 * Puts each reference's score at the baseline and its score at a later point together. A pair belongs to the cohort of
 * the earlier score: a later score goes with the baseline of its own cohort, or, where a pupil moved and only another
 * cohort has a baseline that is still without, with that one. No score is in two pairs.
 *
 * @param earlier null where the later score has no baseline
 * @param later null where the baseline has no later score
 */
record Pairing(Scored earlier, Scored later) {
    static final String BASELINE = "BASELINE";

    UUID cohortId() {
        return first().cohortId();
    }

    /** The one that there always is. */
    Scored first() {
        return earlier == null ? later : earlier;
    }

    boolean complete() {
        return earlier != null && later != null;
    }

    /** Whoever moved between two scores belongs where they began. */
    boolean transferred() {
        return complete() && !earlier.cohortId().equals(later.cohortId());
    }

    /** Who has a baseline is what the baseline says; who has none is unknown. */
    String subgroup(String dimension) {
        return earlier == null ? "UNKNOWN" : earlier.subgroups().getOrDefault(dimension, "UNKNOWN");
    }

    /** All pairings of these scores between the baseline and a later point, in the order of references. */
    static List<Pairing> of(Collection<Scored> scores, String to) {
        Map<String, List<Scored>> byReference = new TreeMap<>();
        scores.stream()
                .filter(s -> s.point().equals(BASELINE) || s.point().equals(to))
                .forEach(s -> byReference
                        .computeIfAbsent(s.reference(), _ -> new ArrayList<>())
                        .add(s));
        return byReference.values().stream().flatMap(of -> matched(of).stream()).toList();
    }

    private static List<Pairing> matched(List<Scored> ofOneReference) {
        var pairings = new ArrayList<Pairing>();
        Map<UUID, Scored> later = new TreeMap<>(Comparator.comparing(UUID::toString));
        var waiting = new ArrayList<Scored>();
        ofOneReference.stream().filter(s -> !s.point().equals(BASELINE)).forEach(s -> later.put(s.cohortId(), s));
        ofOneReference.stream()
                .filter(s -> s.point().equals(BASELINE))
                .sorted(Comparator.comparing(s -> s.cohortId().toString()))
                .forEach(earlier -> {
                    var own = later.remove(earlier.cohortId());
                    if (own == null) {
                        waiting.add(earlier);
                    } else {
                        pairings.add(new Pairing(earlier, own));
                    }
                });
        var elsewhere = later.values().iterator();
        waiting.forEach(earlier -> pairings.add(new Pairing(earlier, elsewhere.hasNext() ? elsewhere.next() : null)));
        elsewhere.forEachRemaining(alone -> pairings.add(new Pairing(null, alone)));
        return pairings;
    }

    /** By cohort. */
    static Map<UUID, List<Pairing>> byCohort(List<Pairing> pairings) {
        Map<UUID, List<Pairing>> groups = new HashMap<>();
        pairings.forEach(p ->
                groups.computeIfAbsent(p.cohortId(), _ -> new ArrayList<>()).add(p));
        return groups;
    }
}
