package org.trellis.reporting.intake;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trellis.identity.Writer;
import org.trellis.inbox.Received;

/** How new the newest event is that figures here include, for each service that they come from. */
@ApplicationScoped
public class Freshness {
    /** Null where nothing has come yet. */
    public record Newest(Instant alliance, Instant project, Instant evidence) {}

    private record Row(String consumer, OffsetDateTime newest) {}

    private final Writer writer;

    Freshness(Writer writer) {
        this.writer = writer;
    }

    void note(String consumer, Collection<Received> events) {
        events.stream()
                .map(Received::at)
                .max(Comparator.naturalOrder())
                .ifPresent(at -> writer.run("""
                        insert into freshness values (:consumer, :at)
                        on conflict (consumer) do update set newest = greatest(freshness.newest, excluded.newest)""", Map.of("consumer", consumer, "at", at.atOffset(ZoneOffset.UTC))));
    }

    public Newest newest() {
        Map<String, Instant> by = new HashMap<>();
        writer.list(Row.class, "select consumer, newest from freshness", Map.of())
                .forEach(row -> by.put(row.consumer(), row.newest().toInstant()));
        return new Newest(
                latest(by, "alliance-events", "people"),
                latest(by, "project-events"),
                latest(by, "evidence-events", "outcomes"));
    }

    private static Instant latest(Map<String, Instant> by, String... consumers) {
        return List.of(consumers).stream()
                .map(by::get)
                .filter(at -> at != null)
                .max(Comparator.naturalOrder())
                .orElse(null);
    }
}
