package org.trellis.web;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.PreMatching;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.trellis.problem.Problems;

/** Refuses a body that says it is too large before any of it is read; what does not say is counted while it is read. */
@Provider
@PreMatching
class BodyLimit implements ContainerRequestFilter {
    private static final Pattern IMPORTS = Pattern.compile("/?v1/[a-z]+-imports");

    private final long fileLimit;
    private final long importLimit;

    BodyLimit(
            @ConfigProperty(name = "trellis.web.file-limit", defaultValue = "1048576") long fileLimit,
            @ConfigProperty(name = "trellis.web.import-limit") long importLimit) {
        this.fileLimit = fileLimit;
        this.importLimit = importLimit;
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var length = request.getHeaderString(HttpHeaders.CONTENT_LENGTH);
        long limit = limit(request);
        if (length != null && Long.parseLong(length) > limit) {
            throw Problems.tooLarge(limit);
        }
    }

    private long limit(ContainerRequestContext request) {
        var type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
        if (type == null || !(type.startsWith("text/csv") || type.startsWith("application/x-ndjson"))) {
            return JsonBody.LIMIT;
        }
        return IMPORTS.matcher(request.getUriInfo().getPath()).matches() ? importLimit : fileLimit;
    }
}
