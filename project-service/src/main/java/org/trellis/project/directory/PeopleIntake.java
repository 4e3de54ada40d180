package org.trellis.project.directory;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.trellis.inbox.Copies;
import org.trellis.inbox.Inbox;

/** Which sign-in is which person; nothing else about a person is kept here. */
@ApplicationScoped
class PeopleIntake {
    private static final Map<String, String> TABLES = Map.of("person", "person");

    private final Inbox inbox;
    private final Copies copies;

    PeopleIntake(Inbox inbox, Copies copies) {
        this.inbox = inbox;
        this.copies = copies;
    }

    @Incoming("alliance-people")
    @Blocking
    void take(ConsumerRecords<String, byte[]> batch) {
        inbox.take("alliance-people", batch, events -> copies.keep(TABLES, events));
    }
}
