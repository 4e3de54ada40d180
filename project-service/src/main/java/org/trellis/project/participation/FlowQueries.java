package org.trellis.project.participation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.json.Json;
import org.trellis.identity.Reader;
import org.trellis.paging.Described;
import org.trellis.paging.Lists;
import org.trellis.project.Reference;
import org.trellis.project.Today;
import org.trellis.project.access.Standing;
import org.trellis.web.Parameters;

/** Who was in a project on which day. */
@ApplicationScoped
class FlowQueries implements Described {
    private record Row(
            UUID id,
            @Nested("organisation") Reference organisation,
            LeavingReason leavingReason,
            LeftEvidence evidence,
            @Json List<Step> steps) {
        Flow.Way way() {
            return new Flow.Way(id, organisation, leavingReason, evidence, steps);
        }
    }

    private static final String WAYS = """
            select i.id, i.organisation_id, o.name as organisation_name, i.leaving_reason, i.evidence,
                   (select coalesce(jsonb_agg(jsonb_build_object('status', s.status, 'since', s.since)
                                              order by s.position), '[]')
                    from participation_step s where s.participation_id = i.id) as steps
            from participation i left join organisation o on o.id = i.organisation_id where i.project_id = :id""";

    private final Reader reader;
    private final Standing standing;

    FlowQueries(Reader reader, Standing standing) {
        this.reader = reader;
        this.standing = standing;
    }

    @Override
    public void describe(Lists lists) {
        lists.at("/v1/projects/{id}/flow", this::parameters);
    }

    Flow of(UUID project, Parameters asked) {
        var span = parameters(asked);
        standing.inProject(project);
        var ways = reader.list(Row.class, WAYS, Map.of("id", project)).stream()
                .map(Row::way)
                .toList();
        var to = span.to() == null ? Today.inEngland() : span.to();
        var first = ways.stream()
                .flatMap(way -> way.steps().stream().map(Step::since))
                .min(LocalDate::compareTo)
                .filter(day -> !day.isAfter(to))
                .orElse(to);
        return Flow.of(ways, span.from() == null ? first : span.from(), to);
    }

    private record Span(LocalDate from, LocalDate to) {}

    private Span parameters(Parameters asked) {
        var from = asked.day("from");
        var to = asked.day("to");
        if (from.isPresent() && to.orElseGet(Today::inEngland).isBefore(from.get())) {
            asked.refuse("from", "must not be after to, which is today unless given");
        }
        asked.check();
        return new Span(from.orElse(null), to.orElse(null));
    }
}
