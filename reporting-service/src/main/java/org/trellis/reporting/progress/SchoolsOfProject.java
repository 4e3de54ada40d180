package org.trellis.reporting.progress;

import com.fasterxml.jackson.databind.JsonNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.json.Json;
import org.trellis.audit.AccessLog;
import org.trellis.identity.Writer;
import org.trellis.paging.Page;
import org.trellis.web.Parameters;

/** A page of the schools in a project, with how their evidence stands; how many people that is of is for their own. */
@ApplicationScoped
class SchoolsOfProject {
    private record Row(
            UUID organisationId,
            UUID cycleId,
            boolean baselineAccepted,
            boolean complete,
            boolean overdue,
            @Json JsonNode items) {}

    private final ProgressQueries queries;
    private final Writer writer;
    private final AccessLog accessLog;

    SchoolsOfProject(ProgressQueries queries, Writer writer, AccessLog accessLog) {
        this.queries = queries;
        this.writer = writer;
        this.accessLog = accessLog;
    }

    /** Participations as the caller sees them: none for who may only count. */
    Page<ProgressQueries.Part> listed(UUID project, Parameters parameters) {
        return queries.parts(project, parameters);
    }

    Page<ProgressView.School> of(UUID project, Page<ProgressQueries.Part> page) {
        var ids = page.items().stream()
                .map(part -> part.organisation().id())
                .distinct()
                .toArray(UUID[]::new);
        Map<UUID, List<Row>> evidence = writer.list(Row.class, """
                        select k.organisation_id, k.cycle_id, coalesce(k.baseline_accepted, false) as baseline_accepted,
                          coalesce(k.complete, false) as complete, k.overdue, coalesce(k.items, '[]') as items
                        from completeness k left join cycle c on c.id = k.cycle_id
                        where k.project_id = :id and k.organisation_id = any(:schools) and not k.gone
                        order by c.number, k.cycle_id""", Map.of("id", project, "schools", ids)).stream()
                .collect(Collectors.groupingBy(Row::organisationId));
        accessLog.note("progress", project, evidence.keySet());
        return new Page<>(
                page.items().stream()
                        .map(part -> school(
                                part, evidence.getOrDefault(part.organisation().id(), List.of())))
                        .toList(),
                page.next(),
                page.total());
    }

    private static ProgressView.School school(ProgressQueries.Part part, List<Row> evidence) {
        return new ProgressView.School(
                part.id(),
                part.organisation(),
                part.status(),
                part.startsOn(),
                part.endsOn(),
                part.own(),
                evidence.stream()
                        .map(row -> new ProgressView.Evidence(
                                row.cycleId(),
                                row.baselineAccepted(),
                                row.complete(),
                                row.overdue(),
                                part.own() ? row.items() : null))
                        .toList());
    }
}
