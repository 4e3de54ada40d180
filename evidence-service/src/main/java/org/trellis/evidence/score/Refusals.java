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

    void add(String place, String message) {
        if (listed.size() < MOST) {
            listed.add(Violation.body(place, message));
        } else {
            more++;
        }
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 if anything was refused */
    public void check() {
        if (more > 0) {
            listed.add(Violation.body("$", "and " + more + " more"));
        }
        if (!listed.isEmpty()) {
            throw Problems.invalid(listed);
        }
    }
}
