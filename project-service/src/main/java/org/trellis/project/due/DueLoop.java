package org.trellis.project.due;

import io.quarkus.arc.All;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;
import org.trellis.jobs.Loop;
import org.trellis.project.Today;

/** Does what is due, one piece after the other; each replica takes what no other has locked. */
@ApplicationScoped
class DueLoop {
    private static final Logger LOG = Logger.getLogger(DueLoop.class);

    private final List<DailyWork> all;
    private final DueWork due;
    private final Map<DailyWork, Instant> restsUntil = new HashMap<>();
    private final Loop loop = new Loop("due", this::step);

    DueLoop(@All List<DailyWork> all, DueWork due) {
        this.all = all;
        this.due = due;
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        loop.stop();
    }

    private boolean step() {
        boolean busy = false;
        for (var work : all) {
            if (Instant.now().isAfter(restsUntil.getOrDefault(work, Instant.MIN))) {
                busy |= done(work);
            }
        }
        return busy;
    }

    /** What cannot be done now is tried again with the next round, and keeps nothing else from being done. */
    private boolean done(DailyWork work) {
        try {
            boolean done = due.step(work, Today.inEngland());
            if (!done) {
                restsUntil.put(work, Instant.now().plus(work.rest()));
            }
            return done;
        } catch (RuntimeException e) {
            LOG.warnf("%s waits: %s", work.getClass().getSimpleName(), e.getMessage());
            return false;
        }
    }
}
