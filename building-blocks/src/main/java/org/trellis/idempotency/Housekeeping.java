package org.trellis.idempotency;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.trellis.identity.Writer;

/** Forgets what has served its time: idempotency keys after a day, event ids long after any broker sends them again. */
@ApplicationScoped
class Housekeeping {
    private final Writer writer;

    Housekeeping(Writer writer) {
        this.writer = writer;
    }

    @Scheduled(every = "1h", delayed = "5m")
    void forget() {
        writer.run("delete from idempotency where created_at < now() - interval '1 day'", Map.of());
        writer.run("delete from inbox where received_at < now() - interval '90 days'", Map.of());
    }
}
