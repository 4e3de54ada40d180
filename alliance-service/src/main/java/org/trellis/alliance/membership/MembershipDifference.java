package org.trellis.alliance.membership;

import java.time.LocalDate;
import org.jdbi.v3.core.mapper.Nested;
import org.trellis.alliance.Reference;

/**
 * What is different from a day on.
 *
 * @param change JOINED, LEFT or ROLE_CHANGED
 * @param on the first day on which it is so
 * @param roleBefore null for one who joined
 * @param roleAfter null for one who left
 * @param leavingReason null unless it left
 */
public record MembershipDifference(
        @Nested("alliance") Reference alliance,
        @Nested("organisation") Reference organisation,
        String change,
        LocalDate on,
        String roleBefore,
        String roleAfter,
        String leavingReason) {}
