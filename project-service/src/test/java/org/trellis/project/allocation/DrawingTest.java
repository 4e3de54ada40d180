package org.trellis.project.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellis.project.cohort.Arm;

class DrawingTest {
    private static final List<Arm> TWO = List.of(Arm.INTERVENTION, Arm.COMPARISON);
    private static final List<Arm> THREE = List.of(Arm.INTERVENTION, Arm.COMPARISON, Arm.WAITING_LIST);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8})
    void keepsEveryStratumAndTheWholeEvenToOne(long seed) {
        var random = new Random(seed);
        for (int i = 0; i < 100; i++) {
            var arms = random.nextBoolean() ? TWO : THREE;
            var places = Drawing.places(units(random, 3 + random.nextInt(60), 1 + random.nextInt(6)), arms, seed + i);

            even(places, arms);
            places.stream()
                    .collect(Collectors.groupingBy(Place::stratum))
                    .values()
                    .forEach(stratum -> even(stratum, arms));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {11, 12, 13, 14})
    void drawsTheSameFromTheSameSeedInWhateverOrderTheListComes(long seed) {
        var random = new Random(seed);
        var units = units(random, 40, 4);
        var shuffled = new ArrayList<>(units);
        Collections.shuffle(shuffled, random);

        assertEquals(Drawing.places(units, TWO, seed), Drawing.places(shuffled, TWO, seed));
        assertNotEquals(Drawing.places(units, TWO, seed), Drawing.places(units, TWO, seed + 1));
    }

    /** Written down, so that a record of today can be drawn again by any version to come. */
    @Test
    void drawsForEverWhatItDrewOnce() {
        var units = new ArrayList<Drawn>();
        for (int i = 0; i < 8; i++) {
            units.add(
                    new Drawn(UUID.fromString("01978a3e-0000-7000-8000-00000000000" + i), "C" + i, i < 5 ? "a" : "b"));
        }

        assertEquals(
                "ICCICCII",
                Drawing.places(units, TWO, 20260704).stream()
                        .map(place -> place.arm().name().substring(0, 1))
                        .collect(Collectors.joining()));
    }

    @Test
    void givesEachTheSameChance() {
        var units = units(new Random(5), 7, 2);
        var intervention = new HashMap<UUID, Integer>();
        int drawings = 4000;
        for (int seed = 0; seed < drawings; seed++) {
            Drawing.places(units, TWO, seed).stream()
                    .filter(place -> place.arm() == Arm.INTERVENTION)
                    .forEach(place -> intervention.merge(place.id(), 1, Integer::sum));
        }

        // Five standard deviations of a fair coin, thrown 4,000 times.
        intervention.values().forEach(times -> assertEquals(drawings / 2, times, 5 * Math.sqrt(drawings) / 2));
    }

    private static void even(List<Place> places, List<Arm> arms) {
        Map<Arm, Long> counts = places.stream().collect(Collectors.groupingBy(Place::arm, Collectors.counting()));
        var sizes = arms.stream().map(arm -> counts.getOrDefault(arm, 0L)).toList();
        assertTrue(Collections.max(sizes) - Collections.min(sizes) <= 1, sizes + " of " + places);
    }

    private static List<Drawn> units(Random random, int count, int strata) {
        var units = new ArrayList<Drawn>();
        for (int i = 0; i < count; i++) {
            units.add(new Drawn(new UUID(random.nextLong(), random.nextLong()), "C" + i, "S" + random.nextInt(strata)));
        }
        return units;
    }
}
