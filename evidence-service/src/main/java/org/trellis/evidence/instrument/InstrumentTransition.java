package org.trellis.evidence.instrument;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.trellis.evidence.reference.WithoutUpn;

/** A move of an instrument, with why. */
public record InstrumentTransition(
        @NotNull Action action,
        @Size(max = 1000) @WithoutUpn String note) {

    /** What can be done with a draft. */
    @Schema(name = "InstrumentAction")
    public enum Action {
        PUBLISH;

        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
