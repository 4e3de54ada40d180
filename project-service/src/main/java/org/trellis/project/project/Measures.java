package org.trellis.project.project;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.trellis.problem.Problems;

/** The measures by which a project is judged: each once, and one of them primary at most. */
record Measures(List<SuccessMeasure> all) {
    List<UUID> ids() {
        return all.stream().map(SuccessMeasure::measureId).toList();
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 409 where it is none of them */
    SuccessMeasure required(UUID measure) {
        return found(measure)
                .orElseThrow(() -> Problems.conflict(
                        "not-a-success-measure",
                        "The project is not judged by this measure",
                        List.of("a success measure with this measureId")));
    }

    /**
     * @param planned the measure that the analysis plan has for the primary one; null where there is no plan
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 where it cannot be one of them
     */
    void add(NewSuccessMeasure wanted, UUID planned) {
        if (found(wanted.measureId()).isPresent()) {
            throw Problems.conflict("success-measure-once", "The project is already judged by this measure");
        }
        if (wanted.primary() && all.stream().anyMatch(SuccessMeasure::primary)) {
            throw Problems.conflict("one-primary-measure", "The project has a primary measure already");
        }
        if (wanted.primary() && planned != null && !planned.equals(wanted.measureId())) {
            throw Problems.conflict("one-primary-measure", "The plan's primary measure is " + planned);
        }
        all.add(new SuccessMeasure(wanted));
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 409 where another one is primary */
    void requirePrimary(UUID measure) {
        all.stream()
                .filter(m -> m.primary() && !m.measureId().equals(measure))
                .findFirst()
                .ifPresent(primary -> {
                    throw Problems.conflict(
                            "one-primary-measure", "The project's primary measure is " + primary.measureId());
                });
    }

    List<NewSuccessMeasure> missing(List<NewSuccessMeasure> measures) {
        return measures.stream()
                .filter(wanted -> found(wanted.measureId()).isEmpty())
                .toList();
    }

    private Optional<SuccessMeasure> found(UUID measure) {
        return all.stream().filter(m -> m.measureId().equals(measure)).findFirst();
    }
}
