package org.trellis.reporting.impact;

import io.quarkus.qute.Location;
import io.quarkus.qute.Template;
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
import java.security.SecureRandom;
import java.util.Base64;

/** An answer as a page that needs nothing but itself: no script, no picture, no style from elsewhere. */
@Provider
@Produces(MediaType.TEXT_HTML)
class ImpactPage implements MessageBodyWriter<ImpactView> {
    private final Template page;
    private final SecureRandom random = new SecureRandom();

    ImpactPage(@Location("impact.html") Template page) {
        this.page = page;
    }

    @Override
    public boolean isWriteable(Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType) {
        return type == ImpactView.class;
    }

    @Override
    public void writeTo(
            ImpactView view,
            Class<?> type,
            Type genericType,
            Annotation[] annotations,
            MediaType mediaType,
            MultivaluedMap<String, Object> headers,
            OutputStream out)
            throws IOException {
        byte[] once = new byte[16];
        random.nextBytes(once);
        var nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(once);
        headers.putSingle("Content-Type", "text/html;charset=UTF-8");
        headers.putSingle(
                "Content-Security-Policy",
                "default-src 'none'; style-src 'nonce-" + nonce + "'; img-src data:; base-uri 'none';"
                        + " form-action 'none'; frame-ancestors 'none'");
        headers.putSingle("X-Content-Type-Options", "nosniff");
        headers.putSingle("Referrer-Policy", "no-referrer");
        out.write(page.data("page", PageModel.of(view), "nonce", nonce).render().getBytes(StandardCharsets.UTF_8));
    }
}
