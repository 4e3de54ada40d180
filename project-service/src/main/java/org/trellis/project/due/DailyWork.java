package org.trellis.project.due;

import java.time.Duration;
import java.time.LocalDate;

/** What becomes due by the calendar, whoever calls or does not call. */
public interface DailyWork {
    /**
     * Does one piece, in a transaction of its own, that no other replica is doing.
     *
     * @return whether there was one
     */
    boolean step(LocalDate today);

    /** How long it may be left alone once nothing was due. */
    default Duration rest() {
        return Duration.ZERO;
    }
}
