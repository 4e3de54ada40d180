package org.trellis.inbox;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.trellis.identity.Writer;

/** A consumer as services have them: it keeps copies, and leaves a trace of each effect. */
@ApplicationScoped
class ThingIntake implements Intake {
    private final Inbox inbox;
    private final Copies copies;
    private final Writer writer;

    ThingIntake(Inbox inbox, Copies copies, Writer writer) {
        this.inbox = inbox;
        this.copies = copies;
        this.writer = writer;
    }

    @Override
    public Map<String, Consumer<List<Received>>> effects() {
        return Map.of("things", events -> {
            copies.keep(Map.of("thing", "thing_copy"), events);
            events.forEach(event -> writer.run("insert into thing_effect (id) values (:id)", Map.of("id", event.id())));
        });
    }

    @Incoming("things")
    @Blocking
    void take(ConsumerRecords<String, byte[]> batch) {
        inbox.take("things", batch);
    }
}
