package org.trellis.reporting.intake;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.smallrye.reactive.messaging.annotations.Blocking;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.kafka.clients.consumer.ConsumerRecords;
import org.eclipse.microprofile.reactive.messaging.Incoming;
import org.trellis.inbox.Copies;
import org.trellis.inbox.Inbox;
import org.trellis.inbox.Received;

/** Takes in what the other three services tell, and keeps what is computed from it up to date. */
@ApplicationScoped
public class Intake implements org.trellis.inbox.Intake {
    private static final Map<String, String> ALLIANCES =
            tables("organisation", "affiliation", "alliance", "membership", "appointment");
    private static final Map<String, String> PEOPLE = tables("person");
    private static final Map<String, String> PROJECTS =
            tables("project", "participation", "project-appointment", "cohort", "cycle", "milestone", "readiness");
    private static final Map<String, String> EVIDENCE = tables("measure", "submission", "completeness");
    private static final Map<String, String> OUTCOMES = tables("cell");

    private final Inbox inbox;
    private final Copies copies;
    private final SchoolEffects effects;
    private final Flow flow;
    private final Freshness freshness;
    private final ReadModel readModel;
    private final ObjectMapper json;

    Intake(
            Inbox inbox,
            Copies copies,
            SchoolEffects effects,
            Flow flow,
            Freshness freshness,
            ReadModel readModel,
            ObjectMapper json) {
        this.inbox = inbox;
        this.readModel = readModel;
        this.copies = copies;
        this.effects = effects;
        this.flow = flow;
        this.freshness = freshness;
        this.json = json;
    }

    @Override
    public void begin() {
        readModel.enter();
    }

    @Override
    public void beginAgain() {
        readModel.requireNoRebuild();
    }

    @Override
    public Map<String, Consumer<List<Received>>> effects() {
        return Map.of(
                "alliance-events", noting("alliance-events", events -> copies.keep(ALLIANCES, events)),
                "people", noting("people", events -> copies.keep(PEOPLE, events)),
                "project-events", noting("project-events", this::project),
                "evidence-events",
                        noting(
                                "evidence-events",
                                events -> effects.around(events, () -> copies.keep(EVIDENCE, events))),
                "outcomes", noting("outcomes", this::outcome));
    }

    private void project(List<Received> events) {
        flow.keep(of("participation", events));
        effects.around(events, () -> copies.keep(PROJECTS, events));
    }

    private void outcome(List<Received> events) {
        of("cell", events).forEach(cell -> CellState.check(cell, json));
        effects.around(events, () -> copies.keep(OUTCOMES, events));
    }

    private Consumer<List<Received>> noting(String consumer, Consumer<List<Received>> change) {
        return events -> {
            change.accept(events);
            freshness.note(consumer, events);
        };
    }

    @Incoming("alliance-events")
    @Blocking
    void alliances(ConsumerRecords<String, byte[]> batch) {
        inbox.take("alliance-events", batch);
    }

    @Incoming("people")
    @Blocking
    void people(ConsumerRecords<String, byte[]> batch) {
        inbox.take("people", batch);
    }

    @Incoming("project-events")
    @Blocking
    void projects(ConsumerRecords<String, byte[]> batch) {
        inbox.take("project-events", batch);
    }

    @Incoming("evidence-events")
    @Blocking
    void evidence(ConsumerRecords<String, byte[]> batch) {
        inbox.take("evidence-events", batch);
    }

    @Incoming("outcomes")
    @Blocking
    void outcomes(ConsumerRecords<String, byte[]> batch) {
        inbox.take("outcomes", batch);
    }

    private static List<Received> of(String aggregate, Collection<Received> events) {
        return events.stream().filter(e -> e.aggregate().equals(aggregate)).toList();
    }

    private static Map<String, String> tables(String... aggregates) {
        return Stream.of(aggregates).collect(Collectors.toUnmodifiableMap(a -> a, a -> a.replace('-', '_')));
    }
}
