package org.trellis.evidence.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.UUID;
import org.trellis.evidence.submission.Submission;
import org.trellis.evidence.submission.Submissions;
import org.trellis.identity.Actor;
import org.trellis.identity.Writer;
import org.trellis.outbox.Ids;
import org.trellis.problem.Problems;

/** Who checks what: never somebody of the school itself, and spread over those who may. */
@ApplicationScoped
class Assignments {
    private static final String LEADS = "Moderators are assigned by the alliance's R&D lead";

    private final Submissions submissions;
    private final Writer writer;
    private final Actor actor;

    Assignments(Submissions submissions, Writer writer, Actor actor) {
        this.submissions = submissions;
        this.writer = writer;
        this.actor = actor;
    }

    @Transactional
    UUID assign(UUID id, NewAssignment body) {
        var submission = submissions.load(id).as(LEADS, "RD_LEAD");
        if (body.personId() == null) {
            spread(submission);
        } else {
            submission.requireWaiting();
            check(id, body.personId());
            insert(id, body.personId());
        }
        return id;
    }

    /** @return an id for the request as a whole */
    @Transactional
    UUID spread(NewAssignments body) {
        body.submissionIds().stream()
                .distinct()
                .sorted()
                .forEach(id -> spread(submissions.load(id).as(LEADS, "RD_LEAD")));
        return body.submissionIds().getFirst();
    }

    private void check(UUID id, UUID person) {
        if (!holds("exists (select from person where id = :person and not gone)", id, person)) {
            throw Problems.referencePending("$.personId");
        }
        if (holds("holds_appointment_at_school(:person, :submission)", id, person)) {
            throw Problems.conflict(
                    "moderator-of-own-school", "Nobody moderates evidence of a school where they hold an appointment");
        }
        if (!holds("may_moderate(:person, :submission)", id, person)) {
            throw Problems.conflict("not-a-moderator", "This person is no moderator of an alliance of the project");
        }
    }

    /** To whoever has least waiting. One at a time for a project, so that each counts what was assigned before. */
    void spread(Submission submission) {
        submission.requireWaiting();
        writer.one(
                Boolean.class,
                "select true from pg_advisory_xact_lock(hashtextextended(:name, 0))",
                Map.of("name", "moderators " + submission.projectId()));
        var next = writer.one(
                        NextModerator.class, "select next_moderator(:id) as person_id", Map.of("id", submission.id()))
                .map(NextModerator::personId);
        insert(
                submission.id(),
                next.orElseThrow(() -> Problems.conflict(
                        "no-moderator-free",
                        "None of the moderators of the project's alliances may check this and has not been asked to")));
    }

    private record NextModerator(UUID personId) {}

    private void insert(UUID submission, UUID person) {
        writer.run("""
            insert into moderation_assignment (id, submission_id, person_id, assigned_by)
            values (:id, :submission, :person, cast(:by as jsonb))\
            """, Map.of("id", Ids.next(), "submission", submission, "person", person, "by", actor.json()));
    }

    private boolean holds(String question, UUID submission, UUID person) {
        return writer.one(
                        Boolean.class,
                        "select " + question + " from (values (cast(:submission as uuid))) asked (submission)",
                        Map.of("submission", submission, "person", person))
                .orElseThrow();
    }
}
