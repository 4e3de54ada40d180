package org.trellis.reporting.report;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.UncheckedIOException;
import org.trellis.reporting.impact.ImpactView;

/** A report as a page that needs nothing but itself. */
@ApplicationScoped
class ReportPage {
    private final Template page;
    private final Template withdrawn;
    private final ObjectMapper json;

    ReportPage(
            @Location("report.html") Template page, @Location("withdrawn.html") Template withdrawn, ObjectMapper json) {
        this.page = page;
        this.withdrawn = withdrawn;
        this.json = json;
    }

    String published(Report report, ReportBody.Head head) {
        return rendered(ReportBody.of(report), head.number(), head);
    }

    String draft(ReportView report) {
        var draft = report.draft();
        return rendered(ReportBody.of(draft.text(), draft.content()), report.number(), null);
    }

    private String rendered(ReportBody body, String number, ReportBody.Head head) {
        var results = body.results().stream().map(result -> view(json, result)).toList();
        return page.data("report", ReportModel.of(body, number, head, results)).render();
    }

    String withdrawn(ReportView report) {
        return withdrawn
                .data("title", report.title())
                .data("number", report.number())
                .data("reason", report.reason())
                .data("address", report.address())
                .render();
    }

    /** An answer on impact as it was written down. */
    static ImpactView view(ObjectMapper json, JsonNode result) {
        try {
            return json.readerFor(ImpactView.class)
                    .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                    .readValue(result);
        } catch (IOException e) {
            throw new UncheckedIOException("an answer that was written down cannot be read", e);
        }
    }
}
