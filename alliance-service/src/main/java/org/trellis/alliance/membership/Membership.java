package org.trellis.alliance.membership;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.UUID;
import org.trellis.outbox.Aggregate;

/** An organisation's dated place in an alliance. Never deleted: it ends. The {@link Roster} says when it may. */
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

    private Integer joinedUnder;
    private Integer leftUnder;

    /** For Hibernate. */
    protected Membership() {}

    Membership(
            UUID id,
            UUID allianceId,
            UUID organisationId,
            MembershipRole role,
            LocalDate startsOn,
            Integer joinedUnder) {
        super(id);
        this.allianceId = allianceId;
        this.organisationId = organisationId;
        this.role = role;
        this.startsOn = startsOn;
        this.joinedUnder = joinedUnder;
    }

    UUID allianceId() {
        return allianceId;
    }

    UUID organisationId() {
        return organisationId;
    }

    MembershipRole role() {
        return role;
    }

    Period period() {
        return new Period(startsOn, endsOn);
    }

    Integer joinedUnder() {
        return joinedUnder;
    }

    MembershipEvent started() {
        return new MembershipEvent.Started(state());
    }

    MembershipEvent end(LocalDate day, LeavingReason reason, Integer under) {
        endsOn = day;
        leavingReason = reason;
        leftUnder = under;
        return new MembershipEvent.Ended(state());
    }

    /** One that would begin later never does. */
    MembershipEvent endWithAlliance(LocalDate day) {
        return end(day.isBefore(startsOn) ? startsOn : day, LeavingReason.ALLIANCE_ENDED, null);
    }

    private MembershipEvent.State state() {
        return new MembershipEvent.State(
                id(), allianceId, organisationId, role, startsOn, endsOn, leavingReason, joinedUnder, leftUnder);
    }
}
