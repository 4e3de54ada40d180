package org.trellis.evidence.completeness;

import jakarta.enterprise.context.ApplicationScoped;
import org.trellis.evidence.reference.AskedFor;
import org.trellis.identity.Reader;
import org.trellis.paging.Described;
import org.trellis.paging.Listing;
import org.trellis.paging.Lists;
import org.trellis.paging.Page;
import org.trellis.paging.Sight;
import org.trellis.web.Parameters;

/** Questions about who is behind with what. */
@ApplicationScoped
class CompletenessQueries implements Described {
    private static final String COLUMNS = """
        i.id, i.project_id, p.title as project_name, i.cycle_id, c.name as cycle_name, i.organisation_id,
        o.name as organisation_name, i.cohort_id, co.name as cohort_name, i.measure_id, m.name as measure_name, i.point,
        i.due, i.expected, i.received, i.accepted, i.missing, i.overdue_school_days\
        """;
    private static final String TABLES = """
        completeness_item i left join project p on p.id = i.project_id left join cycle c on c.id = i.cycle_id
        left join organisation o on o.id = i.organisation_id left join cohort co on co.id = i.cohort_id
        left join measure m on m.id = i.measure_id\
        """;

    private final Reader reader;

    CompletenessQueries(Reader reader) {
        this.reader = reader;
    }

    @Override
    public void describe(Lists lists) {
        lists.collection("/v1/completeness", this::list);
    }

    Page<CompletenessRow> list(Parameters parameters) {
        return Listing.of(CompletenessRow.class, COLUMNS, TABLES)
                .id("i.id")
                .where("i.project_id = :projectId", "projectId", parameters.id("projectId"))
                .where("i.cycle_id = :cycleId", "cycleId", parameters.id("cycleId"))
                .where("i.organisation_id = :organisationId", "organisationId", parameters.id("organisationId"))
                .where("i.cohort_id = :cohortId", "cohortId", parameters.id("cohortId"))
                .where("i.measure_id = :measureId", "measureId", parameters.id("measureId"))
                .where("i.point = :point", "point", AskedFor.text(parameters, "point"))
                .where("(coalesce(i.missing, 0) > 0) = :missing", "missing", parameters.flag("missing"))
                .where("(i.overdue_school_days > 0) = :overdue", "overdue", parameters.flag("overdue"))
                .sortable("due", "coalesce(i.due, 'infinity')", "date")
                .sortable("overdueSchoolDays", "i.overdue_school_days", "int")
                .keptInStep(
                        "completeness_item", "i", Sight.through("completeness", "visible_completeness_ids()", "false"))
                .page(reader, parameters);
    }
}
