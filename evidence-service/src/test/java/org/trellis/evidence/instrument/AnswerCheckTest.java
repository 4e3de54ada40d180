package org.trellis.evidence.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.trellis.problem.Violation;

class AnswerCheckTest {
    private static final Definition FORM = Definitions.of("""
        {"scales": [{"id": "s", "steps": [{"value": 1, "label": "No"}, {"value": 2, "label": "Perhaps"},
                                          {"value": 3, "label": "Yes"}]}],
         "questions": [
           {"type": "RATING", "id": "sure", "label": "Sure?", "required": true, "scale": "s"},
           {"type": "TEXT", "id": "why", "label": "Why not?", "required": true, "longest": 20,
            "showIf": {"question": "sure", "values": ["1", "2"]}},
           {"type": "CHOICE", "id": "when", "label": "When?", "options": [{"code": "NOW", "label": "Now"},
                                                                         {"code": "LATER", "label": "Later"}]},
           {"type": "CHOICES", "id": "what", "label": "What?", "most": 2, "options": [
              {"code": "A", "label": "a"}, {"code": "B", "label": "b"}, {"code": "C", "label": "c"}]},
           {"type": "NUMBER", "id": "minutes", "label": "How long?", "minimum": 1, "maximum": 60, "whole": true,
            "showIf": {"question": "what", "values": ["B"]}}]}\
        """);

    @Test
    void takesWhatFits() {
        assertEquals(Map.of(), wrong(Map.of("sure", 3)));
        assertEquals(
                Map.of(),
                wrong(Map.of("sure", 1, "why", "no time", "when", "NOW", "what", List.of("A", "B"), "minutes", 60)));
    }

    @Test
    void asksWhatIsRequiredOnlyWhereItIsAsked() {
        assertEquals(Map.of("$.why", "must be answered"), wrong(Map.of("sure", 2)));
        assertEquals(Map.of("$.sure", "must be answered"), wrong(Map.of()));
    }

    @Test
    void refusesAnswersToWhatIsNotAsked() {
        assertEquals(
                Map.of(
                        "$.why",
                        "is not asked after what was answered before",
                        "$.minutes",
                        "is not asked after what was answered before"),
                wrong(Map.of("sure", 3, "why", "still", "what", List.of("A"), "minutes", 5)));
    }

    @Test
    void findsAllThatIsWrongAtOnce() {
        assertEquals(
                Map.of(
                        "$.sure",
                        "must be one of [1, 2, 3]",
                        "$.when",
                        "must be one of [NOW, LATER]",
                        "$.what",
                        "must be a list of 1 to 2 of [A, B, C], each once",
                        "$.*",
                        "answers a question that there is not"),
                wrong(Map.of("sure", "3", "when", "NEVER", "what", List.of("A", "B", "C"), "Name of a pupil", 1)));
        assertEquals(
                Map.of("$.minutes", "must be a whole number from 1 to 60"),
                wrong(Map.of("sure", 3, "what", List.of("B"), "minutes", new BigDecimal("1.5"))));
    }

    @Test
    void refusesAReferenceInALongerText() {
        var form = Definitions.of("""
            {"questions": [{"type": "TEXT", "id": "why", "label": "Why?", "longest": 200}]}\
            """);
        var found = new ArrayList<Violation>();
        AnswerCheck.of(form, Map.of("why", "ask ALA83fUPvFvnSNZalR-Afi4LyT0Lv34j3sau9lV9M0Q, she knows"), "$", found);
        AnswerCheck.of(
                form,
                Map.of("why", "see https://example.org/ALA83fUPvFvnSNZalR-Afi4LyT0Lv34j3sau9lV9M0QX"),
                "$",
                found);

        assertEquals(
                List.of("must not contain a reference to a person"),
                found.stream().map(Violation::message).toList());
    }

    @Test
    void refusesAUniquePupilNumberInAText() {
        assertEquals(
                Map.of("$.why", "must not contain a unique pupil number"),
                wrong(Map.of("sure", 1, "why", "ask X00180001701A")));
        assertEquals(
                Map.of("$.why", "must be text of 1 to 20 characters"),
                wrong(Map.of("sure", 1, "why", "this is far longer than twenty")));
    }

    private static Map<String, String> wrong(Map<String, ?> answers) {
        var found = new ArrayList<Violation>();
        AnswerCheck.of(FORM, answers, "$", found);
        return found.stream().collect(Collectors.toMap(Violation::path, Violation::message));
    }
}
