package org.trellis.evidence.submission.narrative;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.trellis.evidence.submission.Submissions;
import org.trellis.identity.Actor;
import org.trellis.identity.Reader;
import org.trellis.identity.Writer;
import org.trellis.outbox.Changes;
import org.trellis.problem.Problems;

/** Decisions about texts: who releases a pupil's, and who clears one to be shared. */
@ApplicationScoped
class PassageService {
    private record Held(UUID submissionId, String content, boolean byPupil, boolean released, boolean dropped) {}

    private record Roles(Set<String> roles) {}

    private final Submissions submissions;
    private final PassageQueries queries;
    private final Passages passages;
    private final Changes changes;
    private final Reader reader;
    private final Writer writer;
    private final Actor actor;

    PassageService(
            Submissions submissions,
            PassageQueries queries,
            Passages passages,
            Changes changes,
            Reader reader,
            Writer writer,
            Actor actor) {
        this.submissions = submissions;
        this.queries = queries;
        this.passages = passages;
        this.changes = changes;
        this.reader = reader;
        this.writer = writer;
        this.actor = actor;
    }

    @Transactional
    UUID move(UUID id, PassageTransition transition) {
        var seen = queries.view(id);
        var submission = submissions.locked(seen.submissionId()).orElseThrow(Problems::notFound);
        var roles = reader.one(
                        Roles.class, """
                        select case when cast(:school as uuid) = any(actor_safeguarded_school_ids())
                                    then array['SAFEGUARDING_LEAD'] else '{}' end
                               || actor_organisation_roles(:school) as roles\
                        """, Map.of("school", seen.organisation().id()))
                .orElseThrow()
                .roles();
        var text = writer.one(Held.class, """
                        select submission_id, content, by_pupil, released_at is not null as released,
                               dropped_at is not null as dropped
                        from passage where id = :id\
                        """, Map.of("id", id)).orElseThrow(Problems::notFound);
        switch (transition.action()) {
            case RELEASE -> release(text, roles);
            case CLEAR -> clear(id, text, roles, transition);
        }
        changes.record(submission, submission.holdsTexts(passages.held(submission.id())));
        return id;
    }

    /** The same text in another revision is released with it. */
    private void release(Held text, Set<String> roles) {
        if (!roles.contains("SAFEGUARDING_LEAD")) {
            throw Problems.forbidden("What a pupil wrote is released by the school's safeguarding lead");
        }
        if (!text.byPupil() || text.released()) {
            throw Problems.conflict("passage-not-held", "It is not held back");
        }
        writer.run("""
                update passage set released_at = now(), released_by = cast(:by as jsonb)
                where submission_id = :submission and by_pupil and content = :content and released_at is null\
                """, Map.of("submission", text.submissionId(), "content", text.content(), "by", actor.json()));
    }

    private void clear(UUID id, Held text, Set<String> roles, PassageTransition transition) {
        if (!roles.contains("SCHOOL_LEAD") && !roles.contains("TRUST_TEAM") && !roles.contains("SAFEGUARDING_LEAD")) {
            throw Problems.forbidden("Texts are cleared by the school's lead, its trust or its safeguarding lead");
        }
        if (text.dropped()) {
            throw Problems.conflict("passage-dropped", "It is no longer part of what is handed in");
        }
        if (text.byPupil() && !text.released()) {
            throw Problems.conflict("passage-held", "The safeguarding lead has not released it");
        }
        var values = new HashMap<String, Object>(Map.of("id", id, "personal", transition.personalData()));
        values.put("by", actor.json());
        writer.run("""
                update passage set personal_data = :personal, cleared_at = now(), cleared_by = cast(:by as jsonb)
                where id = :id\
                """, values);
        writer.run("delete from shared_passage where id = :id", values);
        var wording = transition.personalData() ? transition.wording() : text.content();
        if (wording != null) {
            values.put("wording", wording);
            writer.run("""
                    insert into shared_passage (id, submission_id, place, kind, by_pupil, received_at, wording)
                    select id, submission_id, place, kind, by_pupil, received_at, :wording from passage where id = :id\
                    """, values);
        }
    }
}
