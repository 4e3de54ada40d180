package org.trellis.project.transfer;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/**
 * A project that is offered to another alliance.
 *
 * @param remainsPartner whether the alliance that gives it away stays its partner; true unless given
 */
record NewTransfer(
        @NotNull UUID projectId,
        @NotNull UUID toAllianceId,
        Boolean remainsPartner,

        @Size(max = 2000) @Pattern(regexp = "[\\s\\S]*\\S[\\s\\S]*", message = "must not be blank")
        String note) {}
