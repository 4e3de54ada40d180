package org.trellis.outbox;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Transient;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** What changes as one, is versioned as one, and tells the others of each change by one event. */
@MappedSuperclass
public abstract class Aggregate {
    @Id
    private UUID id;

    @Version
    private long version;

    private Instant changedAt;

    /** Made in this transaction and not yet written: its first event tells of version 0. */
    @Transient
    private boolean fresh;

    /** For Hibernate. */
    protected Aggregate() {}

    protected Aggregate(UUID id) {
        this.id = id;
        changedAt = Now.asKept();
        fresh = true;
    }

    public UUID id() {
        return id;
    }

    /** Counts the changes; 0 as made. It is the {@code sequence} of the event that tells of the change. */
    public long version() {
        return version;
    }

    /** Makes the version rise even where only something below the root changed. */
    void changed() {
        if (!fresh) {
            changedAt = Now.asKept();
        }
        fresh = false;
    }

    public Instant changedAt() {
        return changedAt;
    }

    /** Its own words, which history keeps beside the event's state and nobody else hears; a null says nothing. */
    protected Object untold() {
        return Map.of();
    }
}
