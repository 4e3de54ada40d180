package org.trellis.project.appointment;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.NotNull;

/** A move of an appointment. */
public record NewProjectAppointmentTransition(@NotNull Action action) {
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
