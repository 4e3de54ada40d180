package org.trellis.project.due;

import java.time.Duration;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;

/** What becomes due by the calendar, whoever calls or does not call. */
public interface DailyWork {
    /**
     * The next thing to be done, held by the transaction, so that no other replica does it too.
     *
     * @return nothing where nothing is due but what {@code is_put_off}
     */
    Optional<UUID> next(LocalDate today);

    /** Does it, in the same transaction. */
    void look(UUID about, LocalDate today);

    /** How long it may be left alone once nothing was due. */
    default Duration rest() {
        return Duration.ZERO;
    }
}
