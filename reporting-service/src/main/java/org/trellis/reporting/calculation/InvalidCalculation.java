package org.trellis.reporting.calculation;

import java.util.List;

/** A request that cannot be calculated, with everything that is wrong with it. */
public final class InvalidCalculation extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient List<Fault> faults;

    /** @param path JSON path such as {@code $.effects[3].variance} */
    public record Fault(String path, String message) {}

    InvalidCalculation(List<Fault> faults) {
        super(faults.toString());
        this.faults = List.copyOf(faults);
    }

    public List<Fault> faults() {
        return faults;
    }
}
