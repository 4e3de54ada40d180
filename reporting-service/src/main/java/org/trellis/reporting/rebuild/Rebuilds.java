package org.trellis.reporting.rebuild;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.HashMap;
import java.util.UUID;
import org.trellis.identity.CurrentRequest;
import org.trellis.identity.Writer;
import org.trellis.jobs.Loop;
import org.trellis.outbox.Ids;
import org.trellis.problem.Problems;

/** Takes orders to build the read model anew, one at a time, and has them carried out. */
@ApplicationScoped
class Rebuilds {
    private final Writer writer;
    private final RebuildRunner runner;
    private final Loop loop;

    Rebuilds(Writer writer, RebuildRunner runner) {
        this.writer = writer;
        this.runner = runner;
        loop = new Loop("rebuilds", runner::step);
    }

    void start(@Observes StartupEvent event) {
        loop.start();
    }

    void stop(@Observes ShutdownEvent event) throws InterruptedException {
        loop.stop();
        runner.close();
    }

    void nudge() {
        loop.nudge();
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 409 while another is under way */
    UUID request() {
        var values = new HashMap<String, Object>();
        values.put("id", Ids.next());
        values.put("actor", CurrentRequest.callerJson().orElse(null));
        values.put("reason", CurrentRequest.reason().orElse(null));
        int made = writer.run("""
                insert into rebuild (id, requested_by, reason, state)
                values (:id, cast(:actor as jsonb), :reason, 'QUEUED') on conflict do nothing""", values);
        if (made == 0) {
            throw Problems.conflict("rebuild-under-way", "One rebuild at a time");
        }
        return (UUID) values.get("id");
    }
}
