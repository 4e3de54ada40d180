package org.trellis.alliance.membership;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import org.trellis.alliance.Roles;
import org.trellis.outbox.Changes;
import org.trellis.outbox.Ids;
import org.trellis.problem.Problems;

/** Commands on memberships. */
@ApplicationScoped
public class MembershipService {
    private final Memberships memberships;
    private final Roles roles;
    private final Changes changes;

    MembershipService(Memberships memberships, Roles roles, Changes changes) {
        this.memberships = memberships;
        this.roles = roles;
        this.changes = changes;
    }

    @Transactional
    UUID join(NewMembership body) {
        roles.atAlliance("$.allianceId", body.allianceId()).require("name members", "ALLIANCE_LEAD", "TRUST_TEAM");
        roles.atOrganisation("$.organisationId", body.organisationId());
        if (body.role() == MembershipRole.LEAD) {
            throw Problems.conflict("one-lead-at-a-time", "The alliance has a lead; the lead is handed on, not added");
        }
        return start(body.allianceId(), body.organisationId(), body.role(), body.startsOn());
    }

    /** The membership that an alliance is formed with. */
    @Transactional(Transactional.TxType.MANDATORY)
    public UUID lead(UUID alliance, UUID organisation, LocalDate startsOn) {
        return start(alliance, organisation, MembershipRole.LEAD, startsOn);
    }

    @Transactional
    UUID end(UUID id, EndMembership body) {
        var membership =
                memberships.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Problems::notFound);
        roles.atAlliance(membership.allianceId()).require("end a membership", "ALLIANCE_LEAD", "TRUST_TEAM");
        changes.record(membership, membership.end(body.endsOn(), body.reason()));
        return id;
    }

    private UUID start(UUID alliance, UUID organisation, MembershipRole role, LocalDate startsOn) {
        var membership = new Membership(Ids.next(), alliance, organisation, role, startsOn);
        memberships.persist(membership);
        changes.record(membership, membership.started());
        return membership.id();
    }
}
