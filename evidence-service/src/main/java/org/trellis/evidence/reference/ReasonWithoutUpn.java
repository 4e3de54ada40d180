package org.trellis.evidence.reference;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import org.trellis.problem.Problems;
import org.trellis.problem.Violation;

/** A caller's reason is kept as history, so it must not name a pupil either. */
@Provider
class ReasonWithoutUpn implements ContainerRequestFilter {
    private static final String HEADER = "X-Reason";

    @Override
    public void filter(ContainerRequestContext request) {
        var reason = request.getHeaderString(HEADER);
        if (Upn.isIn(reason)) {
            throw Problems.invalid(Violation.header(HEADER, "must not contain a unique pupil number"));
        }
        if (PupilReference.isIn(reason)) {
            throw Problems.invalid(Violation.header(HEADER, "must not contain a reference to a person"));
        }
    }
}
