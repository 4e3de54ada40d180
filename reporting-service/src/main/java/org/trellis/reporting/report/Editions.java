package org.trellis.reporting.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.UUID;
import org.trellis.reporting.impact.Results;
import org.trellis.web.BodyHash;

/** Writes down what is published: the same report as JSON and as a page, and what a correction changed. */
@ApplicationScoped
class Editions {
    private final Reports reports;
    private final ReportPage page;
    private final ObjectMapper json;

    Editions(Reports reports, ReportPage page, ObjectMapper json) {
        this.reports = reports;
        this.page = page;
        this.json = json;
    }

    Edition of(Report report) {
        var at = Instant.now().truncatedTo(ChronoUnit.SECONDS);
        JsonNode body = json.valueToTree(ReportBody.of(report));
        var changes = report.edition() == 1 ? List.<Differences.Difference>of() : changes(report, body);
        var head = new ReportBody.Head(
                report.id(),
                ReportBody.number(report.number()),
                report.edition(),
                at,
                "/v1/reports/" + report.id(),
                report.reason(),
                changes);
        ObjectNode whole = json.createObjectNode();
        whole.set("report", json.valueToTree(head));
        whole.setAll((ObjectNode) body);
        var text = written(whole);
        return new Edition(
                at,
                report.reason(),
                changes,
                text,
                page.published(report, head),
                HexFormat.of().formatHex(BodyHash.sha256().digest(text.getBytes(StandardCharsets.UTF_8))),
                named(report));
    }

    /** The texts of the last edition, in place of those of a correction that was given up. */
    Report asPublished(Report report) {
        var body = read(reports.lastPublished(report.id()));
        try {
            return report.with(new ReportText(
                    body.path("title").asText(),
                    body.path("summary").asText(),
                    json.treeToValue(body.path("commentary"), ReportBody.Commentary.class)));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was published can be read", e);
        }
    }

    private List<Differences.Difference> changes(Report report, JsonNode body) {
        var before = (ObjectNode) read(reports.lastPublished(report.id()));
        ObjectNode after = body.deepCopy();
        return Differences.between(before.without(List.of("report", "madeAt")), after.without("madeAt"));
    }

    private List<UUID> named(Report report) {
        var named = new LinkedHashSet<UUID>();
        report.content().results().forEach(result -> named.addAll(Results.named(ReportPage.view(json, result))));
        return List.copyOf(named);
    }

    private JsonNode read(String text) {
        try {
            return json.readTree(text);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("what was published can be read", e);
        }
    }

    private String written(JsonNode tree) {
        try {
            return json.writeValueAsString(tree);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a report can be written as JSON", e);
        }
    }
}
