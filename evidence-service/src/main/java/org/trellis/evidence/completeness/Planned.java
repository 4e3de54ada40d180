package org.trellis.evidence.completeness;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.trellis.evidence.completeness.Completeness.School;
import org.trellis.identity.Writer;

/** Finds the schools from which something else may be expected once projects, cycles, cohorts or participations change. */
@ApplicationScoped
public class Planned {
    private static final String CONCERNED = """
        select project_id, organisation_id from participation
        where id = any(:ids) or project_id = any(:ids)
           or project_id = any(array(select project_id from cycle where id = any(:ids)))
        union
        select project_id, organisation_id from cohort where id = any(:ids) and project_id is not null\
        """;

    private final Writer writer;
    private final Completeness completeness;

    Planned(Writer writer, Completeness completeness) {
        this.writer = writer;
        this.completeness = completeness;
    }

    /** @param ids of those whose copies a change may touch; asked before and after it */
    public Collection<School> concernedBy(Collection<UUID> ids) {
        return new LinkedHashSet<>(writer.list(School.class, CONCERNED, Map.of("ids", ids.toArray(UUID[]::new))));
    }

    /** Runs the change of these copies, and follows it. */
    public void around(List<UUID> ids, Runnable change) {
        var schools = concernedBy(ids);
        change.run();
        schools.addAll(concernedBy(ids));
        completeness.follow(schools);
    }
}
