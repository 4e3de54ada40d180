package org.trellis.project.readiness;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.json.Json;
import org.trellis.identity.Writer;

/** Reads what answers rest on: all rows, whoever asks, so that everybody gets the same answer. */
@ApplicationScoped
class ReadinessRecords {
    /** What one statement brings; lists come as JSON. */
    private record Row(
            UUID project,
            boolean purpose,
            List<UUID> citedPriorities,
            List<UUID> heldPriorities,
            List<UUID> milestones,
            List<UUID> measures,
            List<UUID> undatedMeasures,
            List<UUID> evidenced,
            @Json List<Records.Cycle> cycles,
            @Json List<Records.School> schools,
            @Json List<Records.Leader> leaders,
            @Json List<Records.SystemLeader> systemLeaders,
            @Json List<Records.Risk> risks) {
        Records records() {
            return new Records(
                    project,
                    purpose,
                    citedPriorities,
                    heldPriorities,
                    milestones,
                    measures,
                    undatedMeasures,
                    evidenced,
                    cycles,
                    schools,
                    leaders,
                    systemLeaders,
                    risks);
        }
    }

    private static final String PROJECT = """
            select p.id as project, coalesce(trim(p.summary), '') <> '' as purpose,
                   array(select q.id from priority q
                         where q.id = any(p.priority_ids) and q.alliance_id = any(p.partner_alliance_ids || p.alliance_id)
                           and current_on(today(), q.starts_on, q.ends_on) order by q.id) as cited_priorities,
                   array(select q.id from priority q
                         where q.alliance_id = p.alliance_id and current_on(today(), q.starts_on, q.ends_on)
                         order by q.id) as held_priorities,
                   array(select m.id from milestone m where m.project_id = p.id and m.state <> 'DROPPED'
                         order by m.due, m.id) as milestones,
                   array(select s.id from success_measure s where s.project_id = p.id and dated(s.id) order by s.id)
                     as measures,
                   array(select s.id from success_measure s where s.project_id = p.id and not dated(s.id) order by s.id)
                     as undated_measures,
                   array(select u.intervention_id from project_intervention u
                         where u.project_id = p.id
                           and exists (select from intervention_source e where e.intervention_id = u.intervention_id)
                         order by u.position) as evidenced,""";

    private static final String CYCLES = """
                   (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'over', c.phase in ('REVIEWING', 'CLOSED'),
                             'decided', c.decision is not null) order by c.number), '[]')
                    from cycle c where c.project_id = p.id) as cycles,""";

    private static final String SCHOOLS = """
                   (select coalesce(jsonb_agg(jsonb_build_object(
                             'participationId', i.id, 'organisationId', i.organisation_id, 'status', i.status,
                             'joinedLater', coalesce(
                               (select min(t.since) from participation_step t
                                where t.participation_id = i.id and t.status = 'COMMITTED')
                               > (select min(d.since) from cycle_delivery d join cycle c on c.id = d.cycle_id
                                  where c.project_id = p.id), false),
                             'small', coalesce((select z.roll < %1$d from school_size z where z.id = i.organisation_id), false),
                             'confirmed', i.terms_number is not null or h.sponsor_id is not null,
                             'sponsorId', h.sponsor_id,
                             'championIds', h.champions,
                             'middleChampionIds', h.middle) order by i.created_at, i.id), '[]')
                    from participation i, lateral (
                      select (array_agg(h.id) filter (where h.role = 'HEADTEACHER_SPONSOR'))[1] as sponsor_id,
                             coalesce(jsonb_agg(h.id order by h.id)
                                      filter (where h.role = 'SENIOR_LEADER_CHAMPION'), '[]') as champions,
                             coalesce(jsonb_agg(h.id order by h.id) filter (where h.role = 'SENIOR_LEADER_CHAMPION'
                               and exists (select from post t where t.person_id = h.person_id
                                             and t.organisation_id = h.organisation_id and t.role = 'MIDDLE_LEADER'
                                             and current_on(today(), t.starts_on, t.ends_on))), '[]') as middle
                      from role_holder h
                      where h.participation_id = i.id and current_on(today(), h.starts_on, h.ends_on)) h
                    where i.project_id = p.id) as schools,""";

    private static final String PEOPLE = """
                   (select coalesce(jsonb_agg(jsonb_build_object(
                             'appointmentId', x.id, 'personId', x.person_id,
                             'schoolIds', array(select distinct t.organisation_id from post t
                                                where t.person_id = x.person_id and t.organisation_id is not null
                                                  and current_on(today(), t.starts_on, t.ends_on)),
                             'middleAtIds', array(select distinct t.organisation_id from post t
                                                  where t.person_id = x.person_id and t.role = 'MIDDLE_LEADER'
                                                    and current_on(today(), t.starts_on, t.ends_on)))
                             order by x.starts_on, x.id), '[]')
                    from project_appointment x
                    where x.project_id = p.id and x.role in ('PROJECT_LEAD', 'CYCLE_LEAD')
                      and current_on(today(), x.starts_on, x.ends_on)) as leaders,
                   (select coalesce(jsonb_agg(jsonb_build_object('kind', s.kind, 'appointmentId', s.id, 'heads',
                             exists (select from post t join participation i on i.organisation_id = t.organisation_id
                                     where t.person_id = s.person_id and t.role = any(headships()) and i.project_id = p.id
                                       and i.status <> 'WITHDRAWN' and current_on(today(), t.starts_on, t.ends_on)))
                             order by s.id), '[]')
                    from (select 'appointments' as kind, a.id, a.person_id from appointment a
                          where a.alliance_id = p.alliance_id and a.role = 'FACILITATOR'
                            and current_on(today(), a.starts_on, a.ends_on)
                          union all
                          select 'project-appointments', x.id, x.person_id from project_appointment x
                          where x.project_id = p.id and x.role in ('COACH', 'CRITICAL_FRIEND')
                            and current_on(today(), x.starts_on, x.ends_on)) s) as system_leaders,
                   (select coalesce(jsonb_agg(jsonb_build_object('id', r.id, 'reviewedOn', r.reviewed_on)
                                              order by r.raised_on, r.id), '[]')
                    from project_risk r where r.project_id = p.id and r.state = 'OPEN') as risks
            from project p where p.id = :id""";

    /** About five classes: a school with fewer pupils has hardly more teachers than it has years. */
    private static final int SMALL = 120;

    private final Writer writer;

    ReadinessRecords(Writer writer) {
        this.writer = writer;
    }

    Records of(UUID project) {
        return writer.one(Row.class, PROJECT + CYCLES + SCHOOLS.formatted(SMALL) + PEOPLE, Map.of("id", project))
                .map(Row::records)
                .orElseThrow();
    }
}
