package org.trellis.project.intervention;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.trellis.outbox.Aggregate;

/** Something that schools do differently: of the toolkit, or an alliance's own. */
@Entity
class Intervention extends Aggregate {
    private String code;
    private UUID allianceId;
    private UUID basedOnId;
    private int edition;
    private String name;
    private List<String> strands;
    private String summary;
    private String theoryOfChange;
    private List<String> activeIngredients;
    private List<String> adaptable;

    @ElementCollection
    @CollectionTable(name = "intervention_source", joinColumns = @JoinColumn(name = "intervention_id"))
    @OrderColumn(name = "position")
    private List<Source> evidence = new ArrayList<>();

    /** For Hibernate. */
    protected Intervention() {}

    /** Of the toolkit. */
    Intervention(UUID id, String code, InterventionDescription description) {
        super(id);
        this.code = code;
        become(description);
    }

    Intervention(UUID id, NewIntervention own) {
        super(id);
        allianceId = own.allianceId();
        basedOnId = own.basedOnId();
        become(own.description());
    }

    /** @return null for the toolkit's */
    UUID allianceId() {
        return allianceId;
    }

    InterventionDescription description() {
        return new InterventionDescription(
                name,
                strands.stream().map(Strand::valueOf).toList(),
                summary,
                theoryOfChange,
                activeIngredients,
                adaptable,
                List.copyOf(evidence));
    }

    InterventionEvent registered() {
        return new InterventionEvent.Registered(state());
    }

    InterventionEvent revise(InterventionDescription description) {
        become(description);
        return new InterventionEvent.Revised(state());
    }

    private void become(InterventionDescription description) {
        edition++;
        name = description.name().strip();
        strands = description.strands().stream().map(Enum::name).toList();
        summary = description.summary();
        theoryOfChange = description.theoryOfChange();
        activeIngredients = List.copyOf(description.activeIngredients());
        adaptable = List.copyOf(description.adaptable());
        evidence.clear();
        evidence.addAll(description.evidence());
    }

    private InterventionEvent.State state() {
        return new InterventionEvent.State(
                id(),
                code,
                allianceId,
                basedOnId,
                edition,
                name,
                strands,
                summary,
                theoryOfChange,
                activeIngredients,
                adaptable,
                List.copyOf(evidence));
    }
}
