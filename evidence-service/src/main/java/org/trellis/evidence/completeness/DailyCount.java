package org.trellis.evidence.completeness;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.trellis.evidence.completeness.Completeness.School;
import org.trellis.identity.Writer;

/**
 * Another school day makes what is missing later: counted anew early each day and soon after a start, a project a
 * transaction; and so is whoever has never been counted, where this service ran before it counted. Replicas that do it at
 * once find nothing to tell.
 */
@ApplicationScoped
class DailyCount {
    private static final String TO_COUNT = """
        select project_id, organisation_id from completeness_item where due < today()
        union
        select c.project_id, c.organisation_id from cohort c join cycle y on y.project_id = c.project_id
        where not c.gone and not y.gone and not exists (
          select from completeness k
          where k.project_id = c.project_id and k.organisation_id = c.organisation_id and k.cycle_id = y.id)\
        """;

    private final Writer writer;
    private final Completeness completeness;

    DailyCount(Writer writer, Completeness completeness) {
        this.writer = writer;
        this.completeness = completeness;
    }

    @Scheduled(cron = "0 10 4 * * ?", timeZone = "Europe/London")
    @Scheduled(every = "24h", delayed = "5m")
    void count() {
        writer.list(
                        UUID.class,
                        "select distinct project_id from (" + TO_COUNT + ") schools order by project_id",
                        Map.of())
                .forEach(project -> QuarkusTransaction.requiringNew().run(() -> completeness.follow(of(project))));
    }

    private List<School> of(UUID project) {
        return writer.list(
                School.class,
                "select project_id, organisation_id from (" + TO_COUNT + ") schools where project_id = :project",
                Map.of("project", project));
    }
}
