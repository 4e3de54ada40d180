package org.trellis.project.fidelity;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.trellis.identity.Reader;
import org.trellis.paging.Described;
import org.trellis.paging.Listing;
import org.trellis.paging.Lists;
import org.trellis.paging.Page;
import org.trellis.problem.Problems;
import org.trellis.web.Parameters;

/** Questions about fidelity; a school's is its own and the project's, as the policies say. */
@ApplicationScoped
class FidelityQueries implements Described {
    private static final String COLUMNS = """
            f.id, f.version, f.project_id, p.title as project_name, f.cycle_id, f.participation_id, f.organisation_id,
            o.name as organisation_name, f.intervention_id, i.name as intervention_name, f.edition, f.delivered,
            (select coalesce(jsonb_agg(jsonb_build_object('what', a.what, 'ingredient', a.ingredient, 'reason', a.reason)
                                       order by a.position), '[]')
             from fidelity_adaptation a where a.fidelity_id = f.id) as adapted,
            f.touched, f.note, f.reported_on""";
    private static final String TABLES = """
            fidelity f join project p on p.id = f.project_id left join organisation o on o.id = f.organisation_id
            join intervention i on i.id = f.intervention_id""";

    private final Reader reader;

    FidelityQueries(Reader reader) {
        this.reader = reader;
    }

    @Override
    public void describe(Lists lists) {
        lists.collection("/v1/fidelity-reports", this::list);
    }

    FidelityView view(UUID id) {
        return reader.one(
                        FidelityView.class,
                        "select " + COLUMNS + " from " + TABLES + " where f.id = :id",
                        Map.of("id", id))
                .orElseThrow(Problems::notFound);
    }

    Page<FidelityView> list(Parameters parameters) {
        return Listing.of(FidelityView.class, COLUMNS, TABLES)
                .id("f.id")
                .where("f.project_id = :projectId", "projectId", parameters.id("projectId"))
                .where("f.cycle_id = :cycleId", "cycleId", parameters.id("cycleId"))
                .where("f.participation_id = :participationId", "participationId", parameters.id("participationId"))
                .sortable("reportedOn", "f.reported_on", "date")
                .page(reader, parameters);
    }
}
