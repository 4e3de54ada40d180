package org.trellis.alliance.alliance;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.UUID;
import org.trellis.alliance.Roles;
import org.trellis.alliance.Today;
import org.trellis.alliance.appointment.AppointmentService;
import org.trellis.alliance.membership.MembershipService;
import org.trellis.alliance.priority.PriorityService;
import org.trellis.outbox.Changes;
import org.trellis.outbox.Ids;
import org.trellis.problem.Problems;
import org.trellis.problem.Violation;
import org.trellis.web.MergePatch;
import org.trellis.web.Versioned;

/** Commands on alliances. */
@ApplicationScoped
class AllianceService {
    private static final String[] ITS_OWN = {"ALLIANCE_LEAD", "TRUST_TEAM"};

    private final Alliances alliances;
    private final AllianceQueries queries;
    private final MembershipService memberships;
    private final PriorityService priorities;
    private final AppointmentService appointments;
    private final Roles roles;
    private final Changes changes;

    AllianceService(
            Alliances alliances,
            AllianceQueries queries,
            MembershipService memberships,
            PriorityService priorities,
            AppointmentService appointments,
            Roles roles,
            Changes changes) {
        this.alliances = alliances;
        this.queries = queries;
        this.memberships = memberships;
        this.priorities = priorities;
        this.appointments = appointments;
        this.roles = roles;
        this.changes = changes;
    }

    /** A trust's team forms alliances that its trust runs or one of its schools leads; the platform's staff any. */
    @Transactional
    UUID form(NewAlliance body) {
        var lead = roles.atOrganisation("$.leadOrganisationId", body.leadOrganisationId());
        var forming = body.trustId() == null ? lead : roles.atOrganisation("$.trustId", body.trustId());
        forming.require("form an alliance", "TRUST_TEAM", "PLATFORM_ADMIN");
        requireTrust(body.trustId());
        var alliance = new Alliance(Ids.next(), body);
        alliances.persist(alliance);
        changes.record(alliance, alliance.formed());
        memberships.lead(alliance.id(), body.leadOrganisationId(), body.startsOn());
        return alliance.id();
    }

    /** Who runs an alliance may do much with it, so a trust is linked only by those who speak for that trust too. */
    @Transactional
    void describe(UUID id, String ifMatch, MergePatch patch) {
        roles.atAlliance(id).require("describe an alliance", ITS_OWN);
        var alliance = toChange(id);
        Versioned.require(ifMatch, alliance.version());
        var before = alliance.description();
        var after = patch.applyTo(before);
        if (after.trustId() != null && !after.trustId().equals(before.trustId())) {
            roles.atOrganisation("$.trustId", after.trustId()).require("link an alliance to a trust", "TRUST_TEAM");
            requireTrust(after.trustId());
        }
        changes.record(alliance, alliance.describe(after));
    }

    @Transactional
    UUID move(UUID id, NewAllianceTransition body) {
        body.action().require(roles.atAlliance(id));
        body.requireFields();
        if (body.organisationId() != null) {
            roles.atOrganisation("$.organisationId", body.organisationId());
        }
        var alliance = toChange(id);
        changes.record(
                alliance,
                switch (body.action()) {
                    case AWARD_DESIGNATION -> alliance.award(body.on());
                    case LOSE_DESIGNATION -> alliance.lose(body.on(), body.reason());
                    case HAND_ON -> alliance.handOn(body.on());
                    case END -> alliance.end(body.on(), body.endingReason(), Today.inEngland());
                });
        if (body.action() == AllianceAction.END) {
            endWhatIsIn(id, body.on());
        } else if (body.organisationId() == null) {
            memberships.requireLead(id);
        } else {
            memberships.passLead(
                    id, body.organisationId(), body.on(), body.formerLeadBecomes(), body.formerLeadLeaves());
        }
        return id;
    }

    private void endWhatIsIn(UUID id, LocalDate day) {
        memberships.endWithAlliance(id, day);
        priorities.endWithAlliance(id, day);
        appointments.endWithAlliance(id, day);
    }

    /** @return the id of the protocol's new version */
    @Transactional
    UUID agree(UUID id, NewProtocol body) {
        roles.atAlliance(id).require("agree what joining and leaving take", ITS_OWN);
        var alliance = toChange(id);
        changes.record(alliance, alliance.agree(body));
        return alliance.latest(body.kind()).orElseThrow().id();
    }

    private Alliance toChange(UUID id) {
        return alliances.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Problems::notFound);
    }

    private void requireTrust(UUID trust) {
        if (trust != null && !queries.isTrust(trust)) {
            throw Problems.invalid(Violation.body("$.trustId", "must be a trust"));
        }
    }
}
