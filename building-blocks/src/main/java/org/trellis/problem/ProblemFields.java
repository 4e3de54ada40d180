package org.trellis.problem;

import io.opentelemetry.api.trace.Span;
import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemContext;
import io.quarkiverse.resteasy.problem.postprocessing.ProblemPostProcessor;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URI;
import java.util.Map;

/** Gives every problem, whoever raised it, its stable code and type, and the id of its trace. */
@ApplicationScoped
@Startup
class ProblemFields implements ProblemPostProcessor {
    private static final Map<Integer, String> CODES = Map.of(
            400, "invalid-request",
            401, "unauthenticated",
            403, "forbidden",
            404, "not-found",
            405, "method-not-allowed",
            406, "not-acceptable",
            413, "too-large",
            415, "unsupported-media-type",
            500, "internal-error",
            503, "unavailable");

    @Override
    public HttpProblem apply(HttpProblem problem, ProblemContext context) {
        var code = (String) problem.getParameters()
                .getOrDefault("code", CODES.getOrDefault(problem.getStatusCode(), "status-" + problem.getStatusCode()));
        var filled = HttpProblem.builder(problem)
                .withType(URI.create("/problems/" + code))
                .withDetail(problem.getStatusCode() < 500 ? problem.getDetail() : null);
        if (!problem.getParameters().containsKey("code")) {
            filled.with("code", code);
        }
        var span = Span.current().getSpanContext();
        if (span.isValid()) {
            filled.with("traceId", span.getTraceId());
        }
        return filled.build();
    }
}
