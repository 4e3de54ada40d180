package org.trellis.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.trellis.outbox.Ids;
import org.trellis.problem.Problems;
import org.trellis.reporting.directory.SightQueries;
import org.trellis.web.MergePatch;
import org.trellis.web.Versioned;

/** Commands on reports. */
@ApplicationScoped
class ReportService {
    private final Reports reports;
    private final ReportQueries queries;
    private final Snapshots snapshots;
    private final Readers readers;
    private final Editions editions;
    private final SightQueries sight;

    ReportService(
            Reports reports,
            ReportQueries queries,
            Snapshots snapshots,
            Readers readers,
            Editions editions,
            SightQueries sight) {
        this.reports = reports;
        this.queries = queries;
        this.snapshots = snapshots;
        this.readers = readers;
        this.editions = editions;
        this.sight = sight;
    }

    @Transactional
    UUID draft(NewReport body) {
        var roles = sight.rolesIn(body.projectId());
        if (!queries.seesProject(body.projectId())) {
            throw Problems.referencePending("$.projectId");
        }
        if (roles.stream().noneMatch(ReportAction.Who.WRITERS::contains)) {
            throw Problems.forbidden("A report is written by its project's lead or its alliance's leads");
        }
        var id = Ids.next();
        var inputs = inputs(body.projectId());
        reports.add(id, body.projectId(), body.text(), snapshots.take(body.projectId()), inputs);
        return id;
    }

    @Transactional
    void rewrite(UUID id, String ifMatch, MergePatch patch) {
        queries.mustSee(id);
        var report = reports.toChange(id);
        var roles = sight.rolesIn(report.projectId());
        Versioned.require(ifMatch, report.version());
        var changed = report.rewritten(patch.applyTo(report.text()), roles);
        if (!changed.text().equals(report.text())) {
            reports.change(changed, "report-changed");
        }
    }

    @Transactional
    UUID move(UUID id, NewReportTransition body) {
        queries.mustSee(id);
        var report = reports.toChange(id);
        var to = body.action().check(sight.rolesIn(report.projectId()), report.state(), body.reason());
        switch (body.action()) {
            case RENEW -> reports.change(renewed(report), "report-renewed");
            case CORRECT -> reports.change(renewed(report).to(to, body.reason()), "report-correction-begun");
            case DISCARD -> reports.change(editions.asPublished(report).to(to, null), "report-correction-discarded");
            case WITHDRAW -> reports.change(report.to(to, body.reason()), "report-withdrawn");
            case PUBLISH -> publish(report, to);
        }
        return id;
    }

    private void publish(Report report, ReportState to) {
        var now = renewed(report);
        report.requireReady(
                now.inputs().equals(report.inputs()) && snapshots.saysTheSame(now.content(), report.content()));
        var next = report.nextEdition();
        reports.publish(next, editions.of(next));
        reports.change(next.to(to, null), next.edition() == 1 ? "report-published" : "report-corrected");
    }

    private Report renewed(Report report) {
        var inputs = inputs(report.projectId());
        return report.with(snapshots.take(report.projectId()), inputs);
    }

    private String inputs(UUID project) {
        return reports.asKept(readers.inputs(project));
    }
}
