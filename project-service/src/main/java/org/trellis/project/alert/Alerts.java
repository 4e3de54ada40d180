package org.trellis.project.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.trellis.identity.Writer;

/** What somebody should look at; raised once, until its cause is gone. */
@ApplicationScoped
public class Alerts {
    private final Writer writer;

    Alerts(Writer writer) {
        this.writer = writer;
    }

    /**
     * @param participation the school concerned; null where it is the whole project
     * @param about what it is about, of which one alert of a kind stands at a time
     * @param text for a person; no name of a person in it
     */
    @Transactional(Transactional.TxType.MANDATORY)
    public void raise(AlertKind kind, UUID project, UUID participation, UUID about, String text, LocalDate on) {
        var values = new HashMap<String, Object>(Map.of("kind", kind.name(), "project", project, "about", about));
        values.put("participation", participation);
        values.put("text", text);
        values.put("on", on);
        writer.run("""
                insert into alert (project_id, participation_id, kind, about_id, text, raised_on)
                values (:project, cast(:participation as uuid), :kind, :about, :text, :on)
                on conflict (kind, about_id) where settled_on is null
                do update set text = excluded.text, version = alert.version + 1
                where alert.text <> excluded.text""", values);
    }

    /** The cause is gone. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void settle(AlertKind kind, UUID about, LocalDate on) {
        writer.run("""
                update alert set settled_on = greatest(raised_on, cast(:on as date)), version = version + 1
                where kind = :kind and about_id = :about and settled_on is null""", Map.of("kind", kind.name(), "about", about, "on", on));
    }
}
