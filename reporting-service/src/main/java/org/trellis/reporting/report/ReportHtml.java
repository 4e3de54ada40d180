package org.trellis.reporting.report;

import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.MessageBodyWriter;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.Pattern;
import org.trellis.web.BodyHash;

/**
 * Reports as pages: what was published as its bytes were kept, a withdrawn one as a notice that says so, a draft as it
 * would look. The style is allowed by its hash, since bytes that never change can carry no number used once.
 */
@Provider
@Produces(MediaType.TEXT_HTML)
class ReportHtml implements MessageBodyWriter<Readable> {
    private static final Pattern STYLE = Pattern.compile("<style>(.*?)</style>", Pattern.DOTALL);

    private final ReportViews views;
    private final ReportPage page;

    ReportHtml(ReportViews views, ReportPage page) {
        this.views = views;
        this.page = page;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return Readable.class.isAssignableFrom(type);
    }

    @Override
    public void writeTo(
            Readable answer,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        var html = html(answer);
        headers.putSingle("Content-Type", "text/html;charset=UTF-8");
        headers.putSingle(
                "Content-Security-Policy",
                "default-src 'none'; style-src '" + hash(html) + "'; img-src data:; base-uri 'none';"
                        + " form-action 'none'; frame-ancestors 'none'");
        headers.putSingle("X-Content-Type-Options", "nosniff");
        headers.putSingle("Referrer-Policy", "no-referrer");
        out.write(html.getBytes(StandardCharsets.UTF_8));
    }

    private String html(Readable answer) {
        return switch (answer) {
            case StoredEdition stored -> stored.html();
            case ReportView report when report.state() == ReportState.WITHDRAWN -> page.withdrawn(report);
            case ReportView report when report.edition() == 0 -> page.draft(report);
            case ReportView report ->
                views.edition(report.id(), report.edition()).html();
        };
    }

    private static String hash(String html) {
        var style = STYLE.matcher(html);
        if (!style.find()) {
            throw new IllegalStateException("every page has a style");
        }
        return "sha256-"
                + Base64.getEncoder()
                        .encodeToString(BodyHash.sha256().digest(style.group(1).getBytes(StandardCharsets.UTF_8)));
    }
}
