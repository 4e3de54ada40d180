package org.trellis.alliance.affiliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.mapper.Nested;
import org.trellis.identity.Writer;
import org.trellis.outbox.Changes;

/** Tells of affiliations that were changed by the thousand, in plain SQL. */
@ApplicationScoped
public class AffiliationFacts {
    private record Stored(long version, @Nested AffiliationEvent.State state) {}

    private final Writer writer;
    private final Changes changes;

    AffiliationFacts(Writer writer, Changes changes) {
        this.writer = writer;
        this.changes = changes;
    }

    public void started(Collection<UUID> ids) {
        tell(ids, AffiliationEvent.Started::new);
    }

    public void ended(Collection<UUID> ids) {
        tell(ids, AffiliationEvent.Ended::new);
    }

    private void tell(Collection<UUID> ids, Function<AffiliationEvent.State, AffiliationEvent> event) {
        if (ids.isEmpty()) {
            return;
        }
        changes.record(writer.list(Stored.class, """
                        select version, id, organisation_id, to_id, kind, starts_on, ends_on from affiliation
                        where id = any(:ids)""", Map.of("ids", ids.toArray(UUID[]::new))).stream()
                .map(stored -> new Changes.Change(stored.state().id(), stored.version(), event.apply(stored.state())))
                .toList());
    }
}
