package org.trellis.project.risk;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.HashMap;
import java.util.Map;

/** A move of a risk. @param note required to close it */
record NewRiskTransition(
        @NotNull RiskAction action,

        @Size(max = 2000) @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*", message = "must not be blank")
        String note) {

    Map<String, Object> given() {
        var given = new HashMap<String, Object>();
        given.put("note", note);
        return given;
    }
}
