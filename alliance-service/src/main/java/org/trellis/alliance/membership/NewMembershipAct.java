package org.trellis.alliance.membership;

import jakarta.validation.Valid;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.trellis.alliance.PlausibleDay;

/**
 * Changes that hold together or not at all.
 *
 * @param changes in any alliances of which the caller may name the members
 */
record NewMembershipAct(@NotNull @Size(min = 1, max = 500) List<@NotNull @Valid Change> changes) {

    /** What a change does. */
    enum Kind {
        JOIN,
        LEAVE,
        CHANGE_ROLE
    }

    /**
     * One change.
     *
     * @param on the first day on which it holds
     * @param allianceId and organisationId say who joins what
     * @param role that it has from then on, for those who join or change role
     * @param membershipId which one ends, or goes on in another role
     * @param reason why it ends
     * @param met what the protocol for joining or leaving requires and is met, by code
     */
    record Change(
            @NotNull Kind change,
            @NotNull @PlausibleDay LocalDate on,
            UUID allianceId,
            UUID organisationId,
            MembershipRole role,
            UUID membershipId,
            LeavingReason reason,
            @Size(max = 30) List<@NotNull String> met) {

        @AssertTrue(message = "to join takes allianceId, organisationId and role, and neither membershipId nor reason")
        boolean isWholeToJoin() {
            return change != Kind.JOIN
                    || allianceId != null
                            && organisationId != null
                            && role != null
                            && membershipId == null
                            && reason == null;
        }

        @AssertTrue(message = "to leave takes membershipId and reason, and neither allianceId, organisationId nor role")
        boolean isWholeToLeave() {
            return change != Kind.LEAVE || ofAMembership() && reason != null && role == null;
        }

        @AssertTrue(
                message =
                        "to change role takes membershipId and role, and neither allianceId, organisationId, reason nor met")
        boolean isWholeToChangeRole() {
            return change != Kind.CHANGE_ROLE || ofAMembership() && role != null && reason == null && met == null;
        }

        private boolean ofAMembership() {
            return membershipId != null && allianceId == null && organisationId == null;
        }

        private MembershipChange step() {
            var meets = met == null ? List.<String>of() : met;
            return switch (change) {
                case JOIN -> new MembershipChange.Join(allianceId, organisationId, role, on, meets);
                case LEAVE -> new MembershipChange.Leave(membershipId, on, reason, meets);
                case CHANGE_ROLE -> new MembershipChange.ChangeRole(membershipId, on, role);
            };
        }
    }

    List<MembershipChange> steps() {
        return changes.stream().map(Change::step).toList();
    }

    List<UUID> memberships() {
        return changes.stream()
                .map(Change::membershipId)
                .filter(Objects::nonNull)
                .toList();
    }
}
