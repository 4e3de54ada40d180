package org.trellis.project.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trellis.identity.Writer;
import org.trellis.problem.Problems;
import org.trellis.project.cohort.Cohort;

/** The schools or cohorts that are drawn from, each with its stratum. */
@ApplicationScoped
class Units {
    private record School(UUID id, String name, String phase, String setting) {}

    private final Writer writer;

    Units(Writer writer) {
        this.writer = writer;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 409 where there are fewer than arms, or a label has none */
    List<Drawn> of(NewAllocation wanted, List<Cohort> measured) {
        var schools = schools(measured);
        var labels = wanted.labels().stream().collect(Collectors.toMap(Labelled::id, Labelled::label));
        var units = new LinkedHashMap<UUID, Drawn>();
        for (var cohort : measured) {
            var id = wanted.unit().of(cohort);
            var school = schools.get(cohort.organisationId());
            var name = wanted.unit() == Unit.SCHOOL ? school.name() : school.name() + ", " + cohort.name();
            units.put(id, new Drawn(id, name, stratum(wanted.strata(), cohort, school, labels.get(id))));
        }
        if (!units.keySet().containsAll(labels.keySet())) {
            throw Problems.conflict("label-without-unit", "A label is for what is not drawn");
        }
        if (units.size() < wanted.arms().size()) {
            throw Problems.conflict(
                    "too-few-to-allocate",
                    "There are fewer to draw from than arms",
                    List.of("cohorts of this year in " + wanted.arms().size() + " or more of what is drawn"));
        }
        return List.copyOf(units.values());
    }

    private static String stratum(List<Stratum> strata, Cohort cohort, School school, String label) {
        var parts = new ArrayList<Object>();
        for (var stratum : strata) {
            parts.add(
                    switch (stratum) {
                        case PHASE -> Objects.requireNonNullElse(school.phase(), "UNKNOWN");
                        case SETTING -> Objects.requireNonNullElse(school.setting(), "UNKNOWN");
                        case SCHOOL -> school.id();
                        case YEAR_GROUP -> Objects.requireNonNullElse((Object) cohort.yearGroup(), "UNKNOWN");
                    });
        }
        if (label != null) {
            parts.add(label);
        }
        return parts.stream().map(Object::toString).collect(Collectors.joining(" / "));
    }

    private Map<UUID, School> schools(List<Cohort> measured) {
        var ids = measured.stream().map(Cohort::organisationId).distinct().toArray(UUID[]::new);
        return writer
                .list(
                        School.class,
                        "select id, name, phase, setting from organisation where id = any(:ids)",
                        Map.of("ids", ids))
                .stream()
                .collect(Collectors.toMap(School::id, Function.identity()));
    }
}
