package org.trellis.evidence.instrument;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Optional;
import org.trellis.evidence.reference.WithoutUpn;

/** A form as a front end renders it, question by question in their order. */
public record Definition(
        @Size(max = 4000) @WithoutUpn String introduction,
        @Size(max = 20) List<@NotNull @Valid Scale> scales,
        @NotEmpty @Size(max = 200) List<@NotNull @Valid Question> questions) {

    public Definition {
        scales = scales == null ? List.of() : scales;
    }

    Optional<Scale> scale(String id) {
        return scales.stream().filter(scale -> scale.id().equals(id)).findFirst();
    }

    /** A rating's steps, as options with digits for codes. */
    public List<Option> steps(Question.Rating rating) {
        return scale(rating.scale()).orElseThrow().steps().stream()
                .map(step -> new Option(Integer.toString(step.value()), step.label()))
                .toList();
    }

    /** Whether it judges somebody's practice by a grade. */
    @JsonIgnore
    public boolean isGraded() {
        return questions.stream().anyMatch(Question.Grade.class::isInstance);
    }

    /** Questions whose answers are counted for a measure. */
    @JsonIgnore
    public List<Question.Rating> getMeasuring() {
        return questions.stream()
                .filter(q -> q instanceof Question.Rating rating && rating.measure() != null)
                .map(Question.Rating.class::cast)
                .toList();
    }
}
