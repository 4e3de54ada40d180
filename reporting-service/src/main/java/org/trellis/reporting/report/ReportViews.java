package org.trellis.reporting.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.trellis.audit.AccessLog;
import org.trellis.identity.Reader;
import org.trellis.problem.Problems;
import org.trellis.reporting.directory.SightQueries;
import org.trellis.reporting.impact.Results;

/** Puts together what a caller sees of a report, and writes down whose results it shows. */
@ApplicationScoped
class ReportViews {
    private record DraftRow(String title, String summary, String commentary, Instant madeAt, String content) {}

    private final ReportQueries queries;
    private final Reader reader;
    private final SightQueries sight;
    private final AccessLog accessLog;
    private final ObjectMapper json;

    ReportViews(ReportQueries queries, Reader reader, SightQueries sight, AccessLog accessLog, ObjectMapper json) {
        this.queries = queries;
        this.reader = reader;
        this.sight = sight;
        this.accessLog = accessLog;
        this.json = json;
    }

    ReportView view(UUID id) {
        var seen = queries.seen(id);
        var state = ReportState.valueOf(seen.state());
        var changed = queries.inputsChanged(id, seen.edition());
        var draft =
                seen.managed() && (state == ReportState.DRAFT || state == ReportState.CORRECTING) ? draft(id) : null;
        if (draft != null) {
            accessLog.note("report", id, named(draft.content()));
        }
        return new ReportView(
                id,
                seen.version(),
                seen.number(),
                new ReportView.Project(seen.projectId(), seen.projectTitle()),
                state,
                seen.title(),
                seen.edition(),
                seen.publishedAt(),
                seen.edition() == 0 ? null : "/v1/reports/" + id + "/editions/" + seen.edition(),
                state == ReportState.WITHDRAWN || draft != null ? seen.reason() : null,
                changed,
                !changed.isEmpty() && state != ReportState.WITHDRAWN,
                draft,
                actions(seen, state, draft));
    }

    List<ReportView.EditionRow> editions(UUID id) {
        var editions = queries.editions(id);
        accessLog.note("report", id, queries.namedInChanges(id));
        return editions;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 404 where there is none that the caller may see */
    StoredEdition edition(UUID id, int edition) {
        var stored = queries.stored(id, edition).orElseThrow(Problems::notFound);
        accessLog.note("report", id, stored.named());
        return stored;
    }

    private ReportView.Draft draft(UUID id) {
        var row = reader.one(DraftRow.class, """
                        select title, summary, commentary::text, made_at, content::text
                        from report where id = :id""", Map.of("id", id)).orElseThrow(Problems::notFound);
        try {
            return new ReportView.Draft(
                    new ReportText(
                            row.title(), row.summary(), json.readValue(row.commentary(), ReportBody.Commentary.class)),
                    row.madeAt(),
                    json.readValue(row.content(), Snapshot.class));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is kept of a report can be read", e);
        }
    }

    private List<ReportView.Action> actions(ReportQueries.Seen seen, ReportState state, ReportView.Draft draft) {
        Set<String> roles = seen.managed() ? sight.rolesIn(seen.projectId()) : Set.of();
        return Arrays.stream(ReportAction.values())
                .filter(action -> action.offeredTo(roles, state))
                .map(action -> action(action, draft))
                .toList();
    }

    private static ReportView.Action action(ReportAction action, ReportView.Draft draft) {
        boolean bare = action == ReportAction.PUBLISH
                && (draft.text().summary() == null || draft.text().summary().isBlank());
        return new ReportView.Action(
                action.toString(),
                !bare,
                bare ? List.of("a summary") : List.of(),
                action.needsReason() ? List.of("reason") : List.of());
    }

    private Set<UUID> named(Snapshot content) {
        var named = new LinkedHashSet<UUID>();
        content.results().forEach(result -> named.addAll(Results.named(ReportPage.view(json, result))));
        return named;
    }
}
