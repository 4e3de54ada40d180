package org.trellis.evidence.score;

import java.util.ArrayList;
import java.util.List;
import org.trellis.problem.Problems;
import org.trellis.problem.Violation;

/** Everything that is wrong with the scores of a request: the first hundred by place, the others as a number. */
public final class Refusals {
    private static final int MOST = 100;

    private final List<Violation> listed = new ArrayList<>();
    private long more;
    private boolean onlyPending = true;

    void add(String place, String message) {
        onlyPending = false;
        note(Violation.body(place, message));
    }

    /** Something referred to by its id is not known here: perhaps project-service has just told of it. */
    void pending(String place) {
        note(Problems.pending(place));
    }

    private void note(Violation violation) {
        if (listed.size() < MOST) {
            listed.add(violation);
        } else {
            more++;
        }
    }

    /**
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if anything was refused, 409 reference-pending where
     *     the same request may be right once more has been heard
     */
    public void check() {
        if (more > 0) {
            listed.add(Violation.body("$", "and " + more + " more"));
        }
        if (!listed.isEmpty()) {
            throw onlyPending ? Problems.referencePending(listed) : Problems.invalid(listed);
        }
    }
}
