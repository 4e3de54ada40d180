package org.trellis.evidence.moderation;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.trellis.identity.Writer;

/** How long the oldest submission has waited for a moderator, as {@code moderation.oldest.age} in seconds. */
@ApplicationScoped
class QueueAge {
    private final Writer writer;
    private final MeterRegistry metrics;
    private final AtomicReference<Double> seconds = new AtomicReference<>(0.0);

    QueueAge(Writer writer, MeterRegistry metrics) {
        this.writer = writer;
        this.metrics = metrics;
    }

    void start(@Observes StartupEvent event) {
        Gauge.builder("moderation.oldest.age", seconds, AtomicReference::get)
                .baseUnit("seconds")
                .register(metrics);
    }

    @Scheduled(every = "30s", delayed = "5s")
    void measure() {
        seconds.set(writer.one(Double.class, """
            select coalesce(extract(epoch from now() - min(changed_at)), 0) from submission
            where status = 'SUBMITTED'\
            """, Map.of()).orElseThrow());
    }
}
