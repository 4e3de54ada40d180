package org.trellis.project.power;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.trellis.identity.Reader;
import org.trellis.problem.Problems;

/** Questions about what there is to compare. */
@ApplicationScoped
class PowerQueries {
    private static final String GROUPS = """
            select c.id, c.organisation_id as school, c.size, c.prior_year
            from cohort c join participation i on i.id = c.participation_id
            where c.project_id = :id and i.status <> 'WITHDRAWN' order by c.id""";

    private final Reader reader;

    PowerQueries(Reader reader) {
        this.reader = reader;
    }

    /** The cohorts of schools that have not left; who sees a project sees them all. */
    List<MeasuredGroup> groups(UUID project) {
        if (reader.one(UUID.class, "select id from project where id = :id", Map.of("id", project))
                .isEmpty()) {
            throw Problems.notFound();
        }
        return reader.list(MeasuredGroup.class, GROUPS, Map.of("id", project));
    }
}
