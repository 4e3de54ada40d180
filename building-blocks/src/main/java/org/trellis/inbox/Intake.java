package org.trellis.inbox;

import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * What this service does with other services' events: by the consumer's name, since the inbox needs it for a batch and
 * again where a parked event is taken in later.
 */
public interface Intake {
    /** Runs first in the inbox' transaction: says to which of several copies of its tables the transaction is about to write. */
    default void begin() {
        // mostly there is one
    }

    /**
     * Runs next where an event that was parked is taken in again.
     *
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 where it is not the time for it
     */
    default void beginAgain() {
        // mostly it always is
    }

    /**
     * Changes of this service's tables by new events, which come in the order of their partition, in the inbox'
     * transaction; {@link Undecodable} parks the event.
     */
    Map<String, Consumer<List<Received>>> effects();
}
