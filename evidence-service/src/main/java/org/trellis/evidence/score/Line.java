package org.trellis.evidence.score;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * A score as it was sent. What could not be read is null, and was refused already.
 *
 * @param cohort id or name
 * @param measure id or code
 */
public record Line(
        Place place,
        String reference,
        String cohort,
        String measure,
        String point,
        BigDecimal value,
        LocalDate takenOn,
        Map<String, String> subgroups) {

    /** Of a JSON body. */
    public static List<Line> of(List<NewScore> scores) {
        return IntStream.range(0, scores.size())
                .mapToObj(i -> of(i, scores.get(i)))
                .toList();
    }

    private static Line of(int index, NewScore score) {
        return new Line(
                new Place.InJson(index),
                score.reference(),
                score.cohortId().toString(),
                score.measureId().toString(),
                score.point(),
                score.value(),
                score.takenOn(),
                score.subgroups() == null ? Map.of() : score.subgroups());
    }
}
