package org.trellis.evidence.instrument;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.DiscriminatorMapping;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.trellis.evidence.reference.WithoutUpn;

/** One thing that an instrument asks, with what an answer to it may be. */
@JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "type")
@JsonSubTypes({
    @JsonSubTypes.Type(value = Question.Rating.class, name = "RATING"),
    @JsonSubTypes.Type(value = Question.Choice.class, name = "CHOICE"),
    @JsonSubTypes.Type(value = Question.Choices.class, name = "CHOICES"),
    @JsonSubTypes.Type(value = Question.Amount.class, name = "NUMBER"),
    @JsonSubTypes.Type(value = Question.Words.class, name = "TEXT"),
    @JsonSubTypes.Type(value = Question.Grade.class, name = "GRADE")
})
@Schema(
        anyOf = {
            Question.Rating.class,
            Question.Choice.class,
            Question.Choices.class,
            Question.Amount.class,
            Question.Words.class,
            Question.Grade.class
        },
        discriminatorProperty = "type",
        discriminatorMapping = {
            @DiscriminatorMapping(value = "RATING", schema = Question.Rating.class),
            @DiscriminatorMapping(value = "CHOICE", schema = Question.Choice.class),
            @DiscriminatorMapping(value = "CHOICES", schema = Question.Choices.class),
            @DiscriminatorMapping(value = "NUMBER", schema = Question.Amount.class),
            @DiscriminatorMapping(value = "TEXT", schema = Question.Words.class),
            @DiscriminatorMapping(value = "GRADE", schema = Question.Grade.class)
        })
public sealed interface Question {
    String ID = "[A-Za-z][A-Za-z0-9_-]{0,39}";
    String ID_EXPECTED = "must be 1 to 40 letters, digits, hyphens and underscores, starting with a letter";

    String id();

    String label();

    boolean required();

    /** Null where it is always asked. */
    Condition showIf();

    /**
     * A step of a scale.
     *
     * @param scale its id
     * @param measure code of the measure for which the answers are counted by step; null where they are not
     */
    @Schema(name = "RatingQuestion")
    record Rating(
            @NotNull @Pattern(regexp = ID, message = ID_EXPECTED) @WithoutUpn
            String id,

            @NotBlank @Size(max = 500) @WithoutUpn String label,
            boolean required,
            @NotNull @WithoutUpn String scale,
            @WithoutUpn String measure,
            @Valid Condition showIf)
            implements Question {}

    /** One of several options. */
    @Schema(name = "ChoiceQuestion")
    record Choice(
            @NotNull @Pattern(regexp = ID, message = ID_EXPECTED) @WithoutUpn
            String id,

            @NotBlank @Size(max = 500) @WithoutUpn String label,
            boolean required,
            @NotNull @Size(min = 2, max = 50) List<@NotNull @Valid Option> options,
            @Valid Condition showIf)
            implements Question {}

    /** Any of several options. @param most how many; null for all */
    @Schema(name = "ChoicesQuestion")
    record Choices(
            @NotNull @Pattern(regexp = ID, message = ID_EXPECTED) @WithoutUpn
            String id,

            @NotBlank @Size(max = 500) @WithoutUpn String label,
            boolean required,
            @NotNull @Size(min = 2, max = 50) List<@NotNull @Valid Option> options,
            @Min(1) @Max(50) Integer most,
            @Valid Condition showIf)
            implements Question {}

    /** A number within bounds. */
    @Schema(name = "NumberQuestion")
    record Amount(
            @NotNull @Pattern(regexp = ID, message = ID_EXPECTED) @WithoutUpn
            String id,

            @NotBlank @Size(max = 500) @WithoutUpn String label,
            boolean required,
            @NotNull @Digits(integer = 6, fraction = 3) BigDecimal minimum,
            @NotNull @Digits(integer = 6, fraction = 3) BigDecimal maximum,
            boolean whole,
            @Size(max = 40) @WithoutUpn String unit,
            @Valid Condition showIf)
            implements Question {}

    /** Free text. @param longest in characters */
    @Schema(name = "TextQuestion")
    record Words(
            @NotNull @Pattern(regexp = ID, message = ID_EXPECTED) @WithoutUpn
            String id,

            @NotBlank @Size(max = 500) @WithoutUpn String label,
            boolean required,
            @NotNull @Min(1) @Max(4000) Integer longest,
            @Valid Condition showIf)
            implements Question {}

    /** A judgement of somebody's practice, which makes the instrument a graded one. */
    @Schema(name = "GradeQuestion")
    record Grade(
            @NotNull @Pattern(regexp = ID, message = ID_EXPECTED) @WithoutUpn
            String id,

            @NotBlank @Size(max = 500) @WithoutUpn String label,
            boolean required,
            @NotNull @Size(min = 2, max = 50) List<@NotNull @Valid Option> options,
            @Valid Condition showIf)
            implements Question {}
}
