package org.trellis.evidence.submission.narrative;

import com.fasterxml.jackson.annotation.JsonValue;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.Locale;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.trellis.evidence.reference.WithoutUpn;

/**
 * What is decided about a text.
 *
 * @param personalData whether it tells who somebody is; needed to clear it
 * @param wording how it is shown outside the school where it does; without one it stays inside
 */
public record PassageTransition(
        @NotNull Action action,
        Boolean personalData,
        @Size(max = 4000) @WithoutUpn String wording,
        @Size(max = 1000) @WithoutUpn String note) {

    /** Release a pupil's text to the school; clear a text to be shared outside it. */
    @Schema(name = "PassageAction")
    public enum Action {
        RELEASE,
        CLEAR;

        @JsonValue
        @Override
        public String toString() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    @AssertTrue(message = "to clear a text, say whether it holds personal data; another wording is for one that does")
    boolean isFlagged() {
        return action != Action.CLEAR
                ? personalData == null && wording == null
                : personalData != null && (personalData || wording == null);
    }
}
