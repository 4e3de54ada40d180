package org.trellis.project.transfer;

import static org.trellis.project.transfer.TransferStatus.OFFERED;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Locale;
import java.util.Set;
import org.trellis.project.access.Role;
import org.trellis.project.project.ProjectState;
import org.trellis.project.transition.Move;
import org.trellis.project.transition.Rule;

/** The moves of an offer, each by the alliance at one of its ends; the project's state is the one fact they look at. */
enum TransferAction implements Move<TransferStatus, ProjectState> {
    ACCEPT(
            true,
            Rule.<TransferStatus, ProjectState>move(Set.of(OFFERED), TransferStatus.ACCEPTED, Leads.ALL)
                    .when("project-is-over", "a project that is not over", project -> !project.over())),
    DECLINE(true, Rule.move(Set.of(OFFERED), TransferStatus.DECLINED, Leads.ALL)),
    TAKE_BACK(false, Rule.move(Set.of(OFFERED), TransferStatus.TAKEN_BACK, Leads.ALL));

    private static final class Leads {
        static final Set<Role> ALL = Set.of(Role.ALLIANCE_LEAD);
    }

    private final boolean received;
    private final Rule<TransferStatus, ProjectState> rule;

    TransferAction(boolean received, Rule<TransferStatus, ProjectState> rule) {
        this.received = received;
        this.rule = rule;
    }

    /** Whether it is for the alliance that is offered the project; otherwise for the one that offers it. */
    boolean received() {
        return received;
    }

    @Override
    public Rule<TransferStatus, ProjectState> rule() {
        return rule;
    }

    @Override
    @JsonValue
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
