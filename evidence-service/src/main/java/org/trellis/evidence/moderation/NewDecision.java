package org.trellis.evidence.moderation;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Positive;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.trellis.evidence.reference.WithoutUpn;

/**
 * What a moderator decides.
 *
 * @param revision the one that was looked at; refused where another one waits by now
 * @param notes on single lines or fields, for whoever mends it
 */
record NewDecision(
        @NotNull Decision decision,
        @Positive Integer revision,
        @Size(max = 2000) @WithoutUpn String note,
        @Size(max = 500) List<@NotNull @Valid Note> notes) {

    @Override
    public List<Note> notes() {
        return notes == null ? List.of() : notes;
    }

    /** @param line as outliers name it; null where the note is on a field of the whole */
    record Note(
            @Positive Integer line,
            @Size(max = 100) @WithoutUpn String field,
            @NotBlank @Size(max = 2000) @WithoutUpn String note) {}

    /** Accepted evidence counts; returned evidence is the school's to mend. */
    enum Decision {
        ACCEPT,
        RETURN
    }
}
