package org.trellis.reporting.statistics.pooling;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.trellis.reporting.statistics.Interval;

/**
 * Effects pooled up to a day.
 *
 * @param on the day
 * @param added labels of the effects that came in on it; a label may be null
 * @param k number of effects up to and on that day
 * @param estimate over them
 * @param se its standard error, as adjusted
 * @param ci interval of the estimate
 * @param tau2 variance between them
 */
public record Step(LocalDate on, List<String> added, int k, double estimate, double se, Interval ci, double tau2) {
    public Step {
        added = Collections.unmodifiableList(new ArrayList<>(added));
    }
}
