package org.trellis.reporting.impact;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.trellis.reporting.disclosure.Audience;

/** The overall figure of one measure between the same two points, cycle by cycle. */
final class OverCycles {
    private final PairChoice choice;
    private final Question question;
    private final Answer.Rows rows;
    private final ImpactData.Measure measure;
    private final Audience audience;

    OverCycles(PairChoice choice, Question question, Answer.Rows rows, ImpactData.Measure measure, Audience audience) {
        this.choice = choice;
        this.question = question;
        this.rows = rows;
        this.measure = measure;
        this.audience = audience;
    }

    List<ImpactView.Trend> trend() {
        return rows.cycles().stream()
                .sorted(Comparator.comparing(c -> c.number() == null ? 0 : c.number()))
                .flatMap(cycle -> choice.alike(rows.pairs()).stream()
                        .filter(pair -> pair.cycleId().equals(cycle.id()))
                        .map(pair -> in(cycle, pair)))
                .toList();
    }

    private ImpactView.Trend in(ImpactData.Cycle cycle, ImpactData.Pair pair) {
        var evidence = new Evidence(rows.of(pair, measure), rows.parts(), audience, measure);
        var figures = new Figures(measure, Optional.of(cycle));
        var group = new GroupFigures(question.subgroup(), question.population(), evidence, figures);
        var pooled = group.pooled().pooled();
        return new ImpactView.Trend(
                Answer.cycle(cycle),
                group.schools().size(),
                pooled == null ? null : (Double) pooled.estimate(),
                pooled == null ? null : pooled.ci(),
                group.gain(),
                group.pooled().reason());
    }
}
