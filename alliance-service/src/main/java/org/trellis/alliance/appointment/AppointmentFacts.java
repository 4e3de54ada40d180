package org.trellis.alliance.appointment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.trellis.identity.Writer;
import org.trellis.outbox.Changes;

/** Tells of appointments that were made by the hundred, in plain SQL. */
@ApplicationScoped
public class AppointmentFacts {
    private record Stored(long version, @Nested AppointmentEvent.State state) {}

    private final Writer writer;
    private final Changes changes;

    AppointmentFacts(Writer writer, Changes changes) {
        this.writer = writer;
        this.changes = changes;
    }

    public void started(Collection<UUID> ids) {
        changes.record(writer.list(Stored.class, """
                        select version, id, person_id, role, organisation_id, alliance_id, starts_on, ends_on, ending
                        from appointment where id = any(:ids)""", Map.of("ids", ids.toArray(UUID[]::new))).stream()
                .map(stored -> new Changes.Change(
                        stored.state().id(), stored.version(), new AppointmentEvent.Started(stored.state())))
                .toList());
    }
}
