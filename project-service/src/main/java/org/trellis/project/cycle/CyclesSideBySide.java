package org.trellis.project.cycle;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.trellis.identity.Writer;
import org.trellis.project.access.Standing;

/** Cycles side by side: figures over all schools, for whoever sees the project. */
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
    private final Standing standing;

    CyclesSideBySide(Writer writer, Standing standing) {
        this.writer = writer;
        this.standing = standing;
    }

    List<CycleComparison> of(UUID project) {
        standing.inProject(project);
        return writer.list(CycleComparison.class, CYCLES, Map.of("id", project));
    }
}
