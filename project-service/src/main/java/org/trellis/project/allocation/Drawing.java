package org.trellis.project.allocation;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.trellis.project.cohort.Arm;

/**
 * Puts schools or cohorts into arms by chance, so that in each stratum, and in all, the arms differ by one at most. The
 * list is put in order of strata and ids; each stratum is shuffled by Fisher and Yates; then arms are given in turn,
 * beginning with one that is drawn, and going on from stratum to stratum. A number below n is the upper 64 bits of n times
 * the generator's next, unsigned: it depends on nothing but the published algorithm of the generator.
 */
final class Drawing {
    private static final String GENERATOR = "L64X128MixRandom";

    /** Names what was done, for whoever repeats it. */
    static final String ALGORITHM =
            GENERATOR + " (java.util.random), Fisher-Yates within strata, arms in turn, version 1";

    private Drawing() {}

    /** The list in the order in which it is drawn from. */
    static List<Drawn> ordered(List<Drawn> units) {
        return units.stream()
                .sorted(Comparator.comparing(Drawn::stratum)
                        .thenComparing(unit -> unit.id().toString()))
                .toList();
    }

    /** @return a place each, in the order in which they were drawn from */
    static List<Place> places(List<Drawn> units, List<Arm> arms, long seed) {
        var random = RandomGeneratorFactory.of(GENERATOR).create(seed);
        var ordered = ordered(units);
        var drawn = new HashMap<UUID, Arm>();
        int turn = below(random, arms.size());
        for (int from = 0; from < ordered.size(); ) {
            int to = from;
            while (to < ordered.size()
                    && ordered.get(to).stratum().equals(ordered.get(from).stratum())) {
                to++;
            }
            turn = give(shuffled(ordered.subList(from, to), random), arms, turn, drawn);
            from = to;
        }
        return ordered.stream()
                .map(unit -> new Place(unit.id(), unit.name(), unit.stratum(), drawn.get(unit.id())))
                .toList();
    }

    private static int give(List<Drawn> units, List<Arm> arms, int turn, Map<UUID, Arm> drawn) {
        int next = turn;
        for (var unit : units) {
            drawn.put(unit.id(), arms.get(next++ % arms.size()));
        }
        return next;
    }

    private static List<Drawn> shuffled(List<Drawn> units, RandomGenerator random) {
        var shuffled = new ArrayList<>(units);
        for (int last = shuffled.size() - 1; last > 0; last--) {
            Collections.swap(shuffled, last, below(random, last + 1));
        }
        return shuffled;
    }

    private static int below(RandomGenerator random, int bound) {
        return (int) Math.unsignedMultiplyHigh(random.nextLong(), bound);
    }
}
