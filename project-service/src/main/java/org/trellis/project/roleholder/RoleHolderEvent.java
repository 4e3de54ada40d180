package org.trellis.project.roleholder;

import java.time.LocalDate;
import java.util.UUID;
import org.trellis.outbox.Event;

/** What others hear of a role for a school's part in a project. */
sealed interface RoleHolderEvent extends Event {
    /** A role's public state; the person is an opaque id. */
    record State(
            UUID id,
            UUID projectId,
            UUID participationId,
            UUID organisationId,
            UUID personId,
            SchoolRole role,
            LocalDate startsOn,
            LocalDate endsOn,
            Ending ending,
            UUID successorId) {}

    @Override
    State state();

    @Override
    default String aggregate() {
        return "role-holder";
    }

    /** A person has this role from its first day on. */
    record Started(State state) implements RoleHolderEvent {
        @Override
        public String type() {
            return "trellis.project.role-holder-started.v1";
        }
    }

    /** It ends sooner than it would have: ended, given over, or lapsed with the headship. */
    record Ended(State state) implements RoleHolderEvent {
        @Override
        public String type() {
            return "trellis.project.role-holder-ended.v1";
        }
    }
}
