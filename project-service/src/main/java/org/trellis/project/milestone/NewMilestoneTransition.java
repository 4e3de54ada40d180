package org.trellis.project.milestone;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.trellis.project.PlausibleDay;

/**
 * A move of a milestone.
 *
 * @param on the day on which it was met; today unless given
 * @param note required to drop it
 */
record NewMilestoneTransition(
        @NotNull MilestoneAction action,
        @PlausibleDay LocalDate on,

        @Size(max = 2000) @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*", message = "must not be blank")
        String note) {

    Map<String, Object> given() {
        var given = new HashMap<String, Object>();
        given.put("note", note);
        return given;
    }
}
