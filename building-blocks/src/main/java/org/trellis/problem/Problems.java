package org.trellis.problem;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.net.URI;
import java.util.List;

/** The refusals that every service answers with (RFC 9457); to be thrown. */
public final class Problems {
    private Problems() {}

    private static HttpProblem.Builder problem(int status, String code, String title, String detail) {
        return HttpProblem.builder()
                .withType(URI.create("/problems/" + code))
                .withTitle(title)
                .withStatus(status)
                .withDetail(detail)
                .with("code", code);
    }

    /** 400: the request has not the agreed shape; names everything that is wrong with it. */
    public static HttpProblem invalid(List<Violation> violations) {
        return problem(400, "invalid-request", "The request is not valid", violations.size() + " violation(s)")
                .with("violations", violations)
                .build();
    }

    public static HttpProblem invalid(Violation... violations) {
        return invalid(List.of(violations));
    }

    /** 401: no token, or one that does not hold here. */
    public static HttpProblem unauthenticated() {
        return problem(401, "unauthenticated", "Unauthorized", "Send a bearer token that is valid here")
                .build();
    }

    /** 403: the caller may see the thing and may not do this to it. */
    public static HttpProblem forbidden(String detail) {
        return problem(403, "forbidden", "Not yours to do", detail).build();
    }

    /** 404: it does not exist, or the caller may not see it; the two answers are the same. */
    public static HttpProblem notFound() {
        return problem(404, "not-found", "Not found", "There is nothing here that you may see")
                .build();
    }

    /**
     * 409: a rule of the domain refuses.
     *
     * @param code stable, in lower case with hyphens
     * @param detail what is missing, for a person
     */
    public static HttpProblem conflict(String code, String detail) {
        return problem(409, code, "Refused by a rule", detail).build();
    }

    /** 409 with what is missing, one entry each. */
    public static HttpProblem conflict(String code, String detail, List<String> missing) {
        return problem(409, code, "Refused by a rule", detail)
                .with("missing", missing)
                .build();
    }

    /** 409: rules refuse parts of a request that is kept whole or not at all; names each with its rule. */
    public static HttpProblem refused(String code, List<Violation> violations) {
        return problem(409, code, "Refused by a rule", violations.size() + " refusal(s); nothing was changed")
                .with("violations", violations)
                .build();
    }

    /** 409: something referred to is unknown here, perhaps not yet heard of; the same for unknown and for hidden. */
    public static HttpProblem referencePending(String path) {
        return referencePending(path + " refers to something not known here", List.of(pending(path)));
    }

    /** The same for several, each made by {@link #pending}. */
    public static HttpProblem referencePending(List<Violation> violations) {
        return referencePending(violations.size() + " reference(s) to what is not known here", violations);
    }

    /** What is said of a reference that is unknown, hidden, or not yet heard of. */
    public static Violation pending(String path) {
        return Violation.body(path, "is not known here, or not yet");
    }

    private static HttpProblem referencePending(String detail, List<Violation> violations) {
        return problem(409, "reference-pending", "Not yet known here", detail)
                .with("violations", violations)
                .withHeader("Retry-After", "1")
                .build();
    }

    /** 410: a link that held for a while, or for one state of what it leads to, holds no more. */
    public static HttpProblem linkOver(String detail) {
        return problem(410, "link-over", "No longer there", detail).build();
    }

    /** 410: what the caller keeps in step with is no longer what was given out; the way on is to start anew. */
    public static HttpProblem sightChanged() {
        return problem(
                        410,
                        "sight-changed",
                        "What you may see has changed",
                        "Drop what you keep of this list and begin again with changedAfter=start")
                .build();
    }

    /** 412: the thing has changed since the caller read it. */
    public static HttpProblem stale() {
        return problem(412, "stale", "Changed since you read it", "If-Match does not name the current version")
                .build();
    }

    /** 413. @param limit in bytes */
    public static HttpProblem tooLarge(long limit) {
        return problem(413, "too-large", "The body is too large", "At most " + limit + " bytes are taken here")
                .build();
    }

    /** 415: the body is of a type that is not taken here. */
    public static HttpProblem unsupportedMediaType() {
        return problem(415, "unsupported-media-type", "Unsupported Media Type", "HTTP 415 Unsupported Media Type")
                .build();
    }

    /** 422: the Idempotency-Key came before with another body. */
    public static HttpProblem keyReused() {
        return problem(422, "idempotency-key-reused", "Key used before", "The key came before with another body")
                .build();
    }

    /** 428: a change must say which version it is based on. */
    public static HttpProblem ifMatchRequired() {
        return problem(428, "if-match-required", "If-Match is required", "Send the ETag that you read as If-Match")
                .build();
    }

    /**
     * 429: so much of the caller's waits already that others would wait behind it.
     *
     * @param what waits, in the plural
     */
    public static HttpProblem tooManyWaiting(int limit, String what) {
        return problem(
                        429,
                        "too-many-waiting",
                        "Too much waits already",
                        "At most " + limit + " of a caller's " + what
                                + " wait at a time; ask again when others are done")
                .withHeader("Retry-After", "60")
                .build();
    }

    /** 503: what the service rests on is away or has no room. A change may have been made all the same, where the answer to its commit was lost: it is sent again with its Idempotency-Key. */
    public static HttpProblem unavailable() {
        return problem(503, "unavailable", "Not to be had for the moment", null)
                .withHeader("Retry-After", "2")
                .build();
    }
}
