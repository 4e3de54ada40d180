package org.trellis.project.directory;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.trellis.identity.Writer;
import org.trellis.inbox.Copies;
import org.trellis.inbox.Inbox;
import org.trellis.inbox.Intake;
import org.trellis.inbox.Received;

/**
 * Which schools' baselines are accepted. It lets schools deliver, and so changes what is this service's own: its inbox is
 * never rebuilt.
 */
@ApplicationScoped
class BaselineIntake implements Intake {
    private static final Map<String, String> TABLES = Map.of("completeness", "completeness");

    private final Inbox inbox;
    private final Copies copies;
    private final Writer writer;

    BaselineIntake(Inbox inbox, Copies copies, Writer writer) {
        this.inbox = inbox;
        this.copies = copies;
        this.writer = writer;
    }

    @Override
    public Map<String, Consumer<List<Received>>> effects() {
        return Map.of("evidence-baselines", this::keep);
    }

    private void keep(List<Received> events) {
        copies.keep(TABLES, events);
        var ids = events.stream()
                .filter(event -> TABLES.containsKey(event.aggregate()))
                .map(Received::subject)
                .toArray(UUID[]::new);
        if (ids.length > 0) {
            writer.run("""
                    insert into gate_due (cycle_id)
                    select distinct cycle_id from completeness where id = any(:ids) and cycle_id is not null""", Map.of("ids", ids));
        }
    }

    @Incoming("evidence-baselines")
    @Blocking
    void take(ConsumerRecords<String, byte[]> batch) {
        inbox.take("evidence-baselines", batch);
    }
}
