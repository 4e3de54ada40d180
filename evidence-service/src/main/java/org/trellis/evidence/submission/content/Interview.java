package org.trellis.evidence.submission.content;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.PastOrPresent;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import org.trellis.evidence.measure.About;
import org.trellis.evidence.reference.WithoutUpn;
import org.trellis.evidence.submission.SubmissionType;

/**
 * What was said in an interview or a focus group.
 *
 * @param with whom; what pupils say goes to the safeguarding lead first
 */
public record Interview(
        @NotNull Form form,
        @NotNull About with,
        @NotNull @PastOrPresent LocalDate heldOn,
        @NotNull @Min(1) @Max(60) Integer participants,
        @Min(1) @Max(600) Integer minutes,
        @NotEmpty @Size(max = 50) List<@NotNull @Valid Theme> themes,
        @Size(max = 200) List<@NotNull @Valid Quote> quotes,
        @Valid Recording recording)
        implements Content {
    private static final int LONGEST_KEPT_YEARS = 2;

    public Interview {
        quotes = quotes == null ? List.of() : quotes;
    }

    /** How it was held. */
    public enum Form {
        INTERVIEW,
        FOCUS_GROUP
    }

    /** What came up. */
    public record Theme(
            @NotBlank @Size(max = 200) @WithoutUpn String title,
            @Size(max = 4000) @WithoutUpn String summary) {}

    /** What somebody said, in their words. @param theme the title of one of the themes */
    public record Quote(
            @NotBlank @Size(max = 2000) @WithoutUpn String words,
            @Size(max = 200) @WithoutUpn String theme) {}

    /** @param consents how many agreed to it @param keepUntil when it is destroyed at the latest */
    public record Recording(
            @NotNull @Min(1) Integer consents, @NotNull LocalDate keepUntil) {}

    @AssertTrue(message = "everybody who was recorded must have agreed: consents and participants differ")
    boolean isConsentedByAll() {
        return recording == null
                || recording.consents() == null
                || participants == null
                || recording.consents().equals(participants);
    }

    @AssertTrue(message = "a recording is kept until a day after it was made, at most two years on")
    boolean isRecordingEnding() {
        return recording == null
                || recording.keepUntil() == null
                || heldOn == null
                || recording.keepUntil().isAfter(heldOn)
                        && !recording.keepUntil().isAfter(heldOn.plusYears(LONGEST_KEPT_YEARS));
    }

    @AssertTrue(message = "an interview has one participant, or two; more are a focus group")
    boolean isFormOfItsSize() {
        return form != Form.INTERVIEW || participants == null || participants <= 2;
    }

    @Override
    public SubmissionType type() {
        return SubmissionType.INTERVIEW;
    }
}
