package org.trellis.reporting.report;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.trellis.problem.Problems;

/**
 * A report as a command finds it.
 *
 * @param version counts its changes
 * @param edition counts what was published of it; 0 before the first
 * @param reason why it is being corrected, or was withdrawn
 * @param inputs what its figures rest on, as JSON
 */
record Report(
        UUID id,
        int number,
        long version,
        UUID projectId,
        ReportState state,
        ReportText text,
        Snapshot content,
        String inputs,
        int edition,
        String reason) {

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 403 or 409 */
    Report rewritten(ReportText changed, Set<String> roles) {
        if (roles.stream().noneMatch(ReportAction.Who.WRITERS::contains)) {
            throw Problems.forbidden("A report is written by its project's lead or its alliance's leads");
        }
        if (state != ReportState.DRAFT && state != ReportState.CORRECTING) {
            throw Problems.conflict("not-in-this-state", "What was published is changed by a correction");
        }
        return with(changed);
    }

    Report to(ReportState next, String why) {
        return new Report(id, number, version, projectId, next, text, content, inputs, edition, why);
    }

    Report with(Snapshot anew, String inputsAnew) {
        return new Report(id, number, version, projectId, state, text, anew, inputsAnew, edition, reason);
    }

    Report with(ReportText otherText) {
        return new Report(id, number, version, projectId, state, otherText, content, inputs, edition, reason);
    }

    Report nextEdition() {
        return new Report(id, number, version, projectId, state, text, content, inputs, edition + 1, reason);
    }

    /**
     * @param current whether its figures would come out today as they were taken
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 naming what is missing
     */
    void requireReady(boolean current) {
        if (text.summary() == null || text.summary().isBlank()) {
            throw Problems.conflict("report-incomplete", "To publish something is missing", List.of("a summary"));
        }
        if (!current) {
            throw Problems.conflict(
                    "inputs-changed",
                    "The evidence, or what is said of the project and its schools, has changed since the figures were taken",
                    List.of("to renew the figures, and to read them again"));
        }
    }
}
