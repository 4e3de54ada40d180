package org.trellis.reporting.calculation;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.function.Function;
import org.trellis.reporting.calculation.InvalidCalculation.Fault;
import org.trellis.reporting.calculation.PooledEffectsRequest.Entry;

/** Collects what is wrong with a request. */
final class Faults {
    /** Of an interval, where a request leaves it open. */
    static final double USUAL_CONFIDENCE = 0.95;

    /** Beyond it a request is refused. */
    static final int MOST_EFFECTS = 10_000;

    /** Figures of this size are no scores; their squares still fit a double. */
    private static final double LARGEST = 1e100;

    private final List<Fault> found = new ArrayList<>();

    void add(String path, String message) {
        found.add(new Fault(path, message));
    }

    boolean required(Object value, String path) {
        if (value == null) {
            add(path, "is required");
        }
        return value != null;
    }

    void absent(Object value, String path, String because) {
        if (value != null) {
            add(path, "must be absent: " + because);
        }
    }

    boolean number(Double value, String path) {
        if (!required(value, path)) {
            return false;
        }
        if (!Double.isFinite(value)) {
            add(path, "must be a finite number");
            return false;
        }
        if (Math.abs(value) > LARGEST) {
            add(path, "must lie between -1e100 and 1e100");
            return false;
        }
        return true;
    }

    void positive(Double value, String path) {
        if (number(value, path) && value <= 0) {
            add(path, "must be more than 0");
        }
    }

    void between(Double value, double low, double high, String path) {
        if (number(value, path) && !(value > low && value < high)) {
            add(path, "must lie strictly between " + (int) low + " and " + (int) high);
        }
    }

    void confidence(Double value) {
        if (value != null) {
            between(value, 0, 1, "$.confidence");
        }
    }

    /** Effects and variances; {@code more} names what else is wrong with each. */
    <T> void effects(List<T> effects, String path, Function<T, Entry> figures, BiConsumer<T, String> more) {
        if (!required(effects, path)) {
            return;
        }
        if (effects.isEmpty()) {
            add(path, "must have at least one effect");
        }
        if (effects.size() > MOST_EFFECTS) {
            add(path, "must have at most 10000 effects");
            return;
        }
        for (int i = 0; i < effects.size(); i++) {
            String at = path + "[" + i + "]";
            if (required(effects.get(i), at)) {
                Entry entry = figures.apply(effects.get(i));
                number(entry.effect(), at + ".effect");
                positive(entry.variance(), at + ".variance");
                more.accept(effects.get(i), at);
            }
        }
    }

    /** @throws InvalidCalculation if there is any */
    static void none(List<Fault> faults) {
        if (!faults.isEmpty()) {
            throw new InvalidCalculation(faults);
        }
    }

    List<Fault> found() {
        return List.copyOf(found);
    }
}
