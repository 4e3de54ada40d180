package org.trellis.evidence.moderation;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.trellis.evidence.Named;

/**
 * What a moderator judges a submission by: how much there is, how it is spread, what is missing, what lies far out, what is different from
 * the revision that counts. Never a row, never a reference.
 */
record ModerationView(
        UUID submissionId,
        String status,
        int revision,
        Integer acceptedRevision,
        List<Assigned> assignments,
        List<Decided> decisions,
        List<Noted> notes,
        List<SecondOpinion> secondOpinions,
        List<Spread> distributions,
        List<Gap> gaps,
        List<Outlier> outliers,
        Difference difference) {

    /** Who may decide. */
    record Assigned(UUID personId, Instant assignedAt) {}

    /** What was decided on a revision. */
    record Decided(int revision, String decision, String note, UUID personId, Instant decidedAt) {}

    /** What a moderator had to say of a line or a field. */
    record Noted(int revision, Integer line, String field, String note) {}

    /** Who left the decision on a revision to another moderator. */
    record SecondOpinion(int revision, UUID personId, String note, Instant askedAt) {}

    /** @param line the score's place in what was handed in, by which the school finds it */
    record Outlier(
            int line,
            @Nested("cohort") Named cohort,
            @Nested("measure") Named measure,
            String point,
            Side side) {}

    /**
     * The scores of a cohort at a point; figures of fewer than three would be single scores and are left out, those of
     * staff of fewer than five.
     */
    record Spread(
            @Nested("cohort") Named cohort,
            @Nested("measure") Named measure,
            String point,
            int n,
            Double mean,
            Double sd,
            Double minimum,
            Double lowerQuartile,
            Double median,
            Double upperQuartile,
            Double maximum) {}

    /**
     * Who has both scores and who only one, this submission and what counts already taken together.
     *
     * @param expected the cohort's size, where it is known
     */
    record Gap(
            @Nested("cohort") Named cohort,
            @Nested("measure") Named measure,
            String point,
            Integer expected,
            int paired,
            int baselineOnly,
            int laterOnly) {}

    /** Scores against the accepted revision. */
    record Difference(int added, int changed, int removed) {}
}
