package org.trellis.project.directory;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.trellis.inbox.Copies;
import org.trellis.inbox.Inbox;
import org.trellis.inbox.Intake;
import org.trellis.inbox.Received;

/** What can be measured. */
@ApplicationScoped
class EvidenceIntake implements Intake {
    private static final Map<String, String> TABLES = Map.of("measure", "measure");

    private final Inbox inbox;
    private final Copies copies;

    EvidenceIntake(Inbox inbox, Copies copies) {
        this.inbox = inbox;
        this.copies = copies;
    }

    @Override
    public Map<String, Consumer<List<Received>>> effects() {
        return Map.of("evidence-events", events -> copies.keep(TABLES, events));
    }

    @Incoming("evidence-events")
    @Blocking
    void take(ConsumerRecords<String, byte[]> batch) {
        inbox.take("evidence-events", batch);
    }
}
