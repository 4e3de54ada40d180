package org.trellis.imports;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.trellis.identity.Writer;

/** Runs imports one after the other: at once after an upload to this process, and every second for what others left. */
@ApplicationScoped
class ImportLoop {
    private static final long POLL_MS = 1000;

    private final ImportRunner runner;
    private final Writer writer;
    private final boolean needed;
    private final Semaphore nudges = new Semaphore(0);
    private volatile boolean running;
    private Thread thread;

    ImportLoop(ImportRunner runner, Writer writer, @All List<ImportKind> kinds) {
        this.runner = runner;
        this.writer = writer;
        needed = !kinds.isEmpty();
    }

    void nudge() {
        nudges.release();
    }

    void start(@Observes StartupEvent event) {
        if (needed) {
            running = true;
            thread = Thread.ofPlatform().name("imports").start(this::run);
        }
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        running = false;
        nudge();
        if (thread != null) {
            thread.join(TimeUnit.SECONDS.toMillis(10));
        }
    }

    private void run() {
        try {
            while (running) {
                nudges.drainPermits();
                if (!runner.step()) {
                    nudges.tryAcquire(POLL_MS, TimeUnit.MILLISECONDS);
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
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
