package org.trellis.evidence.moderation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.trellis.evidence.completeness.Completeness;
import org.trellis.evidence.outcome.Cause;
import org.trellis.evidence.outcome.Cells;
import org.trellis.evidence.score.Scores;
import org.trellis.evidence.submission.Submission;
import org.trellis.evidence.submission.SubmissionEvent;
import org.trellis.evidence.submission.Submissions;
import org.trellis.identity.Actor;
import org.trellis.identity.Reader;
import org.trellis.identity.Writer;
import org.trellis.outbox.Changes;
import org.trellis.outbox.Ids;
import org.trellis.problem.Problems;

/** Commands of those who check what schools hand in. */
@ApplicationScoped
class ModerationService {
    private final Submissions submissions;
    private final Scores scores;
    private final Cells cells;
    private final Completeness completeness;
    private final Changes changes;
    private final Reader reader;
    private final Writer writer;
    private final Actor actor;

    ModerationService(
            Submissions submissions,
            Scores scores,
            Cells cells,
            Completeness completeness,
            Changes changes,
            Reader reader,
            Writer writer,
            Actor actor) {
        this.submissions = submissions;
        this.scores = scores;
        this.cells = cells;
        this.completeness = completeness;
        this.changes = changes;
        this.reader = reader;
        this.writer = writer;
        this.actor = actor;
    }

    @Transactional
    UUID assign(UUID id, NewAssignment body) {
        submissions.load(id).as("Moderators are assigned by the alliance's R&D lead", "RD_LEAD");
        if (!holds("exists (select from person where id = :person and not gone)", id, body.personId())) {
            throw Problems.referencePending("$.personId");
        }
        if (holds("holds_appointment_at_school(:person, :submission)", id, body.personId())) {
            throw Problems.conflict(
                    "moderator-of-own-school", "Nobody moderates evidence of a school where they hold an appointment");
        }
        if (!holds("may_moderate(:person, :submission)", id, body.personId())) {
            throw Problems.conflict("not-a-moderator", "This person is no moderator of an alliance of the project");
        }
        writer.run("""
                insert into moderation_assignment (id, submission_id, person_id, assigned_by)
                values (:id, :submission, :person, cast(:by as jsonb))\
                """, Map.of("id", Ids.next(), "submission", id, "person", body.personId(), "by", actor.json()));
        return id;
    }

    private boolean holds(String question, UUID submission, UUID person) {
        return writer.one(
                        Boolean.class,
                        "select " + question + " from (values (cast(:submission as uuid))) asked (submission)",
                        Map.of("submission", submission, "person", person))
                .orElseThrow();
    }

    /** The submission's lock lets one moderator at a time decide; whoever comes second finds it decided. */
    @Transactional
    UUID decide(UUID id, NewDecision body) {
        var submission = submissions
                .load(id)
                .as("It is decided by a moderator to whom it is assigned, from another school", "MODERATOR");
        if (body.revision() != null && body.revision() != submission.revision()) {
            throw Problems.conflict("another-revision", "Revision " + submission.revision() + " waits by now");
        }
        switch (body.decision()) {
            case RETURN -> changes.record(submission, decided(submission, submission.giveBack(), body));
            case ACCEPT -> accept(submission, body);
        }
        completeness.follow(submission.projectId(), submission.organisationId());
        return id;
    }

    private void accept(Submission submission, NewDecision body) {
        var counted = submission.acceptedRevision();
        var accepted = decided(submission, submission.accept(), body);
        var measures = scores.measures(submission.id());
        cells.lock(submission.cycleId(), measures);
        int elsewhere = scores.countedElsewhere(submission.id());
        if (elsewhere > 0) {
            throw Problems.conflict(
                    "scores-count-elsewhere", elsewhere + " of its scores count already in another submission");
        }
        scores.accept(submission.id(), submission.revision());
        changes.record(submission, accepted);
        cells.follow(
                submission.id(),
                Stream.of(counted, submission.revision())
                        .filter(Objects::nonNull)
                        .toList(),
                submission.cycleId(),
                measures,
                counted == null ? Cause.ACCEPTED : Cause.AMENDED);
    }

    private SubmissionEvent decided(Submission submission, SubmissionEvent event, NewDecision body) {
        var values = new HashMap<String, Object>();
        values.put("submission", submission.id());
        values.put("revision", submission.revision());
        values.put("decision", body.decision().name());
        values.put("note", body.note());
        values.put("person", assigned(submission.id()));
        writer.run("""
                insert into moderation_decision (submission_id, revision, decision, note, person_id)
                values (:submission, :revision, :decision, :note, :person)\
                """, values);
        return event;
    }

    /** Who of the assigned the caller is. */
    private UUID assigned(UUID submission) {
        List<UUID> mine = reader.list(UUID.class, """
                select person_id from moderation_assignment
                where submission_id = :id and person_id = any(actor_person_ids())\
                """, Map.of("id", submission));
        return mine.getFirst();
    }
}
