package org.trellis.outbox;

/** A fact about one aggregate, told to other services. */
public interface Event {
    /** The aggregate's kind in lower case with hyphens; decides the topic. */
    String aggregate();

    /** The wire name, {@code trellis.<service>.<fact>.v1}; written down, never derived from a class name. */
    String type();

    /** The aggregate's whole public state after the fact; null means that it is gone (a tombstone). */
    Object state();
}
