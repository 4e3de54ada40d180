package org.trellis.evidence.instrument;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.trellis.evidence.instrument.DefinitionCheck.About;
import org.trellis.evidence.instrument.DefinitionCheck.Known;
import org.trellis.problem.Violation;

class DefinitionCheckTest {
    private static final Known CONFIDENCE = known("CONFIDENCE", "TEACHER", 1, 5);

    @Test
    void passesAFormThatHangsTogether() {
        var definition = Definitions.of("""
            {"scales": [{"id": "s", "steps": [{"value": 1, "label": "No"}, {"value": 2, "label": "Yes"}]}],
             "questions": [
               {"type": "RATING", "id": "a", "label": "A", "scale": "s", "measure": "CONFIDENCE"},
               {"type": "TEXT", "id": "b", "label": "B", "longest": 10,
                "showIf": {"question": "a", "values": ["1"]}}]}\
            """);

        assertEquals(List.of(), DefinitionCheck.of(definition, new About("TEACHER"), List.of(CONFIDENCE)));
        assertFalse(definition.isGraded());
    }

    @Test
    void namesEverythingThatDoesNot() {
        var definition = Definitions.of("""
            {"scales": [{"id": "s", "steps": [{"value": 1, "label": "No"}, {"value": 1, "label": "Yes"}]},
                        {"id": "s", "steps": [{"value": 1, "label": "No"}, {"value": 9, "label": "Yes"}]}],
             "questions": [
               {"type": "RATING", "id": "a", "label": "A", "scale": "none"},
               {"type": "CHOICE", "id": "a", "label": "B", "options": [{"code": "X", "label": "x"},
                                                                      {"code": "X", "label": "y"}]},
               {"type": "NUMBER", "id": "c", "label": "C", "minimum": 5, "maximum": 5},
               {"type": "TEXT", "id": "d", "label": "D", "longest": 10,
                "showIf": {"question": "later", "values": ["1"]}},
               {"type": "TEXT", "id": "later", "label": "D", "longest": 10,
                "showIf": {"question": "d", "values": ["1"]}},
               {"type": "RATING", "id": "f", "label": "F", "scale": "s", "measure": "UNKNOWN"}]}\
            """);

        assertEquals(
                List.of(
                        "$.definition.scales[1]",
                        "$.definition.scales[0].steps[1]",
                        "$.definition.questions[1]",
                        "$.definition.questions[0].scale",
                        "$.definition.questions[1].options[1]",
                        "$.definition.questions[2].minimum",
                        "$.definition.questions[3].showIf.question",
                        "$.definition.questions[4].showIf.values[0]",
                        "$.definition.questions[5].measure"),
                paths(DefinitionCheck.of(definition, new About("TEACHER"), List.of(CONFIDENCE))));
    }

    @Test
    void holdsARatingAgainstItsMeasure() {
        var definition = Definitions.of("""
            {"scales": [{"id": "s", "steps": [{"value": 0, "label": "No"}, {"value": 5, "label": "Yes"}]}],
             "questions": [{"type": "RATING", "id": "a", "label": "A", "scale": "s", "measure": "CONFIDENCE"}]}\
            """);

        assertEquals(
                List.of("$.definition.questions[0].scale"),
                paths(DefinitionCheck.of(definition, new About("TEACHER"), List.of(CONFIDENCE))));
        assertEquals(
                List.of("$.definition.questions[0].measure"),
                paths(DefinitionCheck.of(definition, new About("PUPIL"), List.of(CONFIDENCE))));
    }

    @Test
    void countsNobodyTwiceForAMeasure() {
        var definition = Definitions.of("""
            {"scales": [{"id": "s", "steps": [{"value": 1, "label": "No"}, {"value": 5, "label": "Yes"}]}],
             "questions": [{"type": "RATING", "id": "a", "label": "A", "scale": "s", "measure": "CONFIDENCE"},
                           {"type": "RATING", "id": "b", "label": "B", "scale": "s", "measure": "CONFIDENCE"}]}\
            """);

        assertEquals(
                List.of("$.definition.questions[1].measure"),
                paths(DefinitionCheck.of(definition, new About("TEACHER"), List.of(CONFIDENCE))));
    }

    @Test
    void aGradeMakesAFormAGradedOne() {
        assertTrue(Definitions.of("""
            {"questions": [{"type": "GRADE", "id": "g", "label": "G", "options": [{"code": "X", "label": "x"},
                                                                                 {"code": "Y", "label": "y"}]}]}\
            """).isGraded());
    }

    /** What is ready when the service starts, as far as it needs no measures. */
    @Test
    void theReadyFormsHangTogether() throws Exception {
        try (var file = getClass().getResourceAsStream("/instruments.json")) {
            var json = new ObjectMapper();
            for (var ready : json.readTree(file)) {
                var definition = Definitions.of(ready.path("definition").toString());
                var measures = definition.getMeasuring().stream()
                        .map(q -> known(q.measure(), ready.path("about").asText(), 1, 5))
                        .toList();
                assertEquals(
                        List.of(),
                        DefinitionCheck.of(
                                definition, new About(ready.path("about").asText()), measures),
                        ready.path("code").asText());
                assertEquals(
                        ready.path("code").asText().equals("OBSERVATION_GRADED"),
                        definition.isGraded(),
                        ready.path("code").asText());
            }
        }
    }

    private static Known known(String code, String about, int minimum, int maximum) {
        return new Known(code, about, BigDecimal.valueOf(minimum), BigDecimal.valueOf(maximum));
    }

    private static List<String> paths(List<Violation> found) {
        return found.stream().map(Violation::path).toList();
    }
}
