package org.trellis.alliance.priority;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.UUID;
import org.trellis.outbox.Aggregate;
import org.trellis.problem.Problems;

/** What an alliance has agreed to work on, from a day on. */
@Entity
class Priority extends Aggregate {
    private UUID allianceId;
    private String title;
    private String description;

    @Enumerated(EnumType.STRING)
    private FocusArea focusArea;

    private LocalDate startsOn;
    private LocalDate endsOn;

    /** For Hibernate. */
    protected Priority() {}

    Priority(UUID id, NewPriority agreed) {
        super(id);
        allianceId = agreed.allianceId();
        startsOn = agreed.startsOn();
        endsOn = agreed.endsOn();
        become(agreed.wording());
    }

    UUID allianceId() {
        return allianceId;
    }

    PriorityEvent agreed() {
        return new PriorityEvent.Agreed(state());
    }

    PriorityDescription wording() {
        return new PriorityDescription(title, description, focusArea);
    }

    PriorityEvent describe(PriorityDescription wording) {
        become(wording);
        return new PriorityEvent.Changed(state());
    }

    /** An end that was agreed may come sooner or later than that. */
    PriorityEvent end(LocalDate day) {
        if (day.isBefore(startsOn)) {
            throw Problems.conflict("priority-ends-after-it-starts", "The priority starts on " + startsOn);
        }
        endsOn = day;
        return new PriorityEvent.Ended(state());
    }

    /** One that was to begin later never does. */
    PriorityEvent endWithAlliance(LocalDate day) {
        return end(day.isBefore(startsOn) ? startsOn : day);
    }

    private void become(PriorityDescription wording) {
        title = wording.title().strip();
        description = wording.description();
        focusArea = wording.focusArea();
    }

    private PriorityEvent.State state() {
        return new PriorityEvent.State(id(), allianceId, title, description, focusArea, startsOn, endsOn);
    }
}
