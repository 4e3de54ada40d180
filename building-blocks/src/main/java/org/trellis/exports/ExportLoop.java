package org.trellis.exports;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.Map;
import org.trellis.identity.Writer;
import org.trellis.jobs.Loop;

/** Makes exports one after the other. */
@ApplicationScoped
class ExportLoop {
    private final Writer writer;
    private final Loop loop;

    ExportLoop(ExportRunner runner, Writer writer) {
        this.writer = writer;
        loop = new Loop("exports", runner::step);
    }

    void nudge() {
        loop.nudge();
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        loop.stop();
    }

    /** What a caller might see may end: an export is for taking away, not for keeping here. */
    @Scheduled(every = "1h", delayed = "5m")
    void forget() {
        writer.run("delete from export_job where requested_at < now() - interval '1 day'", Map.of());
    }
}
