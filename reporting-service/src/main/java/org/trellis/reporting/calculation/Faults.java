package org.trellis.reporting.calculation;

import java.util.ArrayList;
import java.util.List;
import org.trellis.reporting.calculation.InvalidCalculation.Fault;

/** Collects what is wrong with a request. */
final class Faults {
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

    List<Fault> found() {
        return List.copyOf(found);
    }
}
