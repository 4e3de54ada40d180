package org.trellis.imports;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import org.trellis.identity.Writer;
import org.trellis.jobs.Loop;

/** Runs imports one after the other. */
@ApplicationScoped
class ImportLoop {
    private final Writer writer;
    private final boolean needed;
    private final Loop loop;

    ImportLoop(ImportRunner runner, Writer writer, @All List<ImportKind> kinds) {
        this.writer = writer;
        needed = !kinds.isEmpty();
        loop = new Loop("imports", runner::step);
    }

    void nudge() {
        loop.nudge();
    }

    void start(@Observes StartupEvent event) {
        if (needed) {
            loop.start();
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        loop.stop();
    }

    /** Refused rows serve for seven days, and an upload that was cut off is of no use. */
    @Scheduled(every = "1h", delayed = "5m")
    void forget() {
        writer.run("""
                delete from import_refused r using import_job j
                where j.id = r.import_id and j.finished_at < now() - interval '7 days'""", Map.of());
        writer.run(
                "delete from import_job where state = 'RECEIVING' and submitted_at < now() - interval '1 day'",
                Map.of());
    }
}
