package org.trellis.evidence.submission.narrative;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.trellis.audit.AccessLog;
import org.trellis.evidence.submission.narrative.Text.Kind;
import org.trellis.identity.Reader;
import org.trellis.paging.Described;
import org.trellis.paging.Listing;
import org.trellis.paging.Lists;
import org.trellis.paging.Page;
import org.trellis.problem.Problems;
import org.trellis.web.Parameters;

/** Questions about texts. Policies say which of them a caller sees, and whether as written or as cleared. */
@ApplicationScoped
class PassageQueries implements Described {
    private static final String STATE = """
        case when t.id is not null then 'SHARED' when p.by_pupil and p.released_at is null then 'HELD'
             when p.personal_data then 'PERSONAL' else 'OWN' end\
        """;
    private static final String COLUMNS = """
        coalesce(p.id, t.id) as id, s.id as submission_id, s.organisation_id, o.name as organisation_name,
        coalesce(p.place, t.place) as place, coalesce(p.kind, t.kind) as kind, coalesce(p.content, t.wording) as text,
        coalesce(p.by_pupil, t.by_pupil) as by_pupil, coalesce(p.received_at, t.received_at) as received_at,
        %s as state\
        """.formatted(STATE);

    /** One that stands in a later revision too is shown once. */
    private static final String TABLES = """
        (select * from passage p where not exists (
           select from passage n where n.submission_id = p.submission_id and n.revision > p.revision
             and n.place = p.place and n.content = p.content and n.dropped_at is null)) p
        full join shared_passage t on t.id = p.id
        join submission s on s.id = coalesce(p.submission_id, t.submission_id)
        left join organisation o on o.id = s.organisation_id\
        """;

    private final Reader reader;
    private final AccessLog accessLog;

    PassageQueries(Reader reader, AccessLog accessLog) {
        this.reader = reader;
        this.accessLog = accessLog;
    }

    @Override
    public void describe(Lists lists) {
        lists.at("/v1/passages", this::page);
    }

    Page<PassageRow> list(Parameters parameters) {
        var page = page(parameters);
        page.items().stream()
                .map(PassageRow::submissionId)
                .distinct()
                .forEach(submission -> accessLog.note(
                        "passages",
                        submission,
                        page.items().stream()
                                .filter(row -> row.submissionId().equals(submission))
                                .map(row -> row.organisation().id())
                                .distinct()
                                .toList()));
        return page;
    }

    PassageRow view(UUID id) {
        return reader.one(
                        PassageRow.class,
                        "select " + COLUMNS + " from " + TABLES + " where coalesce(p.id, t.id) = :id",
                        Map.of("id", id))
                .map(row -> {
                    accessLog.note(
                            "passages",
                            row.submissionId(),
                            List.of(row.organisation().id()));
                    return row;
                })
                .orElseThrow(Problems::notFound);
    }

    private Page<PassageRow> page(Parameters parameters) {
        return Listing.of(PassageRow.class, COLUMNS, TABLES)
                .id("coalesce(p.id, t.id)")
                .where("s.id = :submissionId", "submissionId", parameters.id("submissionId"))
                .where("s.organisation_id = :organisationId", "organisationId", parameters.id("organisationId"))
                .where("s.project_id = :projectId", "projectId", parameters.id("projectId"))
                .where(
                        "coalesce(p.kind, t.kind) = :kind",
                        "kind",
                        parameters.oneOf("kind", Kind.class).map(Enum::name))
                .where(
                        STATE + " = :state",
                        "state",
                        parameters.oneOf("state", PassageState.class).map(Enum::name))
                .sortable("receivedAt", "coalesce(p.received_at, t.received_at)", "timestamptz")
                .page(reader, parameters);
    }
}
