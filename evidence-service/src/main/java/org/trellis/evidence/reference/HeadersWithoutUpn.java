package org.trellis.evidence.reference;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.List;
import org.trellis.problem.Problems;
import org.trellis.problem.Violation;

/**
 * A caller's reason is kept as history, and the key of a request for a day, so they must not name a pupil either. A key
 * may look like a reference, as any hash of 32 bytes does.
 */
@Provider
class HeadersWithoutUpn implements ContainerRequestFilter {
    private static final String REASON = "X-Reason";
    private static final List<String> KEPT = List.of(REASON, "Idempotency-Key");

    @Override
    public void filter(ContainerRequestContext request) {
        for (var header : KEPT) {
            if (Upn.isIn(request.getHeaderString(header))) {
                throw Problems.invalid(Violation.header(header, "must not contain a unique pupil number"));
            }
        }
        if (PupilReference.isIn(request.getHeaderString(REASON))) {
            throw Problems.invalid(Violation.header(REASON, "must not contain a reference to a person"));
        }
    }
}
