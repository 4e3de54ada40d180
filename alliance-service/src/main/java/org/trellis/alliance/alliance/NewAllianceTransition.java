package org.trellis.alliance.alliance;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Map;
import java.util.UUID;
import org.trellis.alliance.PlausibleDay;
import org.trellis.alliance.membership.LeavingReason;
import org.trellis.alliance.membership.MembershipRole;
import org.trellis.problem.Problems;
import org.trellis.problem.Violation;

/**
 * A move of an alliance.
 *
 * @param on the first day on which it holds
 * @param reason why a designation was lost
 * @param organisationId who leads from that day on: on handing on, and on an award where it is not the present lead
 * @param endingReason why the alliance ends
 * @param formerLeadRole what the former lead is from then on; a member unless said otherwise
 * @param formerLeadLeaves why the former lead leaves the alliance instead
 */
record NewAllianceTransition(
        @NotNull AllianceAction action,
        @NotNull @PlausibleDay LocalDate on,
        LossReason reason,
        EndingReason endingReason,
        UUID organisationId,
        MembershipRole formerLeadRole,
        LeavingReason formerLeadLeaves) {

    @AssertTrue(message = "the former lead stays in another role, or leaves for a reason: say one of the two")
    boolean isSureOfTheFormerLead() {
        return formerLeadRole == null || formerLeadLeaves == null && formerLeadRole != MembershipRole.LEAD;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming all that this action needs and has not got */
    void requireFields() {
        var given = new ArrayList<Violation>();
        var fields = Map.of(
                "reason", reason != null,
                "endingReason", endingReason != null,
                "organisationId", organisationId != null,
                "on", true);
        action.needs().stream()
                .filter(field -> !fields.get(field))
                .forEach(field -> given.add(Violation.body("$." + field, "is required to " + action)));
        if (!given.isEmpty()) {
            throw Problems.invalid(given);
        }
    }

    MembershipRole formerLeadBecomes() {
        return formerLeadRole == null && formerLeadLeaves == null ? MembershipRole.MEMBER : formerLeadRole;
    }
}
