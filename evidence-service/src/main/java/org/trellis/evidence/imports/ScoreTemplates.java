package org.trellis.evidence.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.trellis.paging.Described;
import org.trellis.paging.Lists;
import org.trellis.problem.Problems;
import org.trellis.problem.Violation;
import org.trellis.web.Parameters;

/** Makes the files that schools fill in. */
@ApplicationScoped
class ScoreTemplates implements Described {
    private record Asked(UUID project, UUID measure) {}

    private final Offer offer;

    ScoreTemplates(Offer offer) {
        this.offer = offer;
    }

    @Override
    public void describe(Lists lists) {
        lists.at("/v1/score-templates", ScoreTemplates::asked);
        lists.at("/v1/score-templates/sheet", ScoreTemplates::asked);
    }

    private static Asked asked(Parameters parameters) {
        var project = parameters.id("projectId");
        var measure = parameters.id("measureId");
        parameters.check();
        return new Asked(
                project.orElseThrow(() -> Problems.invalid(Violation.query("projectId", "must name a project"))),
                measure.orElseThrow(() -> Problems.invalid(Violation.query("measureId", "must name a measure"))));
    }

    /** For the cohorts of the caller's schools. @throws io.quarkiverse.resteasy.problem.HttpProblem 404 without any */
    ScoreTemplate of(Parameters parameters) {
        var asked = asked(parameters);
        var all = offer.of(asked.project());
        if (all.schools().isEmpty()) {
            throw Problems.notFound();
        }
        return all.measures().stream()
                .filter(measure -> measure.id().equals(asked.measure()))
                .findFirst()
                .map(measure -> new ScoreTemplate(all, measure))
                .orElseThrow(Problems::notFound);
    }
}
