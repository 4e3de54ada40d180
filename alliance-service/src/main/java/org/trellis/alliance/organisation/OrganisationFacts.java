package org.trellis.alliance.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import org.jdbi.v3.core.mapper.Nested;
import org.trellis.identity.Writer;
import org.trellis.outbox.Changes;

/** Tells of organisations that were changed by the thousand, in plain SQL. */
@ApplicationScoped
public class OrganisationFacts {
    private record Stored(long version, @Nested OrganisationEvent.State state) {}

    private final Writer writer;
    private final Changes changes;

    OrganisationFacts(Writer writer, Changes changes) {
        this.writer = writer;
        this.changes = changes;
    }

    public void registered(Collection<UUID> ids) {
        tell(ids, OrganisationEvent.Registered::new);
    }

    public void changed(Collection<UUID> ids) {
        tell(ids, OrganisationEvent.Changed::new);
    }

    public void closed(Collection<UUID> ids) {
        tell(ids, OrganisationEvent.Closed::new);
    }

    private void tell(Collection<UUID> ids, Function<OrganisationEvent.State, OrganisationEvent> event) {
        if (ids.isEmpty()) {
            return;
        }
        changes.record(writer.list(Stored.class, """
                        with ends as (
                          select predecessor_id, successor_id from organisation_link
                          where status = 'CONFIRMED' and (predecessor_id = any(:ids) or successor_id = any(:ids)))
                        select version, id, kind, name, urn, uid, la_code, register_id, phase, setting, town, postcode, status,
                          invented, group_id, laestab, ukprn, type, roll, free_meals_share, urban_rural, opens_on,
                          closes_on, coalesce(before.ids, '{}') as predecessor_ids, coalesce(after.ids, '{}') as successor_ids
                        from organisation o
                        left join (select successor_id, array_agg(predecessor_id order by predecessor_id) as ids
                                   from ends group by successor_id) before on before.successor_id = o.id
                        left join (select predecessor_id, array_agg(successor_id order by successor_id) as ids
                                   from ends group by predecessor_id) after on after.predecessor_id = o.id
                        where id = any(:ids)""", Map.of("ids", ids.toArray(UUID[]::new))).stream()
                .map(stored -> new Changes.Change(stored.state().id(), stored.version(), event.apply(stored.state())))
                .toList());
    }
}
