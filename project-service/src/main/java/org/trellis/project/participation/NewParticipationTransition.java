package org.trellis.project.participation;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.trellis.project.PlausibleDay;

/**
 * A move of a participation.
 *
 * @param reason why it leaves; required to withdraw
 * @param evidence what becomes of its evidence when it leaves; KEEP unless given
 * @param termsVersion the version of the project's terms that is accepted; to commit, where the project has terms
 * @param on the day from which it holds; today unless given
 * @param note required of who acts on the head's behalf
 */
record NewParticipationTransition(
        @NotNull ParticipationAction action,
        LeavingReason reason,
        LeftEvidence evidence,
        Integer termsVersion,
        @PlausibleDay LocalDate on,

        @Size(max = 2000) @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*", message = "must not be blank")
        String note) {

    Map<String, Object> given() {
        var given = new HashMap<String, Object>();
        given.put("reason", reason);
        given.put("note", note);
        given.put("termsVersion", termsVersion);
        return given;
    }
}
