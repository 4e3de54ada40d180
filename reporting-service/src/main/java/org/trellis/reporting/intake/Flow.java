package org.trellis.reporting.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import org.trellis.identity.Writer;
import org.trellis.inbox.Received;

/** Remembers each state that a participation was in, since its copy holds only the last. */
@ApplicationScoped
class Flow {
    private final Writer writer;
    private final ObjectMapper json;

    Flow(Writer writer, ObjectMapper json) {
        this.writer = writer;
        this.json = json;
    }

    void keep(Collection<Received> participations) {
        if (participations.isEmpty()) {
            return;
        }
        var rows = json.createArrayNode();
        participations.forEach(event -> rows.addObject()
                .put("participation_id", event.subject().toString())
                .put("epoch", event.epoch())
                .put("sequence", event.sequence())
                .put(
                        "status",
                        event.state() == null
                                ? null
                                : event.state().path("status").asText(null))
                .put("at", event.at().toString()));
        writer.run("""
                insert into participation_step
                select * from jsonb_populate_recordset(cast(null as participation_step), cast(:rows as jsonb))
                on conflict do nothing""", Map.of("rows", rows.toString()));
    }
}
