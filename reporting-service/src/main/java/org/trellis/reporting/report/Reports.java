package org.trellis.reporting.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.trellis.identity.CurrentRequest;
import org.trellis.identity.Writer;
import org.trellis.problem.Problems;

/** All reports, as commands change them; each change leaves its row of history in the same transaction. */
@ApplicationScoped
class Reports {
    private record Row(
            UUID id,
            int number,
            long version,
            UUID projectId,
            String state,
            String title,
            String summary,
            String commentary,
            String content,
            String inputs,
            int edition,
            String reason) {}

    /** What history keeps of a report. */
    private record Kept(ReportState state, int edition, ReportText text, String reason) {}

    private final Writer writer;
    private final ObjectMapper json;

    Reports(Writer writer, ObjectMapper json) {
        this.writer = writer;
        this.json = json;
    }

    /** Locked until the transaction ends. */
    Report toChange(UUID id) {
        var row = writer.one(Row.class, """
                        select id, number, version, project_id, state, title, summary, commentary::text, content::text,
                          inputs::text, edition, reason
                        from report where id = :id for update""", Map.of("id", id)).orElseThrow(Problems::notFound);
        return new Report(
                row.id(),
                row.number(),
                row.version(),
                row.projectId(),
                ReportState.valueOf(row.state()),
                read(
                        "{\"title\":%s,\"summary\":%s,\"commentary\":%s}"
                                .formatted(written(row.title()), written(row.summary()), row.commentary()),
                        ReportText.class),
                read(row.content(), Snapshot.class),
                row.inputs(),
                row.edition(),
                row.reason());
    }

    /** As PostgreSQL writes it, so that it can be compared with what is kept. */
    String asKept(Object inputs) {
        return writer.one(
                        String.class, "select cast(cast(:inputs as jsonb) as text)", Map.of("inputs", written(inputs)))
                .orElseThrow();
    }

    void add(UUID id, UUID project, ReportText text, Snapshot content, String inputs) {
        var values = values(text, content, inputs);
        values.put("id", id);
        values.put("project", project);
        writer.run("""
                insert into report (id, project_id, state, title, summary, commentary, content, inputs, made_at)
                values (:id, :project, 'DRAFT', :title, :summary, cast(:commentary as jsonb), cast(:content as json),
                  cast(:inputs as jsonb), cast(:madeAt as timestamptz))""", values);
        remember(id, 0, "report-drafted", new Kept(ReportState.DRAFT, 0, text, null));
    }

    /** @param fact what happened, in the past tense */
    void change(Report report, String fact) {
        var values = values(report.text(), report.content(), report.inputs());
        values.put("id", report.id());
        values.put("state", report.state().name());
        values.put("edition", report.edition());
        values.put("reason", report.reason());
        writer.run("""
                update report set version = version + 1, changed_at = now(), state = :state, title = :title,
                  summary = :summary, commentary = cast(:commentary as jsonb), content = cast(:content as json),
                  inputs = cast(:inputs as jsonb), made_at = cast(:madeAt as timestamptz), edition = :edition,
                  reason = :reason
                where id = :id""", values);
        remember(
                report.id(),
                report.version() + 1,
                fact,
                new Kept(report.state(), report.edition(), report.text(), report.reason()));
    }

    void publish(Report report, Edition edition) {
        var values = new HashMap<String, Object>();
        values.put("id", report.id());
        values.put("edition", report.edition());
        values.put("at", edition.publishedAt().toString());
        values.put("title", report.text().title());
        values.put("reason", edition.reason());
        values.put("changes", written(edition.changes()));
        values.put("json", edition.json());
        values.put("html", edition.html());
        values.put("sha256", edition.sha256());
        values.put("submissions", written(report.content().submissions()));
        values.put("inputs", report.inputs());
        values.put("named", edition.named().toArray(UUID[]::new));
        values.put("method", report.content().methodVersion());
        writer.run("""
                insert into report_edition (report_id, edition, published_at, title, reason, changes, json, html, sha256,
                  submissions, inputs, named, method_version)
                values (:id, :edition, cast(:at as timestamptz), :title, :reason, cast(:changes as json), :json, :html,
                  :sha256, cast(:submissions as jsonb), cast(:inputs as jsonb), :named, :method)""", values);
    }

    /** What was published last. */
    String lastPublished(UUID id) {
        return writer.one(
                        String.class,
                        "select json from report_edition where report_id = :id order by edition desc limit 1",
                        Map.of("id", id))
                .orElse(null);
    }

    private Map<String, Object> values(ReportText text, Snapshot content, String inputs) {
        var values = new HashMap<String, Object>();
        values.put("title", text.title());
        values.put("summary", text.summary());
        values.put("commentary", written(text.commentary()));
        values.put("content", written(content));
        values.put("inputs", inputs);
        values.put("madeAt", content.madeAt().toString());
        return values;
    }

    private void remember(UUID id, long version, String type, Kept kept) {
        var values = new HashMap<String, Object>();
        values.put("id", id);
        values.put("version", version);
        values.put("type", type);
        values.put("actor", CurrentRequest.callerJson().orElse(null));
        values.put("reason", CurrentRequest.reason().orElse(null));
        values.put("state", written(kept));
        writer.run("""
                insert into history (aggregatetype, aggregateid, version, type, occurred_at, actor, reason, state)
                values ('report', :id, :version, :type, now(), cast(:actor as jsonb), :reason, cast(:state as jsonb))""", values);
    }

    private String written(Object value) {
        try {
            return json.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report can be written as JSON", e);
        }
    }

    private <T> T read(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what is kept of a report can be read", e);
        }
    }
}
