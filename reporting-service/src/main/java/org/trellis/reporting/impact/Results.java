package org.trellis.reporting.impact;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** A project's results for who writes them down; who may read them is decided there. */
@ApplicationScoped
public class Results {
    /** Counts our ways of computing an answer. */
    public static final String METHOD_VERSION = ImpactService.METHOD_VERSION;

    private final ImpactService impact;
    private final ImpactData data;

    Results(ImpactService impact, ImpactData data) {
        this.impact = impact;
        this.data = data;
    }

    /** The measures on which there is evidence: the primary one first, then the other success measures, then the rest. */
    public List<UUID> measures(UUID project) {
        var evident = data.pairs(project).stream()
                .map(ImpactData.Pair::measureId)
                .distinct()
                .toList();
        var planned = AnalysisPlan.measures(data.project(project)).filter(evident::contains);
        return Stream.concat(planned, evident.stream()).distinct().toList();
    }

    /** A measure's results in the latest cycle with an outcome, as each who speaks for some schools would see them. */
    public List<ImpactView> seenBy(Collection<Set<UUID>> readers, UUID project, UUID measure) {
        return impact.lasting(
                project,
                new Question(
                        Optional.of(measure),
                        Optional.empty(),
                        Optional.empty(),
                        Optional.empty(),
                        Question.ALL,
                        Population.STARTERS),
                readers);
    }

    /** Schools whose results an answer shows by name. */
    public static List<UUID> named(ImpactView view) {
        return ImpactService.identified(view);
    }
}
