package org.trellis.evidence.instrument;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trellis.problem.Violation;

/** Judges whether a form hangs together, so that it can be published and answered. */
final class DefinitionCheck {
    /** A measure that a rating may be counted for. */
    record Known(String code, String about, BigDecimal minimum, BigDecimal maximum) {}

    private final Definition definition;
    private final About about;
    private final Map<String, Known> measures;
    private final List<Violation> found = new ArrayList<>();

    /** What the form and its measures are about must agree. */
    record About(String code) {}

    private DefinitionCheck(Definition definition, About about, List<Known> measures) {
        this.definition = definition;
        this.about = about;
        this.measures = measures.stream().collect(Collectors.toMap(Known::code, Function.identity()));
    }

    /** @param measures that are known, of those it names @return everything that is wrong */
    static List<Violation> of(Definition definition, About about, List<Known> measures) {
        var check = new DefinitionCheck(definition, about, measures);
        check.scales();
        check.countedOnce();
        for (int i = 0; i < definition.questions().size(); i++) {
            check.question(i);
        }
        return check.found;
    }

    private void scales() {
        once("$.definition.scales", definition.scales().stream().map(Scale::id).toList());
        for (int i = 0; i < definition.scales().size(); i++) {
            var values = definition.scales().get(i).steps().stream()
                    .map(Scale.Step::value)
                    .toList();
            once("$.definition.scales[" + i + "].steps", values);
        }
        once(
                "$.definition.questions",
                definition.questions().stream().map(Question::id).toList());
    }

    /** Nobody is counted twice for a measure. */
    private void countedOnce() {
        var counted = new HashSet<String>();
        for (int i = 0; i < definition.questions().size(); i++) {
            if (definition.questions().get(i) instanceof Question.Rating rating
                    && rating.measure() != null
                    && !counted.add(rating.measure())) {
                note("$.definition.questions[" + i + "].measure", "is counted by another question");
            }
        }
    }

    private void question(int i) {
        var at = "$.definition.questions[" + i + "]";
        var question = definition.questions().get(i);
        switch (question) {
            case Question.Rating rating -> rating(rating, at);
            case Question.Choice choice -> options(choice.options(), at);
            case Question.Choices choices -> options(choices.options(), at);
            case Question.Grade grade -> options(grade.options(), at);
            case Question.Amount amount -> {
                if (amount.minimum().compareTo(amount.maximum()) >= 0) {
                    note(at + ".minimum", "must be below the maximum");
                }
            }
            case Question.Words _ -> {
                // its length is all there is to say
            }
        }
        if (question.showIf() != null) {
            condition(question.showIf(), definition.questions().subList(0, i), at + ".showIf");
        }
    }

    private void rating(Question.Rating rating, String at) {
        var scale = definition.scale(rating.scale());
        if (scale.isEmpty()) {
            note(at + ".scale", "is not a scale of this instrument");
        }
        if (rating.measure() == null) {
            return;
        }
        var measure = measures.get(rating.measure());
        if (measure == null) {
            note(at + ".measure", "is not a measure for all, nor one of this alliance");
        } else if (!measure.about().equals(about.code())) {
            note(at + ".measure", "is about " + measure.about() + ", the instrument about " + about.code());
        } else {
            scale.ifPresent(steps -> steps.steps().stream()
                    .map(step -> BigDecimal.valueOf(step.value()))
                    .filter(value -> value.compareTo(measure.minimum()) < 0 || value.compareTo(measure.maximum()) > 0)
                    .findFirst()
                    .ifPresent(value -> note(at + ".scale", "has the step " + value + ", which the measure has not")));
        }
    }

    private void options(List<Option> options, String at) {
        once(at + ".options", options.stream().map(Option::code).toList());
    }

    private void condition(Condition condition, List<Question> earlier, String at) {
        var asked = earlier.stream()
                .filter(q -> q.id().equals(condition.question()))
                .findFirst();
        if (asked.isEmpty()) {
            note(at + ".question", "must be an earlier question");
            return;
        }
        var possible = possible(asked.get());
        for (int i = 0; i < condition.values().size(); i++) {
            if (!possible.contains(condition.values().get(i))) {
                note(at + ".values[" + i + "]", "is not an answer to that question");
            }
        }
    }

    /** What can be branched on; numbers and texts cannot. */
    private List<String> possible(Question question) {
        return switch (question) {
            case Question.Rating rating ->
                definition
                        .scale(rating.scale())
                        .map(scale -> scale.steps().stream()
                                .map(step -> Integer.toString(step.value()))
                                .toList())
                        .orElse(List.of());
            case Question.Choice choice ->
                choice.options().stream().map(Option::code).toList();
            case Question.Choices choices ->
                choices.options().stream().map(Option::code).toList();
            case Question.Grade grade ->
                grade.options().stream().map(Option::code).toList();
            case Question.Amount _, Question.Words _ -> List.of();
        };
    }

    private void once(String at, List<?> ids) {
        var seen = new HashSet<>();
        for (int i = 0; i < ids.size(); i++) {
            if (!seen.add(ids.get(i))) {
                note(at + "[" + i + "]", "is there twice");
            }
        }
    }

    private void note(String path, String message) {
        found.add(Violation.body(path, message));
    }
}
