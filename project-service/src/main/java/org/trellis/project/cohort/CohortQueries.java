package org.trellis.project.cohort;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.trellis.identity.Reader;
import org.trellis.paging.Described;
import org.trellis.paging.Listing;
import org.trellis.paging.Lists;
import org.trellis.paging.Page;
import org.trellis.problem.Problems;
import org.trellis.project.access.Standing;
import org.trellis.web.Parameters;

/** Questions about cohorts. */
@ApplicationScoped
class CohortQueries implements Described {
    private static final String COLUMNS = """
            c.id, c.version, c.project_id, p.title as project_name, c.participation_id, c.organisation_id,
            o.name as organisation_name, c.name, c.arm, c.about, c.year_group, c.size, c.prior_year,
            case when c.project_id in (select unnest(run_project_ids()))
                   or c.participation_id in (select unnest(own_participation_ids())) then c.teacher_references
            end as teacher_references, c.starts_on, c.ends_on""";
    private static final String JOINED =
            " join project p on p.id = c.project_id left join organisation o on o.id = c.organisation_id";
    private static final String TABLES = "cohort c" + JOINED;

    private final Reader reader;

    CohortQueries(Reader reader) {
        this.reader = reader;
    }

    @Override
    public void describe(Lists lists) {
        lists.collection("/v1/cohorts", this::list);
    }

    CohortView view(UUID id) {
        return reader.one(
                        CohortView.class,
                        "select " + COLUMNS + " from " + TABLES + " where c.id = :id",
                        Map.of("id", id))
                .orElseThrow(Problems::notFound);
    }

    Page<CohortView> list(Parameters parameters) {
        return Listing.of(CohortView.class, COLUMNS, Standing.SIGHT.of("cohort", "project_id", "c") + JOINED)
                .id("c.id")
                .where("c.project_id = :projectId", "projectId", parameters.id("projectId"))
                .where("c.participation_id = :participationId", "participationId", parameters.id("participationId"))
                .where("c.organisation_id = :organisationId", "organisationId", parameters.id("organisationId"))
                .where("c.arm = :arm", "arm", parameters.oneOf("arm", Arm.class).map(Enum::name))
                .sortable("name", "c.name", "text")
                .keptInStep("cohort", "c", Standing.SIGHT)
                .page(reader, parameters);
    }
}
