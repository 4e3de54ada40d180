package org.trellis.evidence.measure;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.trellis.identity.Writer;
import org.trellis.outbox.Changes;

/** All measures, with what they were in each edition. */
@ApplicationScoped
public class Measures implements PanacheRepositoryBase<Measure, UUID> {
    private final Changes changes;
    private final Writer writer;

    Measures(Changes changes, Writer writer) {
        this.changes = changes;
        this.writer = writer;
    }

    /** Tells of a measure and keeps its edition as it now is. */
    void keep(Measure measure, MeasureEvent event) {
        changes.record(measure, event);
        writer.run("""
                insert into measure_edition (measure_id, edition, name, minimum, maximum, reliability, made_at)
                select id, edition, name, minimum, maximum, reliability, changed_at from measure where id = :id\
                """, Map.of("id", measure.id()));
    }

    /** A measure as scores were judged by it. */
    public record Cited(UUID id, int edition) {}

    /** By which editions scores on these measures are judged now. */
    public List<Cited> cited(List<UUID> ids) {
        return writer.list(
                Cited.class,
                "select id, edition from measure where id = any(:ids) order by id",
                Map.of("ids", ids.toArray(UUID[]::new)));
    }
}
