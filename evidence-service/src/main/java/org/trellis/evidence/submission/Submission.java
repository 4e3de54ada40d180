package org.trellis.evidence.submission;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.trellis.evidence.measure.Measures.Cited;
import org.trellis.evidence.score.Scores.Counts;
import org.trellis.evidence.submission.content.Facts;
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
    private UUID allianceId;

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

    private List<String> levels;
    private String about;

    @SuppressWarnings("UnusedVariable") // written here, asked by the policies
    private UUID teacherId;

    private UUID instrumentId;
    private Integer instrumentEdition;

    @SuppressWarnings("UnusedVariable") // written here, asked by the policies
    private Integer staffGroup;

    @Enumerated(EnumType.STRING)
    @SuppressWarnings("UnusedVariable") // written here, shown by SubmissionQueries
    private ReferenceScope referenceScope;

    @SuppressWarnings("UnusedVariable") // written here, shown by SubmissionQueries
    private String referenceKeyId;

    private boolean feedsMeasure;
    private int heldTexts;
    private List<UUID> measureIds;
    private List<Integer> measureEditions;

    /** For Hibernate. */
    protected Submission() {}

    Submission(UUID id, NewSubmission begun, Facts facts, Maker maker, String bodyHash) {
        super(id);
        organisationId = begun.organisationId();
        projectId = begun.projectId();
        cycleId = begun.cycleId();
        allianceId = begun.allianceId();
        type = begun.type();
        status = SubmissionStatus.DRAFT;
        measureIds = List.of();
        measureEditions = List.of();
        describe(begun, facts);
        revision = 1;
        this.bodyHash = bodyHash;
        makerIssuer = maker.issuer();
        makerSubject = maker.subject();
        createdAt = Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    private void describe(NewSubmission body, Facts facts) {
        title = body.title();
        levels = body.levels().stream().map(Enum::name).toList();
        referenceScope = body.referenceScope();
        referenceKeyId = body.referenceKeyId();
        about = facts.about();
        teacherId = facts.teacherId();
        instrumentId = facts.instrumentId();
        instrumentEdition = facts.instrumentEdition();
        staffGroup = facts.staffGroup();
        feedsMeasure = facts.feedsMeasure();
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

    /** How many texts of pupils wait for the safeguarding lead. */
    public SubmissionEvent holdsTexts(int held) {
        heldTexts = held;
        return new SubmissionEvent.Changed(state());
    }

    /** A draft sent whole again under its id. */
    void replacedBy(NewSubmission body, Facts facts, String hash) {
        requireOpen();
        if (!body.organisationId().equals(organisationId)
                || !Objects.equals(body.projectId(), projectId)
                || !Objects.equals(body.cycleId(), cycleId)
                || !Objects.equals(body.allianceId(), allianceId)
                || body.type() != type) {
            throw Problems.conflict(
                    "submission-stays-where-it-is", "A submission keeps its school, project, cycle and type");
        }
        describe(body, facts);
        bodyHash = hash;
    }

    /**
     * What was returned is handed in again as the next revision, so that each is decided once. What feeds no measure
     * waits for nobody: it counts as handed in.
     *
     * @param cited by which editions of measures it is judged
     */
    SubmissionEvent submit(List<Cited> cited) {
        requireOpen();
        if (type == SubmissionType.SCORES && scoreCount == 0) {
            throw Problems.conflict("submission-empty", "There are no scores to hand in");
        }
        if (status == SubmissionStatus.RETURNED) {
            revision++;
        }
        measureIds = cited.stream().map(Cited::id).toList();
        measureEditions = cited.stream().map(Cited::edition).toList();
        status = SubmissionStatus.SUBMITTED;
        return isModerated() ? new SubmissionEvent.Received(state()) : accept();
    }

    /** Whether it feeds a measure, so that somebody from another school checks it. */
    boolean isModerated() {
        return type == SubmissionType.SCORES || feedsMeasure;
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
                id(),
                organisationId,
                projectId,
                cycleId,
                type,
                status,
                revision,
                acceptedRevision,
                allianceId,
                levels,
                about,
                instrumentId == null ? null : new Cited(instrumentId, instrumentEdition),
                IntStream.range(0, measureIds.size())
                        .mapToObj(i -> new Cited(measureIds.get(i), measureEditions.get(i)))
                        .toList(),
                heldTexts);
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

    SubmissionType type() {
        return type;
    }

    SubmissionStatus status() {
        return status;
    }

    /** Who puts a draft together, as the token names them. */
    record Maker(String issuer, String subject) {}
}
