package org.trellis.project.project;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.trellis.identity.Reader;
import org.trellis.identity.Sql;
import org.trellis.paging.Described;
import org.trellis.paging.Listing;
import org.trellis.paging.Lists;
import org.trellis.paging.Page;
import org.trellis.problem.Problems;
import org.trellis.project.access.Standing;
import org.trellis.project.transition.Rule;
import org.trellis.web.Parameters;

/** Questions about projects. */
@ApplicationScoped
class ProjectQueries implements Described {
    private static final String DETAILS = """
            select p.id, p.version, p.title, p.alliance_id, a.name as alliance_name, p.focus_area, p.research_questions,
                   p.kind, p.design, p.state, p.summary, p.note, p.starts_on, p.ends_on, p.invented,
                   (select coalesce(jsonb_agg(jsonb_build_object('id', q.id, 'name', q.name) order by q.name, q.id), '[]')
                    from alliance q where q.id = any(p.partner_alliance_ids)) as partner_alliances,
                   (select coalesce(jsonb_agg(jsonb_build_object('id', i.id, 'name', i.name, 'edition', u.edition)
                                              order by u.position), '[]')
                    from project_intervention u join intervention i on i.id = u.intervention_id
                    where u.project_id = p.id) as interventions,
                   (select coalesce(jsonb_agg(jsonb_build_object(
                             'id', s.id, 'measure', jsonb_build_object('id', s.measure_id, 'name', m.name),
                             'primary', s.is_primary,
                             'points', (select jsonb_agg(jsonb_build_object('point', t.point, 'due', t.due)
                                                         order by t.position)
                                        from success_measure_point t where t.success_measure_id = s.id)) order by s.id), '[]')
                    from success_measure s left join measure m on m.id = s.measure_id
                    where s.project_id = p.id) as success_measures,
                   p.targets, p.stage, p.delivering_since, p.plan,
                   (select coalesce(jsonb_agg(t.partner || jsonb_build_object('name', coalesce(o.name, t.partner ->> 'name'))
                                              order by t.position), '[]')
                    from jsonb_array_elements(p.partners) with ordinality t (partner, position)
                      left join organisation o on o.id = cast(t.partner ->> 'organisationId' as uuid)) as partners,
                   (select coalesce(jsonb_agg(jsonb_build_object('id', c.id, 'name', q.title) order by c.position), '[]')
                    from unnest(p.priority_ids) with ordinality c (id, position)
                      left join priority q on q.id = c.id) as priorities,
                   b.id as builds_on_id, b.title as builds_on_name
            from project p left join alliance a on a.id = p.alliance_id left join project b on b.id = p.builds_on_id
            where p.id = :id""";

    private static final String FACTS = """
            select p.suspended_from,
                   (select count(*) from success_measure where project_id = p.id) as success_measures,
                   (select count(*) from priority q
                    where q.id = any(p.priority_ids) and q.alliance_id = any(p.alliance_id || p.partner_alliance_ids)
                      and (q.ends_on is null or q.ends_on > today())) as priorities,
                   (select count(*) from participation
                    where project_id = p.id and status in ('COMMITTED', 'ACTIVE')) as schools,
                   (select count(*) from cycle where project_id = p.id) as cycles,
                   (select count(*) from cycle where project_id = p.id and phase <> 'CLOSED') as open_cycles
            from project p where p.id = :id""";

    private final Reader reader;
    private final Standing standing;

    ProjectQueries(Reader reader, Standing standing) {
        this.reader = reader;
        this.standing = standing;
    }

    @Override
    public void describe(Lists lists) {
        lists.collection("/v1/projects", this::list);
    }

    ProjectView view(UUID id) {
        var project =
                reader.one(ProjectView.Details.class, DETAILS, Map.of("id", id)).orElseThrow(Problems::notFound);
        var actions = Rule.actions(
                List.of(ProjectAction.values()),
                ProjectState.valueOf(project.state()),
                standing.inProject(id),
                facts(reader, id));
        return new ProjectView(project, actions);
    }

    Page<ProjectRow> list(Parameters parameters) {
        return Listing.of(
                        ProjectRow.class,
                        "p.id, p.version, p.title, p.alliance_id, a.name as alliance_name, p.focus_area, p.kind,"
                                + " p.design, p.state, p.starts_on, p.ends_on, p.invented",
                        Standing.SIGHT.of("project", "id", "p") + " left join alliance a on a.id = p.alliance_id")
                .id("p.id")
                .where(
                        "p.state = :state",
                        "state",
                        parameters.oneOf("state", ProjectState.class).map(Enum::name))
                .where(
                        "p.focus_area = :focusArea",
                        "focusArea",
                        parameters.oneOf("focusArea", FocusArea.class).map(Enum::name))
                .where("p.alliance_id = :allianceId", "allianceId", parameters.id("allianceId"))
                .where(
                        "exists (select from project_intervention u where u.project_id = p.id"
                                + " and u.intervention_id = :interventionId)",
                        "interventionId",
                        parameters.id("interventionId"))
                .where(
                        "p.kind = :kind",
                        "kind",
                        parameters.oneOf("kind", ProjectKind.class).map(Enum::name))
                .where("p.builds_on_id = :buildsOnId", "buildsOnId", parameters.id("buildsOnId"))
                .where("position(lower(:q) in lower(p.title)) > 0", "q", parameters.text("q"))
                .sortable("title", "p.title", "text")
                .sortable("created", "p.created_at", "timestamptz")
                .keptInStep("project", "p", Standing.SIGHT)
                .page(reader, parameters);
    }

    /** All children of a project are seen by whoever sees it, so reader and writer count the same. */
    static ProjectFacts facts(Sql sql, UUID id) {
        return sql.one(ProjectFacts.class, FACTS, Map.of("id", id)).orElseThrow(Problems::notFound);
    }
}
