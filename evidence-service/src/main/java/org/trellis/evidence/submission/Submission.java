package org.trellis.evidence.submission;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.trellis.evidence.score.Scores.Counts;
import org.trellis.outbox.Aggregate;
import org.trellis.problem.Problems;

/**
 * Evidence that a school hands in. Each time it is handed in it is a revision of its own, which one moderator accepts
 * or returns; the last accepted revision counts until another one is accepted, or the submission is withdrawn.
 */
@Entity
public class Submission extends Aggregate {
    private UUID organisationId;
    private UUID projectId;
    private UUID cycleId;

    @Enumerated(EnumType.STRING)
    private SubmissionType type;

    @Enumerated(EnumType.STRING)
    private SubmissionStatus status;

    @SuppressWarnings("UnusedVariable") // written here, shown by SubmissionQueries
    private String title;

    private int revision;
    private Integer acceptedRevision;
    private int scoreCount;

    @SuppressWarnings("UnusedVariable") // written here, shown by SubmissionQueries
    private int referenceCount;

    private String makerIssuer;
    private String makerSubject;
    private String bodyHash;

    @SuppressWarnings("UnusedVariable") // written here, shown by SubmissionQueries
    private Instant createdAt;

    /** For Hibernate. */
    protected Submission() {}

    Submission(UUID id, NewSubmission begun, Maker maker, String bodyHash) {
        super(id);
        organisationId = begun.organisationId();
        projectId = begun.projectId();
        cycleId = begun.cycleId();
        type = begun.type();
        status = SubmissionStatus.DRAFT;
        title = begun.title();
        revision = 1;
        this.bodyHash = bodyHash;
        makerIssuer = maker.issuer();
        makerSubject = maker.subject();
        createdAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    SubmissionEvent drafted() {
        return new SubmissionEvent.Drafted(state());
    }

    /** What it holds has changed. @throws io.quarkiverse.resteasy.problem.HttpProblem 409 unless it is a draft */
    SubmissionEvent holds(Counts counts) {
        requireOpen();
        scoreCount = counts.scores();
        referenceCount = counts.references();
        return new SubmissionEvent.Changed(state());
    }

    /** A draft sent whole again under its id. */
    void replacedBy(NewSubmission body, String hash) {
        requireOpen();
        if (!body.organisationId().equals(organisationId)
                || !body.projectId().equals(projectId)
                || !body.cycleId().equals(cycleId)
                || body.type() != type) {
            throw Problems.conflict(
                    "submission-stays-where-it-is", "A submission keeps its school, project, cycle and type");
        }
        title = body.title();
        bodyHash = hash;
    }

    /** What was returned is handed in again as the next revision, so that each is decided once. */
    SubmissionEvent submit() {
        requireOpen();
        if (scoreCount == 0) {
            throw Problems.conflict("submission-empty", "There are no scores to hand in");
        }
        if (status == SubmissionStatus.RETURNED) {
            revision++;
        }
        status = SubmissionStatus.SUBMITTED;
        return new SubmissionEvent.Received(state());
    }

    public SubmissionEvent accept() {
        requireWaiting();
        status = SubmissionStatus.ACCEPTED;
        acceptedRevision = revision;
        return new SubmissionEvent.Accepted(state());
    }

    public SubmissionEvent giveBack() {
        requireWaiting();
        status = SubmissionStatus.RETURNED;
        return new SubmissionEvent.Returned(state());
    }

    /** Whoever opens the correction is its maker. */
    SubmissionEvent amend(Maker maker) {
        if (status != SubmissionStatus.ACCEPTED) {
            throw Problems.conflict("submission-not-accepted", "Only what was accepted can be amended");
        }
        status = SubmissionStatus.DRAFT;
        revision++;
        makerIssuer = maker.issuer();
        makerSubject = maker.subject();
        return new SubmissionEvent.Amended(state());
    }

    SubmissionEvent withdraw() {
        if (status == SubmissionStatus.WITHDRAWN) {
            throw Problems.conflict("submission-withdrawn", "It is withdrawn already");
        }
        status = SubmissionStatus.WITHDRAWN;
        acceptedRevision = null;
        return new SubmissionEvent.Withdrawn(state());
    }

    void requireOpen() {
        if (!status.open()) {
            throw Problems.conflict("submission-not-open", "It is " + status + ", so it cannot be changed now");
        }
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 409 unless a moderator is to decide now */
    public void requireWaiting() {
        if (status != SubmissionStatus.SUBMITTED) {
            throw Problems.conflict("submission-not-waiting", "It is " + status + ", so there is nothing to decide");
        }
    }

    private SubmissionEvent.State state() {
        return new SubmissionEvent.State(
                id(), organisationId, projectId, cycleId, type, status, revision, acceptedRevision);
    }

    boolean madeBy(Maker maker) {
        return maker.issuer().equals(makerIssuer) && maker.subject().equals(makerSubject);
    }

    boolean madeFrom(String hash) {
        return bodyHash.equals(hash);
    }

    public UUID organisationId() {
        return organisationId;
    }

    public UUID projectId() {
        return projectId;
    }

    public UUID cycleId() {
        return cycleId;
    }

    public int revision() {
        return revision;
    }

    /** What counts; null where nothing does. */
    public Integer acceptedRevision() {
        return acceptedRevision;
    }

    SubmissionStatus status() {
        return status;
    }

    /** Who puts a draft together, as the token names them. */
    record Maker(String issuer, String subject) {}
}
