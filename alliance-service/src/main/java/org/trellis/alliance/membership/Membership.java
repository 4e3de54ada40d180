package org.trellis.alliance.membership;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.UUID;
import org.trellis.outbox.Aggregate;
import org.trellis.problem.Problems;

/** An organisation's dated place in an alliance. Never deleted: it ends. */
@Entity
class Membership extends Aggregate {
    private UUID allianceId;
    private UUID organisationId;

    @Enumerated(EnumType.STRING)
    private MembershipRole role;

    private LocalDate startsOn;
    private LocalDate endsOn;

    @Enumerated(EnumType.STRING)
    private LeavingReason leavingReason;

    /** For Hibernate. */
    protected Membership() {}

    Membership(UUID id, UUID allianceId, UUID organisationId, MembershipRole role, LocalDate startsOn) {
        super(id);
        this.allianceId = allianceId;
        this.organisationId = organisationId;
        this.role = role;
        this.startsOn = startsOn;
    }

    UUID allianceId() {
        return allianceId;
    }

    MembershipEvent started() {
        return new MembershipEvent.Started(state());
    }

    MembershipEvent end(LocalDate day, LeavingReason reason) {
        if (endsOn != null) {
            throw Problems.conflict("membership-ended-already", "The membership ended on " + endsOn);
        }
        if (role == MembershipRole.LEAD) {
            throw Problems.conflict("lead-needs-successor", "An alliance has a lead as long as it is designated");
        }
        if (day.isBefore(startsOn)) {
            throw Problems.conflict("membership-ends-after-it-starts", "The membership starts on " + startsOn);
        }
        endsOn = day;
        leavingReason = reason;
        return new MembershipEvent.Ended(state());
    }

    private MembershipEvent.State state() {
        return new MembershipEvent.State(id(), allianceId, organisationId, role, startsOn, endsOn, leavingReason);
    }
}
