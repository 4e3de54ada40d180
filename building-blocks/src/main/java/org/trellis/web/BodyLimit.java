package org.trellis.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.trellis.problem.Problems;

/** Refuses a body that says it is too large before any of it is read; what does not say is counted while it is read. */
@Provider
@PreMatching
class BodyLimit implements ContainerRequestFilter {
    private final long fileLimit;

    BodyLimit(@ConfigProperty(name = "trellis.web.file-limit", defaultValue = "1048576") long fileLimit) {
        this.fileLimit = fileLimit;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        var type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        long limit = type != null && (type.startsWith("text/csv") || type.startsWith("application/x-ndjson"))
                ? fileLimit
                : JsonBody.LIMIT;
        if (length != null && Long.parseLong(length) > limit) {
            throw Problems.tooLarge(limit);
        }
    }
}
