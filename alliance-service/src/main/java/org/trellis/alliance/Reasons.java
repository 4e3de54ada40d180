package org.trellis.alliance;

import org.trellis.identity.CurrentRequest;
import org.trellis.problem.Problems;
import org.trellis.problem.Violation;

/** Whoever changes what was said of the past says why. */
public final class Reasons {
    private Reasons() {}

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 where the caller gives no {@code X-Reason} */
    public static void require() {
        if (CurrentRequest.reason().filter(reason -> !reason.isBlank()).isEmpty()) {
            throw Problems.invalid(Violation.header("X-Reason", "must say why the past is corrected"));
        }
    }
}
