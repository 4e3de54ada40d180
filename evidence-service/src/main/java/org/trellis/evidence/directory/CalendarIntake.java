package org.trellis.evidence.directory;

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

/** Keeps when schools are open. What is overdue by a new calendar shows with the next day's count. */
@ApplicationScoped
class CalendarIntake implements Intake {
    private static final Map<String, String> TABLES = Map.of("calendar", "calendar");

    private final Inbox inbox;
    private final Copies copies;

    CalendarIntake(Inbox inbox, Copies copies) {
        this.inbox = inbox;
        this.copies = copies;
    }

    @Override
    public Map<String, Consumer<List<Received>>> effects() {
        return Map.of("alliance-calendars", events -> copies.keep(TABLES, events));
    }

    @Incoming("alliance-calendars")
    @Blocking
    void take(ConsumerRecords<String, byte[]> batch) {
        inbox.take("alliance-calendars", batch);
    }
}
