package org.trellis.evidence.submission;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.trellis.evidence.completeness.Completeness;
import org.trellis.evidence.measure.Measures;
import org.trellis.evidence.outcome.Cause;
import org.trellis.evidence.outcome.Cells;
import org.trellis.evidence.score.CategoryCounts;
import org.trellis.evidence.score.Line;
import org.trellis.evidence.score.NewCounts;
import org.trellis.evidence.score.Refusals;
import org.trellis.evidence.score.ScoreFile;
import org.trellis.evidence.score.Scores;
import org.trellis.evidence.submission.Submission.Maker;
import org.trellis.identity.Actor;
import org.trellis.identity.Writer;
import org.trellis.outbox.Changes;
import org.trellis.problem.Problems;
import org.trellis.problem.Violation;
import org.trellis.web.BodyHash;
import org.trellis.web.Versioned;

/** Commands of schools on their submissions. */
@ApplicationScoped
class SubmissionService {
    private static final String OWN = "That is for the school's own staff and its trust";
    private static final String AUTHORS = "Notes for a teacher's development are their author's";
    private static final String HEADS =
            "Evidence is withdrawn by the school's lead or its trust, a draft also by its maker";

    private final Submissions submissions;
    private final Places places;
    private final Holdings holdings;
    private final Scores scores;
    private final CategoryCounts categoryCounts;
    private final Measures measures;
    private final Cells cells;
    private final Completeness completeness;
    private final Changes changes;
    private final Writer writer;
    private final Actor actor;
    private final BodyHash hash;

    SubmissionService(
            Submissions submissions,
            Places places,
            Holdings holdings,
            Scores scores,
            CategoryCounts categoryCounts,
            Measures measures,
            Cells cells,
            Completeness completeness,
            Changes changes,
            Writer writer,
            Actor actor,
            BodyHash hash) {
        this.submissions = submissions;
        this.places = places;
        this.holdings = holdings;
        this.scores = scores;
        this.categoryCounts = categoryCounts;
        this.measures = measures;
        this.cells = cells;
        this.completeness = completeness;
        this.changes = changes;
        this.writer = writer;
        this.actor = actor;
        this.hash = hash;
    }

    @Transactional
    UUID begin(UUID id, NewSubmission body) {
        places.check(body);
        var parts = holdings.parts(body);
        var submission = new Submission(id, body, holdings.facts(parts), maker(), hash.value());
        submissions.persist(submission);
        holdings.fill(submission, body, parts);
        changes.record(submission, submission.drafted());
        return id;
    }

    /** @return true where the id was new */
    @Transactional
    boolean put(UUID id, NewSubmission body, String ifMatch) {
        if (id.version() != 4 && id.version() != 7) {
            throw Problems.invalid(new Violation("path", "id", "must be a UUID of version 4 or 7"));
        }
        // one at a time for an id, new ones included: a phone may send the same twice at once
        writer.one(
                Boolean.class,
                "select true from pg_advisory_xact_lock(hashtextextended(:id, 0))",
                Map.of("id", "submission " + id));
        if (submissions.locked(id).isEmpty()) {
            begin(id, body);
            return true;
        }
        var loaded = submissions.load(id);
        if (!loaded.submission().madeFrom(hash.value()) || !loaded.submission().madeBy(maker())) {
            replace(loaded, body, ifMatch);
        }
        return false;
    }

    private void replace(Submissions.Loaded loaded, NewSubmission body, String ifMatch) {
        var submission = owned(loaded);
        if (ifMatch == null) {
            throw Problems.stale();
        }
        Versioned.require(ifMatch, submission.version());
        var parts = holdings.parts(body);
        submission.replacedBy(body, holdings.facts(parts), hash.value());
        scores.discardDraft(submission.id());
        changes.record(submission, holdings.fill(submission, body, parts));
    }

    @Transactional
    UUID addScores(UUID id, List<Line> lines) {
        var submission = open(id);
        changes.record(submission, holdings.fill(submission, lines, new Refusals()));
        return id;
    }

    /** Answers of a survey without references. */
    @Transactional
    UUID addCounts(UUID id, NewCounts body) {
        var submission = open(id);
        var frame = scores.frame(
                submission.id(), submission.organisationId(), submission.projectId(), submission.cycleId());
        categoryCounts.put(submission.id(), submission.revision(), body.counts(), frame);
        changes.record(submission, submission.holds(scores.counts(submission.id())));
        return id;
    }

    @Transactional
    UUID addFile(UUID id, byte[] file) {
        var submission = open(id);
        var refusals = new Refusals();
        var lines = ScoreFile.read(file, refusals);
        changes.record(submission, holdings.fill(submission, lines, refusals));
        return id;
    }

    private Submission open(UUID id) {
        var submission = owned(submissions.load(id));
        submission.requireOpen();
        if (submission.type() != SubmissionType.SCORES) {
            throw Problems.conflict("submission-without-scores", "Only what is of type SCORES holds scores");
        }
        return submission;
    }

    private static Submission owned(Submissions.Loaded loaded) {
        return loaded.submission().type().development()
                ? loaded.as(AUTHORS, "MAKER")
                : loaded.as(OWN, "SCHOOL_STAFF", "TRUST_TEAM");
    }

    @Transactional
    UUID move(UUID id, Transition transition) {
        var loaded = submissions.load(id);
        switch (transition.action()) {
            case SUBMIT -> submit(owned(loaded));
            case AMEND -> amend(owned(loaded));
            case WITHDRAW -> withdraw(mayWithdraw(loaded));
        }
        if (loaded.submission().isModerated()) {
            completeness.follow(
                    loaded.submission().projectId(), loaded.submission().organisationId());
        }
        return id;
    }

    private void submit(Submission submission) {
        int before = submission.revision();
        var received = submission.submit(measures.cited(scores.measures(submission.id())));
        holdings.renumber(submission, before);
        changes.record(submission, received);
        if (!submission.isModerated()) {
            holdings.accept(submission);
        }
    }

    private void amend(Submission submission) {
        var amended = submission.amend(maker());
        holdings.reopen(submission);
        changes.record(submission, amended);
    }

    private static Submission mayWithdraw(Submissions.Loaded loaded) {
        return loaded.submission().acceptedRevision() == null
                ? loaded.as(HEADS, "SCHOOL_LEAD", "TRUST_TEAM", "HEAD", "MAKER")
                : loaded.as(HEADS, "SCHOOL_LEAD", "TRUST_TEAM", "HEAD");
    }

    /** Whoever calls this follows what is complete afterwards, once for all that it withdraws. */
    void withdraw(Submission submission) {
        var counted = submission.acceptedRevision();
        var withdrawn = submission.withdraw();
        var touched = scores.measures(submission.id());
        holdings.discard(submission.id());
        if (counted != null) {
            cells.lock(submission.cycleId(), touched);
        }
        changes.record(submission, withdrawn);
        if (counted != null) {
            cells.follow(submission.id(), List.of(counted), submission.cycleId(), touched, Cause.WITHDRAWN);
        }
    }

    private Maker maker() {
        return new Maker(actor.issuer(), actor.subject());
    }
}
