package org.trellis.alliance.person;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.UUID;
import org.trellis.outbox.Changes;

/** Tells of people who were named by the hundred, in plain SQL. */
@ApplicationScoped
public class PersonFacts {
    private final Changes changes;

    PersonFacts(Changes changes) {
        this.changes = changes;
    }

    /** Of people who have no sign-in yet. */
    public void registered(Collection<UUID> ids) {
        changes.record(ids.stream()
                .map(id -> new Changes.Change(
                        id, 0, new PersonEvent.Registered(new PersonEvent.State(id, null, null, null))))
                .toList());
    }
}
