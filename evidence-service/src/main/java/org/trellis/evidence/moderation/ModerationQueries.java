package org.trellis.evidence.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import org.trellis.evidence.submission.SubmissionStatus;
import org.trellis.identity.Reader;
import org.trellis.paging.Described;
import org.trellis.paging.Listing;
import org.trellis.paging.Lists;
import org.trellis.paging.Page;
import org.trellis.web.Parameters;

/** Questions about the queue. */
@ApplicationScoped
class ModerationQueries implements Described {
    private final Reader reader;

    ModerationQueries(Reader reader) {
        this.reader = reader;
    }

    @Override
    public void describe(Lists lists) {
        lists.collection("/v1/moderation", this::queue);
    }

    /** What waits for the caller: as a moderator to decide, as an R&D lead to assign. */
    Page<ModerationRow> queue(Parameters parameters) {
        var status = parameters.oneOf("status", SubmissionStatus.class).orElse(SubmissionStatus.SUBMITTED);
        return Listing.of(ModerationRow.class, """
                        s.id as submission_id, s.title, s.organisation_id, o.name as organisation_name, s.project_id,
                        p.title as project_name, s.status, s.revision, s.score_count as scores,
                        s.reference_count as references, s.changed_at,
                        s.id = any((select actor_moderated_submission_ids())::uuid[]) as mine,
                        (select count(*) from moderation_assignment a where a.submission_id = s.id) as assigned\
                        """, """
                        submission s left join organisation o on o.id = s.organisation_id
                        left join project p on p.id = s.project_id\
                        """)
                .id("s.id")
                .where("""
                    s.id = any((select actor_moderated_submission_ids())::uuid[])
                    or s.project_id in (select id from actor_overseen_projects() where role = 'RD_LEAD')\
                    """)
                .where("s.status = :status")
                .bind("status", status.name())
                .where("s.project_id = :projectId", "projectId", parameters.id("projectId"))
                .sortable("changedAt", "s.changed_at", "timestamptz")
                .page(reader, parameters);
    }
}
