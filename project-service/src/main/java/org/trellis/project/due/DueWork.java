package org.trellis.project.due;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.trellis.identity.Writer;

/** Does one thing that is due; one that fails is put off, so that those behind it are done meanwhile. */
@ApplicationScoped
public class DueWork {
    private static final Logger LOG = Logger.getLogger(DueWork.class);

    private final Writer writer;

    DueWork(Writer writer) {
        this.writer = writer;
    }

    /**
     * In a transaction of its own.
     *
     * @return whether there was one
     */
    public boolean step(DailyWork work, LocalDate today) {
        var held = new UUID[1];
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                work.next(today).ifPresent(about -> {
                    held[0] = about;
                    work.look(about, today);
                });
                return held[0] != null;
            });
        } catch (RuntimeException e) {
            if (held[0] == null) {
                throw e;
            }
            LOG.warnf(e, "%s is put off", held[0]);
            QuarkusTransaction.requiringNew().run(() -> putOff(held[0]));
            return true;
        }
    }

    private void putOff(UUID about) {
        writer.run("""
                insert into put_off (about_id, until) values (:about, now() + interval '10 minutes')
                on conflict (about_id) do update set until = excluded.until""", Map.of("about", about));
    }
}
