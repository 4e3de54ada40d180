package org.trellis.evidence.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trellis.evidence.submission.SubmissionStatus;
import org.trellis.evidence.submission.narrative.Titles;
import org.trellis.identity.Reader;
import org.trellis.paging.Described;
import org.trellis.paging.Listing;
import org.trellis.paging.Lists;
import org.trellis.paging.Page;
import org.trellis.problem.Problems;
import org.trellis.web.Parameters;

/** Questions about the queue. */
@ApplicationScoped
class ModerationQueries implements Described {
    private static final String COLUMNS = """
        s.id as submission_id,
        %s, s.organisation_id, o.name as organisation_name, s.project_id,
        p.title as project_name, s.status, s.revision, s.score_count as scores, s.reference_count as references,
        s.changed_at, s.id = any((select actor_moderated_submission_ids())::uuid[]) as mine,
        (select count(*) from moderation_assignment a where a.submission_id = s.id) as assigned\
        """.formatted(Titles.SHOWN);
    private static final String TABLES = """
        submission s left join organisation o on o.id = s.organisation_id left join project p on p.id = s.project_id\
        """;

    private final Reader reader;

    ModerationQueries(Reader reader) {
        this.reader = reader;
    }

    @Override
    public void describe(Lists lists) {
        lists.collection("/v1/moderation", this::queue);
    }

    /** Where these stand, in their order. */
    List<ModerationRow> rows(List<UUID> submissions) {
        var rows = reader
                .list(
                        ModerationRow.class,
                        "select " + COLUMNS + " from " + TABLES + " where s.id = any(:ids)",
                        Map.of("ids", submissions.toArray(UUID[]::new)))
                .stream()
                .collect(Collectors.toMap(ModerationRow::submissionId, Function.identity()));
        return submissions.stream()
                .distinct()
                .map(rows::get)
                .filter(Objects::nonNull)
                .toList();
    }

    /** What was decided and noted, for whoever sees the submission. */
    ModerationNotes notes(UUID submission) {
        var values = Map.of("id", submission);
        if (reader.one(Boolean.class, "select true from submission where id = :id", values)
                .isEmpty()) {
            throw Problems.notFound();
        }
        return new ModerationNotes(
                submission,
                reader.list(ModerationView.Decided.class, """
                    select revision, decision, note, person_id, decided_at from moderation_decision
                    where submission_id = :id order by revision\
                    """, values),
                reader.list(ModerationView.Noted.class, """
                    select revision, line, field, note from moderation_note
                    where submission_id = :id order by revision, number\
                    """, values));
    }

    /** What waits for the caller: as a moderator to decide, as an R&D lead to assign. */
    Page<ModerationRow> queue(Parameters parameters) {
        var status = parameters.oneOf("status", SubmissionStatus.class).orElse(SubmissionStatus.SUBMITTED);
        return Listing.of(ModerationRow.class, COLUMNS, TABLES)
                .id("s.id")
                .where("""
                    s.id = any((select actor_moderated_submission_ids())::uuid[])
                    or s.project_id in (select id from actor_overseen_projects() where role = 'RD_LEAD')\
                    """)
                .where("s.status = :status")
                .bind("status", status.name())
                .where("s.project_id = :projectId", "projectId", parameters.id("projectId"))
                .where(
                        "exists (select from moderation_assignment a where a.submission_id = s.id) = :assigned",
                        "assigned",
                        parameters.flag("assigned"))
                .sortable("changedAt", "s.changed_at", "timestamptz")
                .page(reader, parameters);
    }
}
