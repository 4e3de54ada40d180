package org.trellis.evidence.submission;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.trellis.evidence.submission.SubmissionView.Possible;

/** What a reader may do with a submission, now or once what is missing is there. */
final class SubmissionActions {
    private SubmissionActions() {}

    static List<Possible> of(
            SubmissionType type, SubmissionStatus status, boolean counts, int scores, Set<String> roles) {
        var possible = new ArrayList<Possible>();
        boolean ours = type.development()
                ? roles.contains("MAKER")
                : roles.contains("SCHOOL_STAFF") || roles.contains("TRUST_TEAM");
        if (ours && status.open()) {
            boolean empty = type == SubmissionType.SCORES && scores == 0;
            possible.add(possible("submit", empty ? List.of("scores to hand in") : List.of()));
        }
        if (ours && status == SubmissionStatus.ACCEPTED) {
            possible.add(possible("amend", List.of()));
        }
        boolean heads = roles.contains("SCHOOL_LEAD") || roles.contains("TRUST_TEAM") || roles.contains("HEAD");
        if (status != SubmissionStatus.WITHDRAWN && (heads || !counts && roles.contains("MAKER"))) {
            possible.add(possible("withdraw", List.of()));
        }
        if (roles.contains("MODERATOR") && status == SubmissionStatus.SUBMITTED) {
            possible.add(possible("decide", List.of()));
        }
        if (roles.contains("RD_LEAD") && status == SubmissionStatus.SUBMITTED) {
            possible.add(possible("assign", List.of()));
        }
        return possible;
    }

    private static Possible possible(String action, List<String> missing) {
        return new Possible(action, missing.isEmpty(), missing);
    }
}
