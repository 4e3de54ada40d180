package org.trellis.project.participation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.Map;

/**
 * A move of a participation.
 *
 * @param reason why it leaves; required to withdraw
 * @param evidence what becomes of its evidence when it leaves; KEEP unless given
 * @param note required of who acts on the head's behalf
 */
record NewParticipationTransition(
        @NotNull ParticipationAction action,
        LeavingReason reason,
        LeftEvidence evidence,

        @Size(max = 2000) @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*", message = "must not be blank")
        String note) {

    Map<String, Object> given() {
        var given = new HashMap<String, Object>();
        given.put("reason", reason);
        given.put("note", note);
        return given;
    }
}
