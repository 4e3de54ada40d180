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
 * Another school day makes what is missing later: counted anew early each day, and an hour after a start, a project a
 * transaction. Replicas that do it at once find nothing to tell.
 */
@ApplicationScoped
class DailyCount {
    private final Writer writer;
    private final Completeness completeness;

    DailyCount(Writer writer, Completeness completeness) {
        this.writer = writer;
        this.completeness = completeness;
    }

    @Scheduled(cron = "0 10 4 * * ?", timeZone = "Europe/London")
    @Scheduled(every = "24h", delayed = "1h")
    void count() {
        writer.list(
                        UUID.class,
                        "select distinct project_id from completeness_item where due < today() order by project_id",
                        Map.of())
                .forEach(project -> QuarkusTransaction.requiringNew().run(() -> completeness.follow(late(project))));
    }

    private List<School> late(UUID project) {
        return writer.list(School.class, """
            select distinct project_id, organisation_id from completeness_item
            where project_id = :project and due < today()\
            """, Map.of("project", project));
    }
}
