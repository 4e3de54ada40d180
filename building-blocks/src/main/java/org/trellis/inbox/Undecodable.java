package org.trellis.inbox;

/** The event can never be taken in, however often it is tried: it is parked with this cause. */
public final class Undecodable extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public Undecodable(String cause) {
        super(cause);
    }

    public Undecodable(String message, Throwable cause) {
        super(message, cause);
    }
}
