package org.trellis.project.participation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

/** Questions about participations. */
@ApplicationScoped
class ParticipationQueries implements Described {
    private static final String COLUMNS = """
            i.id, i.version, i.project_id, p.title as project_name, i.organisation_id, o.name as organisation_name,
            i.status, i.starts_on, i.ends_on, i.leaving_reason, i.evidence, i.note, i.terms_number as terms_version, i.stage""";
    private static final String JOINED =
            " join project p on p.id = i.project_id left join organisation o on o.id = i.organisation_id";
    private static final String TABLES = "participation i" + JOINED;

    private static final String VACANT = """
            select role from unnest(array['HEADTEACHER_SPONSOR', 'SENIOR_LEADER_CHAMPION', 'SAFEGUARDING_LEAD']) as wanted (role)
            where exists (select from participation where id = :id and status in ('COMMITTED', 'ACTIVE'))
              and not exists (select from role_holder h where h.participation_id = :id and h.role = wanted.role
                                and current_on(today(), h.starts_on, h.ends_on))""";
    private static final String FACTS = """
            select state as project, (select max(number) from terms where project_id = p.id) as terms
            from project p where id = :id""";

    private final Reader reader;
    private final Standing standing;

    ParticipationQueries(Reader reader, Standing standing) {
        this.reader = reader;
        this.standing = standing;
    }

    @Override
    public void describe(Lists lists) {
        lists.collection("/v1/participations", this::list);
    }

    /** Empty where the caller does not see it, or no longer. */
    Optional<ParticipationView> view(UUID id) {
        return reader.one(
                        ParticipationView.Row.class,
                        "select " + COLUMNS + " from " + TABLES + " where i.id = :id",
                        Map.of("id", id))
                .map(row -> {
                    var facts = facts(reader, row.project().id());
                    return new ParticipationView(
                            row,
                            facts.terms(),
                            reader.list(String.class, VACANT, Map.of("id", id)),
                            Rule.actions(
                                    List.of(ParticipationAction.values()),
                                    ParticipationStatus.valueOf(row.status()),
                                    standing.inParticipation(id),
                                    facts));
                });
    }

    Page<ParticipationView.Row> list(Parameters parameters) {
        return Listing.of(
                        ParticipationView.Row.class,
                        COLUMNS,
                        Standing.SIGHT.of("participation", "project_id", "i") + JOINED)
                .id("i.id")
                .where("i.project_id = :projectId", "projectId", parameters.id("projectId"))
                .where("i.organisation_id = :organisationId", "organisationId", parameters.id("organisationId"))
                .where(
                        "i.status = :status",
                        "status",
                        parameters.oneOf("status", ParticipationStatus.class).map(Enum::name))
                .sortable("created", "i.created_at", "timestamptz")
                .keptInStep("participation", "i", Standing.SIGHT)
                .page(reader, parameters);
    }

    /** Who sees a participation sees its project's terms, so reader and writer find the same. */
    static ParticipationFacts facts(Sql sql, UUID project) {
        return sql.one(ParticipationFacts.class, FACTS, Map.of("id", project)).orElseThrow(Problems::notFound);
    }
}
