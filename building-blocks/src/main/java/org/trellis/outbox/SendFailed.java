package org.trellis.outbox;

import java.util.UUID;

/** Kafka did not take an event; it and what follows it stay in the outbox and are tried again. */
public final class SendFailed extends RuntimeException {
    private static final long serialVersionUID = 1L;

    SendFailed(UUID event, Throwable cause) {
        super("event " + event + " was not acknowledged", cause);
    }
}
