package org.trellis.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.trellis.identity.Reader;
import org.trellis.paging.Described;
import org.trellis.paging.Listing;
import org.trellis.paging.Lists;
import org.trellis.paging.Page;
import org.trellis.paging.Sight;
import org.trellis.problem.Problems;
import org.trellis.web.Parameters;

/** Questions about reports, as the caller. */
@ApplicationScoped
class ReportQueries implements Described {
    private static final Sight SIGHT = Sight.through("report", "visible_report_ids()", "false");

    private static final String ROW = """
            r.id, r.version, 'R' || lpad(r.number::text, 5, '0') as number, r.project_id, p.title as project_title, r.state,
            coalesce(e.title, r.title) as title, r.edition, e.published_at""";

    private static final String FROM = """
            report r left join project p on p.id = r.project_id
            left join report_edition e on e.report_id = r.id and e.edition = r.edition""";

    /** What one may see of a report beside its draft. */
    record Seen(
            UUID id,
            long version,
            String number,
            UUID projectId,
            String projectTitle,
            String state,
            String title,
            int edition,
            Instant publishedAt,
            String reason,
            boolean managed) {}

    private final Reader reader;

    ReportQueries(Reader reader) {
        this.reader = reader;
    }

    @Override
    public void describe(Lists lists) {
        lists.collection("/v1/reports", this::list);
    }

    Page<ReportView.Row> list(Parameters parameters) {
        return Listing.of(ReportView.Row.class, ROW, FROM)
                .id("r.id")
                .where("r.project_id = :projectId", "projectId", parameters.id("projectId"))
                .where("p.alliance_id = :allianceId", "allianceId", parameters.id("allianceId"))
                .where(
                        "r.state = :state",
                        "state",
                        parameters.oneOf("state", ReportState.class).map(Enum::name))
                .sortable("number", "r.number", "int")
                .keptInStep("report", "r", SIGHT)
                .page(reader, parameters);
    }

    void mustSee(UUID id) {
        seen(id);
    }

    Seen seen(UUID id) {
        return reader.one(
                        Seen.class,
                        "select %s, r.reason, r.id = any(cast((select managed_report_ids()) as uuid[])) as managed from %s where r.id = :id"
                                .formatted(ROW, FROM),
                        Map.of("id", id))
                .orElseThrow(Problems::notFound);
    }

    boolean seesProject(UUID project) {
        return reader.one(
                        Boolean.class,
                        "select :id = any(cast((select visible_project_ids()) as uuid[]))",
                        Map.of("id", project))
                .orElse(false);
    }

    List<ReportView.EditionRow> editions(UUID id) {
        mustSee(id);
        return reader.list(ReportView.EditionRow.class, """
                select edition, published_at, title, reason,
                  '/v1/reports/' || report_id || '/editions/' || edition as address, sha256, method_version, submissions,
                  changes, inputs_changed(inputs) as inputs_changed
                from report_edition where report_id = :id order by edition""", Map.of("id", id));
    }

    /** Schools whose results the differences between editions may show. */
    Set<UUID> namedInChanges(UUID id) {
        return new LinkedHashSet<>(reader.list(UUID.class, """
                select distinct unnest(named) from report_edition
                where report_id = :id and (select max(edition) from report_edition where report_id = :id) > 1""", Map.of("id", id)));
    }

    List<String> inputsChanged(UUID id, int edition) {
        return reader.list(
                String.class,
                "select unnest(inputs_changed(inputs)) from report_edition where report_id = :id and edition = :edition",
                Map.of("id", id, "edition", edition));
    }

    Optional<StoredEdition> stored(UUID id, int edition) {
        return reader.one(
                StoredEdition.class,
                "select edition, json, html, named from report_edition where report_id = :id and edition = :edition",
                Map.of("id", id, "edition", edition));
    }
}
