package org.trellis.reporting.impact;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.trellis.reporting.intake.Freshness;

/**
 * What the evidence shows of a trust's or an alliance's schools, side by side: a row for each school and project, each on
 * the project's primary measure in its latest cycle with an outcome.
 *
 * @param asOf the day on which a trust's schools are those that count; who may look is decided today
 */
public record GroupImpactView(
        ImpactView.Named group,
        LocalDate asOf,
        Population population,
        List<Row> rows,
        String methodVersion,
        Freshness.Newest freshness) {

    /**
     * @param analysis PLANNED or EXPLORATORY
     * @param school its figures, as in the project's own answer
     */
    public record Row(
            ProjectOf project,
            ImpactView.Measure measure,
            ImpactView.Cycle cycle,
            String from,
            String to,
            String analysis,
            ImpactView.School school) {

        static Row of(ImpactView view, ImpactView.School school) {
            return new Row(
                    new ProjectOf(
                            view.project().id(),
                            view.project().title(),
                            view.project().design()),
                    view.measure(),
                    view.cycle(),
                    view.from(),
                    view.to(),
                    view.restsOn().analysis(),
                    school);
        }
    }

    public record ProjectOf(UUID id, String title, String design) {}
}
