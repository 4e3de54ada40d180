package org.trellis.reporting.impact;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.trellis.reporting.disclosure.Audience;
import org.trellis.reporting.intake.Freshness;

class AnswerTest {
    @Test
    void answersForAProjectWithoutAnyMeasure() {
        assertAnswersWithoutAnyMeasure(null);
    }

    @Test
    void answersForAProjectWhosePlanNamesMeasuresThatItNoLongerHas() {
        assertAnswersWithoutAnyMeasure(new AnalysisPlan(
                LocalDate.of(2025, 9, 1),
                LocalDate.of(2025, 10, 1),
                null,
                List.of(UUID.randomUUID()),
                null,
                null,
                null,
                null,
                null));
    }

    private static void assertAnswersWithoutAnyMeasure(AnalysisPlan plan) {
        var project = new ImpactData.Project(
                UUID.randomUUID(),
                1,
                "New",
                UUID.randomUUID(),
                "Alliance",
                List.of(),
                "WITHIN_SCHOOLS",
                false,
                List.of(),
                plan);
        var question = new Question(
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                Question.ALL,
                Population.STARTERS);

        var view = new Answer(
                        project,
                        question,
                        PairChoice.of(question, project, List.of(), List.of()),
                        Map.of(),
                        new Answer.Rows(List.of(), List.of(), Map.of(), Map.of()),
                        new Audience(Set.of(), Set.of(), false),
                        new Freshness.Newest(null, null, null))
                .view();

        assertNull(view.measure());
        assertNull(view.pooled());
        assertEquals(List.of(), view.schools());
        assertEquals("NO_EVIDENCE", view.pooledReason().code());
    }
}
