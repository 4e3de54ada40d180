package org.trellis.web;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.EntityTag;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.util.HexFormat;
import java.util.zip.CRC32C;

/** Puts the entity tag on single views, answers 304 where the reader has this view, and forbids shared caches. */
@Provider
class VersionedAnswer implements ContainerResponseFilter {
    private final ObjectMapper json;

    VersionedAnswer(ObjectMapper json) {
        this.json = json;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext answer) throws IOException {
        answer.getHeaders().putSingle(HttpHeaders.CACHE_CONTROL, "private, no-cache");
        answer.getHeaders().putSingle(HttpHeaders.VARY, "Authorization, Accept");
        if (answer.getEntity() instanceof Versioned view && answer.getStatus() < 300) {
            var tag = new EntityTag(view.version() + "-" + hash(json.writeValueAsBytes(view)));
            answer.getHeaders().putSingle(HttpHeaders.ETAG, tag);
            var unchanged =
                    request.getMethod().equals("GET") ? request.getRequest().evaluatePreconditions(tag) : null;
            if (unchanged != null && unchanged.build().getStatus() == 304) {
                answer.setEntity(null);
                answer.setStatus(304);
            }
        }
    }

    private static String hash(byte[] view) {
        var sum = new CRC32C();
        sum.update(view);
        return HexFormat.of().toHexDigits((int) sum.getValue());
    }
}
