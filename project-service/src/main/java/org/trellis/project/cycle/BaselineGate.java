package org.trellis.project.cycle;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.trellis.identity.Writer;

/** Which schools may deliver in a cycle: those whose baseline of each success measure is accepted, or waived. */
@ApplicationScoped
class BaselineGate {
    private static final String SCHOOLS = """
            select i.id as participation_id, i.organisation_id, o.name as organisation_name, i.status,
                   d.since as delivering_since,
                   (select coalesce(jsonb_agg(jsonb_build_object('id', s.measure_id, 'name', m.name) order by m.name), '[]')
                    from success_measure s left join measure m on m.id = s.measure_id
                    where s.project_id = i.project_id
                      and exists (select from success_measure_point t
                                  where t.success_measure_id = s.id and t.point = 'BASELINE')
                      and not exists (select from completeness k
                                      where k.cycle_id = c.id and k.organisation_id = i.organisation_id
                                        and s.measure_id = any(k.baseline_measure_ids))
                      and not exists (select from cycle_waiver w
                                      where w.cycle_id = c.id and w.participation_id = i.id
                                        and coalesce(w.measure_id, s.measure_id) = s.measure_id)) as missing,
                   exists (select from cycle_waiver w where w.cycle_id = c.id and w.participation_id = i.id) as waived
            from cycle c join participation i on i.project_id = c.project_id
            left join organisation o on o.id = i.organisation_id
            left join cycle_delivery d on d.cycle_id = c.id and d.participation_id = i.id
            where c.id = :id and (i.status in ('COMMITTED', 'ACTIVE') or d.since is not null)
            order by o.name, i.id""";

    private final Writer writer;

    BaselineGate(Writer writer) {
        this.writer = writer;
    }

    /** All schools of a cycle that take part, or did when it was delivered. */
    List<AtTheGate> schools(UUID cycle) {
        return writer.list(AtTheGate.class, SCHOOLS, Map.of("id", cycle));
    }
}
