package org.trellis.evidence.moderation;

import io.quarkiverse.resteasy.problem.HttpProblem;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.trellis.evidence.completeness.Completeness;
import org.trellis.evidence.completeness.Completeness.School;
import org.trellis.evidence.outcome.Cause;
import org.trellis.evidence.outcome.Cells;
import org.trellis.evidence.score.Scores;
import org.trellis.evidence.submission.Submission;
import org.trellis.evidence.submission.SubmissionEvent;
import org.trellis.evidence.submission.Submissions;
import org.trellis.evidence.submission.content.Contents;
import org.trellis.identity.Reader;
import org.trellis.identity.Writer;
import org.trellis.outbox.Changes;
import org.trellis.problem.Problems;
import org.trellis.problem.Violation;

/** What moderators decide: each revision once. */
@ApplicationScoped
class Decisions {
    private static final Comparator<UUID> AS_IN_POSTGRESQL = Comparator.comparing(UUID::toString);

    private record Deciding(Submission submission, UUID person, NewDecision decision) {}

    private final Submissions submissions;
    private final Assignments assignments;
    private final Scores scores;
    private final Contents contents;
    private final Cells cells;
    private final Completeness completeness;
    private final Changes changes;
    private final Reader reader;
    private final Writer writer;

    Decisions(
            Submissions submissions,
            Assignments assignments,
            Scores scores,
            Contents contents,
            Cells cells,
            Completeness completeness,
            Changes changes,
            Reader reader,
            Writer writer) {
        this.submissions = submissions;
        this.assignments = assignments;
        this.scores = scores;
        this.contents = contents;
        this.cells = cells;
        this.completeness = completeness;
        this.changes = changes;
        this.reader = reader;
        this.writer = writer;
    }

    /** The submission's lock lets one moderator at a time decide; whoever comes second finds it decided. */
    @Transactional
    UUID decide(UUID id, NewDecision body) {
        apply(List.of(deciding(id, body)));
        return id;
    }

    /** All of them or none; names each that a rule refuses. */
    @Transactional
    UUID decide(NewDecisions body) {
        var deciding = new ArrayList<Deciding>();
        var refused = new ArrayList<Violation>();
        var seen = new TreeSet<UUID>(AS_IN_POSTGRESQL);
        for (var one : body.decisions().stream()
                .sorted(Comparator.comparing(NewDecisions.One::submissionId, AS_IN_POSTGRESQL))
                .toList()) {
            var place = "$.decisions[" + body.decisions().indexOf(one) + "]";
            try {
                if (seen.add(one.submissionId())) {
                    var decision = new NewDecision(one.decision(), one.revision(), one.note(), List.of());
                    deciding.add(deciding(one.submissionId(), decision));
                } else {
                    refused.add(Violation.body(place, "decides on a submission that is there before"));
                }
            } catch (HttpProblem e) {
                refused.add(Violation.body(place, e.getDetail()));
            }
        }
        if (!refused.isEmpty()) {
            throw Problems.refused("decisions-refused", refused);
        }
        apply(deciding);
        return body.decisions().getFirst().submissionId();
    }

    private Deciding deciding(UUID id, NewDecision body) {
        var submission = submissions
                .load(id)
                .as("It is decided by a moderator to whom it is assigned, from another school", "MODERATOR");
        submission.requireWaiting();
        if (body.revision() != null && body.revision() != submission.revision()) {
            throw Problems.conflict("another-revision", "Revision " + submission.revision() + " waits by now");
        }
        var person = assigned(id);
        if (askedBy(person, submission)) {
            throw Problems.conflict(
                    "second-opinion-awaited", "Whoever asked for a second opinion leaves the decision to another one");
        }
        return new Deciding(submission, person, body);
    }

    /** Locks all that is to be computed anew before anything is read, in one order for all. */
    private void apply(List<Deciding> all) {
        Map<UUID, TreeSet<UUID>> touched = new TreeMap<>(AS_IN_POSTGRESQL);
        all.stream()
                .filter(Decisions::accepts)
                .forEach(d -> touched.computeIfAbsent(d.submission().cycleId(), _ -> new TreeSet<>(AS_IN_POSTGRESQL))
                        .addAll(scores.measures(d.submission().id())));
        touched.forEach((cycle, measures) -> cells.lock(cycle, List.copyOf(measures)));
        all.forEach(d -> {
            if (accepts(d)) {
                accept(d);
            } else {
                changes.record(d.submission(), decided(d, d.submission().giveBack()));
            }
        });
        completeness.follow(all.stream()
                .map(d -> new School(d.submission().projectId(), d.submission().organisationId()))
                .distinct()
                .toList());
    }

    private static boolean accepts(Deciding d) {
        return d.decision().decision() == NewDecision.Decision.ACCEPT;
    }

    private void accept(Deciding d) {
        var submission = d.submission();
        var counted = submission.acceptedRevision();
        var accepted = decided(d, submission.accept());
        var measures = scores.measures(submission.id());
        int elsewhere = scores.countedElsewhere(submission.id());
        if (elsewhere > 0) {
            throw Problems.conflict(
                    "scores-count-elsewhere", elsewhere + " of its scores count already in another submission");
        }
        scores.accept(submission.id(), submission.revision());
        contents.accept(submission.id(), submission.revision());
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

    private SubmissionEvent decided(Deciding d, SubmissionEvent event) {
        var values = new HashMap<String, Object>();
        values.put("submission", d.submission().id());
        values.put("revision", d.submission().revision());
        values.put("decision", d.decision().decision().name());
        values.put("note", d.decision().note());
        values.put("person", d.person());
        writer.run("""
            insert into moderation_decision (submission_id, revision, decision, note, person_id)
            values (:submission, :revision, :decision, :note, :person)\
            """, values);
        int number = 0;
        for (var note : d.decision().notes()) {
            values.put("number", number++);
            values.put("line", note.line());
            values.put("field", note.field());
            values.put("text", note.note());
            writer.run("""
                insert into moderation_note (submission_id, revision, number, line, field, note)
                values (:submission, :revision, :number, :line, :field, :text)\
                """, values);
        }
        return event;
    }

    /** A moderator who is unsure leaves the decision on this revision to another one, who is asked at once. */
    @Transactional
    UUID askForSecondOpinion(UUID id, NewSecondOpinion body) {
        var submission = submissions
                .load(id)
                .as("It is for a moderator to whom it is assigned, from another school", "MODERATOR");
        assignments.spread(submission);
        var values = new HashMap<String, Object>();
        values.put("submission", id);
        values.put("revision", submission.revision());
        values.put("person", assigned(id));
        values.put("note", body.note());
        writer.run("""
            insert into second_opinion (submission_id, revision, person_id, note)
            values (:submission, :revision, :person, :note)\
            """, values);
        return id;
    }

    private boolean askedBy(UUID person, Submission submission) {
        return writer.one(
                        Boolean.class,
                        """
                        select exists (select from second_opinion
                                       where submission_id = :id and revision = :revision and person_id = :person)\
                        """,
                        Map.of("id", submission.id(), "revision", submission.revision(), "person", person))
                .orElseThrow();
    }

    /** Who of the assigned the caller is. */
    private UUID assigned(UUID submission) {
        return reader.list(UUID.class, """
            select person_id from moderation_assignment
            where submission_id = :id and person_id = any(actor_person_ids())\
            """, Map.of("id", submission)).getFirst();
    }
}
