package org.trellis.project.cycle;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.trellis.identity.Reader;
import org.trellis.identity.Writer;
import org.trellis.project.access.Standing;

/** Cycles side by side: figures over all schools, for whoever sees the project; none that stand for one hidden school. */
@ApplicationScoped
class CyclesSideBySide {
    private static final String CYCLES = """
            select c.id, c.number, c.name, c.phase, c.starts_on, c.ends_on,
                   (select count(*) from cycle_delivery d where d.cycle_id = c.id) as schools,
                   (select count(*) from cycle_delivery d where d.cycle_id = c.id and d.waived) as waived,
                   c.decision, c.went_well, c.went_badly, c.problems,
                   (select count(*) from cycle_challenge h where h.cycle_id = c.id) as challenges, c.next_focus,
                   (select coalesce(jsonb_agg(jsonb_build_object(
                             'ingredient', k.ingredient, 'reported', k.reported, 'delivered', k.delivered,
                             'touched', k.touched) order by k.ingredient), '[]')
                    from (select ingredient, count(*) as reported,
                                 count(*) filter (where ingredient = any(f.delivered)) as delivered,
                                 count(*) filter (where ingredient = any(f.touched)) as touched
                          from fidelity f, unnest(array(select unnest(f.delivered) union select unnest(f.touched))) ingredient
                          where f.cycle_id = c.id group by ingredient) k) as ingredients
            from cycle c where c.project_id = :id order by c.number""";

    private final Writer writer;
    private final Reader reader;
    private final Standing standing;

    CyclesSideBySide(Writer writer, Reader reader, Standing standing) {
        this.writer = writer;
        this.reader = reader;
        this.standing = standing;
    }

    List<CycleComparison> of(UUID project) {
        standing.inProject(project);
        var seen = reader.list(CycleComparison.class, CYCLES, Map.of("id", project)).stream()
                .collect(Collectors.toMap(CycleComparison::id, CycleComparison::ingredients));
        return writer.list(CycleComparison.class, CYCLES, Map.of("id", project)).stream()
                .map(cycle -> cycle.shown(seen.getOrDefault(cycle.id(), List.of())))
                .toList();
    }
}
