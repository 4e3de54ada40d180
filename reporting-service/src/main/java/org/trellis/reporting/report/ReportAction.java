package org.trellis.reporting.report;

import static org.trellis.reporting.report.ReportState.CORRECTING;
import static org.trellis.reporting.report.ReportState.DRAFT;
import static org.trellis.reporting.report.ReportState.PUBLISHED;
import static org.trellis.reporting.report.ReportState.WITHDRAWN;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.trellis.problem.Problems;
import org.trellis.problem.Violation;

/** The moves of a report: from where to where, by whom. */
public enum ReportAction {
    /** Takes the project's state anew, while it is being written. */
    RENEW(Set.of(DRAFT, CORRECTING), null, Who.WRITERS, false),
    PUBLISH(Set.of(DRAFT, CORRECTING), PUBLISHED, Who.PUBLISHERS, false),
    /** Opens what was published for a correction. */
    CORRECT(Set.of(PUBLISHED), CORRECTING, Who.WRITERS, true),
    /** Gives a correction up. */
    DISCARD(Set.of(CORRECTING), PUBLISHED, Who.WRITERS, false),
    WITHDRAW(Set.of(PUBLISHED, CORRECTING), WITHDRAWN, Who.PUBLISHERS, true);

    /** By appointment. */
    static final class Who {
        static final Set<String> WRITERS = Set.of("PROJECT_LEAD", "ALLIANCE_LEAD", "RD_LEAD");
        static final Set<String> PUBLISHERS = Set.of("RD_LEAD", "FACILITATOR");
        static final String NEVER_PUBLISHES = "PROJECT_LEAD";

        private Who() {}
    }

    private final Set<ReportState> from;
    private final ReportState to;
    private final Set<String> by;
    private final boolean needsReason;

    ReportAction(Set<ReportState> from, ReportState to, Set<String> by, boolean needsReason) {
        this.from = from;
        this.to = to;
        this.by = by;
        this.needsReason = needsReason;
    }

    boolean needsReason() {
        return needsReason;
    }

    /** Whether the caller's role allows it from this state. */
    boolean offeredTo(Set<String> roles, ReportState state) {
        return from.contains(state) && permits(roles);
    }

    private boolean permits(Set<String> roles) {
        return roles.stream().anyMatch(by::contains) && !(this == PUBLISH && roles.contains(Who.NEVER_PUBLISHES));
    }

    /**
     * Refuses, the first of: 403 by role, 409 {@code not-in-this-state}, 400 without a reason that it needs.
     *
     * @return the state it leads to
     */
    ReportState check(Set<String> roles, ReportState state, String reason) {
        if (!permits(roles)) {
            throw Problems.forbidden("To " + this + " a report is for " + String.join(", ", new TreeSet<>(by))
                    + (this == PUBLISH ? ", and not for the project's own lead" : ""));
        }
        if (!from.contains(state)) {
            throw Problems.conflict("not-in-this-state", "From " + state + " one cannot " + this);
        }
        if (needsReason && reason == null) {
            throw Problems.invalid(Violation.body("$.reason", "is required to " + this));
        }
        return to == null ? state : to;
    }

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
