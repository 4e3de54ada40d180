package org.trellis.alliance.alliance;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;
import org.trellis.outbox.Ids;
import org.trellis.problem.Problems;

/** The time during which an alliance is designated, from its award to its loss. */
@Entity
class Designation {
    @Id
    private UUID id;

    private LocalDate awardedOn;
    private LocalDate lostOn;

    @Enumerated(EnumType.STRING)
    private LossReason lostReason;

    /** For Hibernate. */
    protected Designation() {}

    Designation(LocalDate awardedOn) {
        id = Ids.next();
        this.awardedOn = awardedOn;
    }

    boolean open() {
        return lostOn == null;
    }

    LocalDate awardedOn() {
        return awardedOn;
    }

    void lose(LocalDate day, LossReason reason) {
        if (!day.isAfter(awardedOn)) {
            throw Problems.conflict("designation-lost-after-its-award", "The designation began on " + awardedOn);
        }
        lostOn = day;
        lostReason = reason;
    }

    boolean overBy(LocalDate day) {
        return lostOn != null && !lostOn.isAfter(day);
    }

    AllianceEvent.DesignationState state() {
        return new AllianceEvent.DesignationState(awardedOn, lostOn, lostReason);
    }
}
