package org.trellis.project.fidelity;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.IntStream;
import org.trellis.outbox.Aggregate;
import org.trellis.problem.Problems;
import org.trellis.problem.Violation;
import org.trellis.project.Today;
import org.trellis.project.participation.Participation;

/** How true one school was to one intervention in one cycle. */
@Entity
class Fidelity extends Aggregate {
    private UUID projectId;
    private UUID cycleId;
    private UUID participationId;
    private UUID organisationId;
    private UUID interventionId;
    private int edition;
    private List<String> delivered;

    /** Active ingredients that were left out or adapted: without them it is another intervention. */
    private List<String> touched;

    private String note;
    private LocalDate reportedOn;

    @ElementCollection
    @CollectionTable(name = "fidelity_adaptation", joinColumns = @JoinColumn(name = "fidelity_id"))
    @OrderColumn(name = "position")
    private List<Adaptation> adapted = new ArrayList<>();

    /** For Hibernate. */
    protected Fidelity() {}

    Fidelity(UUID id, Participation of, NewFidelity wanted, int edition) {
        super(id);
        projectId = of.projectId();
        cycleId = wanted.cycleId();
        participationId = of.id();
        organisationId = of.organisationId();
        interventionId = wanted.interventionId();
        this.edition = edition;
        touched = List.of();
    }

    List<String> touched() {
        return touched;
    }

    /**
     * @param ingredients the active ones of the intervention in the edition that the project uses
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 where something else is named as one
     */
    FidelityEvent report(NewFidelity wanted, List<String> ingredients) {
        requireKnown(wanted, ingredients);
        var before = touched;
        delivered = ingredients.stream().filter(wanted.delivered()::contains).toList();
        adapted.clear();
        adapted.addAll(wanted.adapted());
        touched = ingredients.stream()
                .filter(each ->
                        !delivered.contains(each) || adapted.stream().anyMatch(a -> each.equals(a.ingredient())))
                .toList();
        note = wanted.note();
        reportedOn = Today.inEngland();
        return touched.isEmpty() || touched.equals(before)
                ? new FidelityEvent.Reported(state())
                : new FidelityEvent.IngredientTouched(state());
    }

    private static void requireKnown(NewFidelity wanted, List<String> ingredients) {
        var violations = new ArrayList<Violation>();
        var said = "must be an active ingredient in the intervention's words";
        IntStream.range(0, wanted.delivered().size())
                .filter(i -> !ingredients.contains(wanted.delivered().get(i)))
                .forEach(i -> violations.add(Violation.body("$.delivered[" + i + "]", said)));
        IntStream.range(0, wanted.adapted().size())
                .filter(i -> Objects.nonNull(wanted.adapted().get(i).ingredient()))
                .filter(i -> !ingredients.contains(wanted.adapted().get(i).ingredient()))
                .forEach(i -> violations.add(Violation.body("$.adapted[" + i + "].ingredient", said)));
        if (!violations.isEmpty()) {
            throw Problems.invalid(violations);
        }
    }

    private FidelityEvent.State state() {
        return new FidelityEvent.State(
                id(),
                projectId,
                cycleId,
                participationId,
                organisationId,
                interventionId,
                edition,
                delivered,
                List.copyOf(adapted),
                touched,
                note,
                reportedOn);
    }
}
