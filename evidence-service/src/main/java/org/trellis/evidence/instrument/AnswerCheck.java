package org.trellis.evidence.instrument;

import java.math.BigDecimal;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.trellis.evidence.reference.PupilReference;
import org.trellis.evidence.reference.Upn;
import org.trellis.problem.Violation;

/** Judges what was answered to a form: all of it, whatever is wrong. */
public final class AnswerCheck {
    private final Definition definition;
    private final Map<String, ?> answers;
    private final String at;
    private final List<Violation> found;
    private final Map<String, Set<String>> given = new HashMap<>();

    private AnswerCheck(Definition definition, Map<String, ?> answers, String at, List<Violation> found) {
        this.definition = definition;
        this.answers = answers;
        this.at = at;
        this.found = found;
    }

    /**
     * @param answers by question; a question that is not asked has none
     * @param at where they stand in the request
     * @param found takes what is wrong
     */
    public static void of(Definition definition, Map<String, ?> answers, String at, List<Violation> found) {
        var check = new AnswerCheck(definition, answers, at, found);
        definition.questions().forEach(check::question);
        var known = definition.questions().stream().map(Question::id).toList();
        if (!known.containsAll(answers.keySet())) {
            // the name itself is not repeated: it may be anything
            check.note("*", "answers a question that there is not");
        }
    }

    private void question(Question question) {
        Object answer = answers.get(question.id());
        if (!asked(question)) {
            if (answer != null) {
                note(question.id(), "is not asked after what was answered before");
            }
        } else if (answer != null) {
            judge(question, answer);
        } else if (question.required()) {
            note(question.id(), "must be answered");
        }
    }

    private boolean asked(Question question) {
        var condition = question.showIf();
        return condition == null
                || given.getOrDefault(condition.question(), Set.of()).stream().anyMatch(condition.values()::contains);
    }

    private void judge(Question question, Object answer) {
        switch (question) {
            case Question.Rating rating -> step(rating, answer);
            case Question.Choice choice -> option(choice.id(), choice.options(), answer);
            case Question.Grade grade -> option(grade.id(), grade.options(), answer);
            case Question.Choices choices -> several(choices, answer);
            case Question.Amount amount -> number(amount, answer);
            case Question.Words words -> text(words, answer);
        }
    }

    private void step(Question.Rating rating, Object answer) {
        var scale = definition.scale(rating.scale()).orElseThrow();
        if (answer instanceof Integer value && scale.has(value)) {
            given.put(rating.id(), Set.of(value.toString()));
        } else {
            note(
                    rating.id(),
                    "must be one of "
                            + scale.steps().stream().map(Scale.Step::value).toList());
        }
    }

    private void option(String question, List<Option> options, Object answer) {
        var codes = options.stream().map(Option::code).toList();
        if (answer instanceof String code && codes.contains(code)) {
            given.put(question, Set.of(code));
        } else {
            note(question, "must be one of " + codes);
        }
    }

    private void several(Question.Choices choices, Object answer) {
        var codes = choices.options().stream().map(Option::code).toList();
        int most = choices.most() == null ? codes.size() : choices.most();
        if (answer instanceof List<?> chosen
                && codes.containsAll(chosen)
                && new HashSet<>(chosen).size() == chosen.size()
                && !chosen.isEmpty()
                && chosen.size() <= most) {
            var all = new HashSet<String>();
            chosen.forEach(code -> all.add((String) code));
            given.put(choices.id(), all);
        } else {
            note(choices.id(), "must be a list of 1 to " + most + " of " + codes + ", each once");
        }
    }

    private void number(Question.Amount amount, Object answer) {
        var value = answer instanceof Number given ? new BigDecimal(given.toString()) : null;
        if (value == null
                || value.compareTo(amount.minimum()) < 0
                || value.compareTo(amount.maximum()) > 0
                || amount.whole() && value.stripTrailingZeros().scale() > 0) {
            note(
                    amount.id(),
                    "must be a " + (amount.whole() ? "whole " : "") + "number from "
                            + amount.minimum().toPlainString() + " to "
                            + amount.maximum().toPlainString());
        }
    }

    private void text(Question.Words words, Object answer) {
        if (!(answer instanceof String text) || text.isBlank() || text.length() > words.longest()) {
            note(words.id(), "must be text of 1 to " + words.longest() + " characters");
        } else if (Upn.isIn(text)) {
            note(words.id(), "must not contain a unique pupil number");
        } else if (PupilReference.isIn(text)) {
            note(words.id(), "must not contain a reference to a person");
        }
    }

    private void note(String question, String message) {
        found.add(Violation.body(at + "." + question, message));
    }
}
