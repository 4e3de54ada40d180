package org.trellis.project.due;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.trellis.identity.Writer;

/** Which of the things that the calendar makes due have been looked at today. */
@ApplicationScoped
public class Watched {
    private final Writer writer;

    Watched(Writer writer) {
        this.writer = writer;
    }

    /** @param version of the thing as it is left; who changes it later that day has it looked at again */
    @Transactional(Transactional.TxType.MANDATORY)
    public void on(LocalDate today, UUID about, long version) {
        writer.run("""
                insert into watched (about_id, watched_on, version) values (:about, :today, :version)
                on conflict (about_id) do update set watched_on = :today, version = :version""", Map.of("about", about, "today", today, "version", version));
    }
}
