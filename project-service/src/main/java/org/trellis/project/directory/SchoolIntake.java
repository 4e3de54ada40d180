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

/** When schools are open, how large they are, and who holds which post there. */
@ApplicationScoped
class SchoolIntake implements Intake {
    private static final Map<String, String> TABLES =
            Map.of("calendar", "calendar", "appointment", "post", "organisation", "school_size");

    private final Inbox inbox;
    private final Copies copies;

    SchoolIntake(Inbox inbox, Copies copies) {
        this.inbox = inbox;
        this.copies = copies;
    }

    @Override
    public Map<String, Consumer<List<Received>>> effects() {
        return Map.of("alliance-schools", events -> copies.keep(TABLES, events));
    }

    @Incoming("alliance-schools")
    @Blocking
    void take(ConsumerRecords<String, byte[]> batch) {
        inbox.take("alliance-schools", batch);
    }
}
