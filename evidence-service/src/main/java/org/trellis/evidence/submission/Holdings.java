package org.trellis.evidence.submission;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.trellis.evidence.score.CategoryCounts;
import org.trellis.evidence.score.Frame;
import org.trellis.evidence.score.Line;
import org.trellis.evidence.score.NewCount;
import org.trellis.evidence.score.Refusals;
import org.trellis.evidence.score.ScoreCheck;
import org.trellis.evidence.score.Scores;
import org.trellis.evidence.submission.content.ContentCheck;
import org.trellis.evidence.submission.content.Contents;
import org.trellis.evidence.submission.content.Facts;
import org.trellis.evidence.submission.content.Parts;
import org.trellis.evidence.submission.content.Survey;
import org.trellis.evidence.submission.narrative.Passages;
import org.trellis.evidence.submission.narrative.Text;
import org.trellis.problem.Problems;

/** What submissions hold, scores or content, on its way from a draft to an accepted revision. */
@ApplicationScoped
class Holdings {
    private final Scores scores;
    private final CategoryCounts categoryCounts;
    private final Contents contents;
    private final ContentCheck check;
    private final Passages passages;

    Holdings(Scores scores, CategoryCounts categoryCounts, Contents contents, ContentCheck check, Passages passages) {
        this.scores = scores;
        this.categoryCounts = categoryCounts;
        this.contents = contents;
        this.check = check;
        this.passages = passages;
    }

    /** What a body holds, taken apart; null of scores. */
    Parts parts(NewSubmission body) {
        if (body.content() == null) {
            return null;
        }
        var parts = check.of(
                body.content(), new ContentCheck.Place(body.organisationId(), body.projectId(), body.cycleId()));
        if (parts.texts().stream().anyMatch(text -> text.byPupil()) && !passages.readFirst(body.organisationId())) {
            throw Problems.conflict(
                    "safeguarding-lead-missing",
                    "What pupils write goes to the school's safeguarding lead first, and none is appointed");
        }
        return parts;
    }

    Facts facts(Parts parts) {
        return parts == null ? Facts.NONE : parts.facts();
    }

    SubmissionEvent fill(Submission submission, NewSubmission body, Parts parts) {
        passages.put(submission.id(), submission.revision(), texts(body, parts));
        if (parts == null) {
            return fill(submission, Line.of(body.scores()), new Refusals());
        }
        contents.put(submission.id(), parts);
        if (parts.facts().feedsMeasure() && parts.form() instanceof Survey survey) {
            count(submission, survey, parts.tallies());
        }
        return submission.holdsTexts(passages.held(submission.id()));
    }

    /** A title is cleared as they are; what is for a teacher's development stays whole, for those who read it. */
    private static List<Text> texts(NewSubmission body, Parts parts) {
        var texts = new ArrayList<Text>(parts == null ? List.of() : parts.texts());
        if (body.title() != null && !body.title().isBlank() && !body.type().development()) {
            texts.add(Text.title(body.title()));
        }
        return texts;
    }

    SubmissionEvent fill(Submission submission, List<Line> lines, Refusals refusals) {
        var frame = scores.frame(
                submission.id(), submission.organisationId(), submission.projectId(), submission.cycleId());
        var good = ScoreCheck.of(lines, frame, refusals);
        refusals.check();
        scores.put(submission.id(), submission.revision(), good);
        return submission.holds(scores.counts(submission.id()));
    }

    /** Of the questions that are counted for measures, those count by which the project measures its success. */
    private void count(Submission submission, Survey survey, List<Parts.Tally> tallies) {
        var frame = scores.frame(
                submission.id(), submission.organisationId(), submission.projectId(), submission.cycleId());
        var planned = frame.measures().stream()
                .collect(Collectors.toMap(Frame.Planned::code, Frame.Planned::id, (first, _) -> first));
        var counts = tallies.stream()
                .filter(tally -> planned.containsKey(tally.measure()))
                .map(tally -> new NewCount(
                        survey.cohortId(),
                        planned.get(tally.measure()),
                        survey.point(),
                        tally.value(),
                        tally.people(),
                        survey.takenOn()))
                .toList();
        categoryCounts.put(submission.id(), submission.revision(), counts, frame);
        submission.holds(scores.counts(submission.id()));
    }

    /** What was returned is handed in as the next revision. */
    void renumber(Submission submission, int before) {
        if (submission.revision() == before) {
            return;
        }
        scores.renumber(submission.id(), submission.revision());
        contents.renumber(submission.id(), before, submission.revision());
    }

    /** What nobody moderates counts as handed in. */
    void accept(Submission submission) {
        contents.accept(submission.id(), submission.revision());
    }

    void reopen(Submission submission) {
        scores.reopen(submission.id(), submission.acceptedRevision(), submission.revision());
        contents.reopen(submission.id(), submission.acceptedRevision(), submission.revision());
    }

    void discard(UUID submission) {
        scores.discardDraft(submission);
        contents.discardDraft(submission);
    }
}
