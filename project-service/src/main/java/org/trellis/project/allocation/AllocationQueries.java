package org.trellis.project.allocation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.trellis.identity.Reader;
import org.trellis.problem.Problems;

/** Questions about allocations. */
@ApplicationScoped
class AllocationQueries {
    private static final String VIEW = """
            select a.id, p.id as project_id, p.title as project_name, a.allocated_on, a.unit, a.arms, a.strata, a.seed,
              a.seed_given, a.algorithm, a.places
            from allocation a join project p on p.id = a.project_id where p.id = :project""";

    private final Reader reader;

    AllocationQueries(Reader reader) {
        this.reader = reader;
    }

    /** None or one. */
    List<AllocationView> of(UUID project) {
        if (reader.one(UUID.class, "select id from project where id = :id", Map.of("id", project))
                .isEmpty()) {
            throw Problems.notFound();
        }
        return reader.list(AllocationView.class, VIEW, Map.of("project", project));
    }
}
