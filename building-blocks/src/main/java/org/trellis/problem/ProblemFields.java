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
public class ProblemFields implements ProblemPostProcessor {
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
        var span = Span.current().getSpanContext();
        var filled = filled(problem);
        return span.isValid()
                ? HttpProblem.builder(filled).with("traceId", span.getTraceId()).build()
                : filled;
    }

    /** With code and type; what went wrong inside is nobody's business. */
    public static HttpProblem filled(HttpProblem problem) {
        var code = (String) problem.getParameters()
                .getOrDefault("code", CODES.getOrDefault(problem.getStatusCode(), "status-" + problem.getStatusCode()));
        var filled = HttpProblem.builder(problem)
                .withType(URI.create("/problems/" + code))
                .withDetail(problem.getStatusCode() < 500 ? problem.getDetail() : null);
        if (!problem.getParameters().containsKey("code")) {
            filled.with("code", code);
        }
        return filled.build();
    }
}
