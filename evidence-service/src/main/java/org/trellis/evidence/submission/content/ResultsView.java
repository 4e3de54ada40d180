package org.trellis.evidence.submission.content;

import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What a survey came to.
 *
 * @param responses how many answered; null where they are too few of another school
 * @param atLeast how many must have answered for this reader to be shown anything
 * @param withheld true where fewer did; there are no questions then
 */
public record ResultsView(
        UUID submissionId, Integer responses, int atLeast, boolean withheld, List<Question> questions) {

    /**
     * A question with its answers.
     *
     * @param answered how many answered it; null where they are too few to be shown, and so are its answers
     * @param mean of a rating or a number; null of all others
     */
    @Schema(name = "AnsweredQuestion")
    public record Question(String id, String label, Integer answered, Double mean, List<Count> answers) {}

    /** How many gave an answer. @param code a step of a scale, or an option */
    public record Count(String code, String label, int people) {}
}
