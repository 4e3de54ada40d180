package org.trellis.project.roleholder;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.NotNull;

/** A move of somebody who holds a role. */
public record NewRoleHolderTransition(@NotNull Action action) {
    /** It can only end, today. */
    public enum Action {
        END;

        @Override
        @JsonValue
        public String toString() {
            return "end";
        }
    }
}
