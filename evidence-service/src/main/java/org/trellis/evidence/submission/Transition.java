package org.trellis.evidence.submission;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.trellis.evidence.reference.WithoutUpn;

/** A move of a submission, with why. */
public record Transition(
        @NotNull Action action,
        @Size(max = 1000) @WithoutUpn String note) {

    /** What a school can do with its submission. */
    public enum Action {
        SUBMIT,
        WITHDRAW,
        AMEND;

        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
