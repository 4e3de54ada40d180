package org.trellis.evidence.directory;

import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.trellis.evidence.completeness.Planned;
import org.trellis.evidence.outcome.Replanning;
import org.trellis.evidence.submission.Leaving;
import org.trellis.inbox.Copies;
import org.trellis.inbox.Inbox;
import org.trellis.inbox.Intake;
import org.trellis.inbox.Received;

/**
 * Keeps what this service must know of projects, and acts on it: a school that leaves may take its evidence along, and
 * a changed plan changes which cells there are and what is expected of whom. This consumer changes our own aggregates, so its inbox is never
 * rebuilt.
 */
@ApplicationScoped
class ProjectIntake implements Intake {
    private static final Map<String, String> TABLES = Map.of(
            "project", "project",
            "participation", "participation",
            "project-appointment", "project_appointment",
            "cohort", "cohort",
            "cycle", "cycle");

    private final Inbox inbox;
    private final Copies copies;
    private final Leaving leaving;
    private final Replanning replanning;
    private final Planned planned;

    ProjectIntake(Inbox inbox, Copies copies, Leaving leaving, Replanning replanning, Planned planned) {
        this.inbox = inbox;
        this.copies = copies;
        this.leaving = leaving;
        this.replanning = replanning;
        this.planned = planned;
    }

    @Override
    public Map<String, Consumer<List<Received>>> effects() {
        return Map.of("project-events", this::apply);
    }

    @Incoming("project-events")
    @Blocking
    void take(ConsumerRecords<String, byte[]> batch) {
        inbox.take("project-events", batch);
    }

    private void apply(List<Received> events) {
        planned.around(events.stream().map(Received::subject).distinct().toList(), () -> change(events));
    }

    private void change(List<Received> events) {
        var projects = events.stream()
                .filter(event -> event.aggregate().equals("project"))
                .map(Received::subject)
                .distinct()
                .toList();
        replanning.around(projects, () -> copies.keep(TABLES, events));
        events.stream()
                .filter(event -> event.aggregate().equals("participation") && event.state() != null)
                .map(Received::state)
                .filter(left -> left.path("status").asText().equals("WITHDRAWN")
                        && left.path("evidence").asText().equals("REMOVE"))
                .forEach(leaving::withItsEvidence);
    }
}
