package org.trellis.alliance.alliance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.trellis.alliance.Roles;
import org.trellis.alliance.membership.MembershipService;
import org.trellis.outbox.Changes;
import org.trellis.outbox.Ids;
import org.trellis.problem.Problems;
import org.trellis.web.MergePatch;
import org.trellis.web.Versioned;

/** Commands on alliances. */
@ApplicationScoped
class AllianceService {
    private final Alliances alliances;
    private final MembershipService memberships;
    private final Roles roles;
    private final Changes changes;

    AllianceService(Alliances alliances, MembershipService memberships, Roles roles, Changes changes) {
        this.alliances = alliances;
        this.memberships = memberships;
        this.roles = roles;
        this.changes = changes;
    }

    /** A trust's team forms alliances that its trust runs or one of its schools leads; the platform's staff any. */
    @Transactional
    UUID form(NewAlliance body) {
        var lead = roles.atOrganisation("$.leadOrganisationId", body.leadOrganisationId());
        var forming = body.trustId() == null ? lead : roles.atOrganisation("$.trustId", body.trustId());
        forming.require("form an alliance", "TRUST_TEAM", "PLATFORM_ADMIN");
        var alliance = new Alliance(Ids.next(), body);
        alliances.persist(alliance);
        changes.record(alliance, alliance.formed());
        memberships.lead(alliance.id(), body.leadOrganisationId(), body.startsOn());
        return alliance.id();
    }

    @Transactional
    void describe(UUID id, String ifMatch, MergePatch patch) {
        roles.atAlliance(id).require("describe an alliance", "ALLIANCE_LEAD", "TRUST_TEAM");
        var alliance =
                alliances.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Problems::notFound);
        Versioned.require(ifMatch, alliance.version());
        changes.record(alliance, alliance.describe(patch.applyTo(alliance.description())));
    }
}
