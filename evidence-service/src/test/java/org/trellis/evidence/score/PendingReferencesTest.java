package org.trellis.evidence.score;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** What project-service may have told a moment ago is asked for again; what is wrong for good is refused for good. */
class PendingReferencesTest {
    private static final UUID COHORT = new UUID(0, 7);
    private static final UUID MEASURE = new UUID(0, 8);
    private static final String REFERENCE = "A".repeat(43);

    private final Frame frame = new Frame(
            List.of(new Frame.Cohort(COHORT, "7A", "PUPIL")),
            List.of(new Frame.Planned(
                    MEASURE, "READING", "PUPIL", BigDecimal.ZERO, BigDecimal.TEN, List.of("BASELINE", "OUTCOME"))),
            Map.of());

    @Test
    void anUnheardOfCohortOrMeasureMayComeYet() {
        var problem = refused(
                line(0, UUID.randomUUID().toString(), MEASURE.toString(), 5),
                line(1, COHORT.toString(), UUID.randomUUID().toString(), 5));
        assertEquals(409, problem.getStatusCode());
        assertEquals("reference-pending", problem.getParameters().get("code"));
        assertEquals("1", problem.getHeaders().get("Retry-After"));
        assertEquals(2, ((List<?>) problem.getParameters().get("violations")).size());
    }

    @Test
    void aNameThatNoCohortHasIsAMistake() {
        assertEquals(400, refused(line(0, "7B", MEASURE.toString(), 5)).getStatusCode());
    }

    @Test
    void anotherMistakeBesideMakesWaitingUseless() {
        var problem = refused(line(0, UUID.randomUUID().toString(), MEASURE.toString(), 11));
        assertEquals(400, problem.getStatusCode());
        assertEquals(2, ((List<?>) problem.getParameters().get("violations")).size());
    }

    private HttpProblem refused(Line... lines) {
        var refusals = new Refusals();
        ScoreCheck.of(Arrays.asList(lines), frame, refusals);
        return assertThrows(HttpProblem.class, refusals::check);
    }

    private static Line line(int index, String cohort, String measure, int value) {
        return new Line(
                new Place.InJson(index),
                REFERENCE,
                cohort,
                measure,
                "BASELINE",
                BigDecimal.valueOf(value),
                LocalDate.of(2025, 10, 1),
                Map.of());
    }
}
