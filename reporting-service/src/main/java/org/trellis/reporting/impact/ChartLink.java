package org.trellis.reporting.impact;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.trellis.reporting.chart.ChartKind;

/**
 * What a signed link stands for: one picture as one reader saw it.
 *
 * @param own of the project's schools those for which that reader speaks
 * @param state of the picture; where it would be drawn otherwise now, the link leads nowhere
 * @param until in seconds since 1970
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record ChartLink(
        UUID project,
        ChartKind chart,
        UUID measure,
        UUID cycle,
        String from,
        String to,
        String subgroup,
        Population population,
        List<UUID> own,
        String state,
        long until) {

    static ChartLink of(UUID project, ChartKind chart, Question asked, List<UUID> own, String state, long until) {
        return new ChartLink(
                project,
                chart,
                asked.measureId().orElse(null),
                asked.cycleId().orElse(null),
                asked.from().orElse(null),
                asked.to().orElse(null),
                asked.subgroup(),
                asked.population(),
                own,
                state,
                until);
    }

    Question question() {
        return new Question(
                Optional.ofNullable(measure),
                Optional.ofNullable(cycle),
                Optional.ofNullable(from),
                Optional.ofNullable(to),
                subgroup,
                population);
    }
}
