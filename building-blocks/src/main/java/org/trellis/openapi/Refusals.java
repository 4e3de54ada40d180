package org.trellis.openapi;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem.HttpMethod;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.trellis.problem.ProblemFields;
import org.trellis.problem.Problems;
import org.trellis.problem.Violation;

/** The refusals that operations may answer with: each described once, with an example that is made as it is sent. */
final class Refusals {
    private static final String RETRY_AFTER = "Retry-After";

    private static final List<HttpProblem> ALL = List.of(
            Problems.invalid(Violation.query("limit", "must be from 1 to 200")),
            Problems.unauthenticated(),
            Problems.forbidden("To appoint people here takes one of SCHOOL_LEAD, TRUST_TEAM, PLATFORM_ADMIN"),
            Problems.notFound(),
            Problems.referencePending("$.organisationId"),
            Problems.sightChanged(),
            Problems.stale(),
            Problems.tooLarge(1_048_576),
            Problems.unsupportedMediaType(),
            Problems.keyReused(),
            Problems.ifMatchRequired(),
            Problems.tooManyWaiting(20, "files"),
            Problems.unavailable());

    private static final Map<Integer, String> DESCRIPTIONS = Map.ofEntries(
            Map.entry(400, "Not of the agreed shape; names everything that is wrong"),
            Map.entry(401, "No token, or one that does not hold here"),
            Map.entry(403, "May be seen by the caller, and not done"),
            Map.entry(404, "Not there, or not to be seen by the caller; the two answers are the same"),
            Map.entry(409, "Refused by a rule, whose code is stable; reference-pending may be tried again"),
            Map.entry(410, "What the caller keeps in step with has to be read anew"),
            Map.entry(412, "Changed since the caller read it"),
            Map.entry(413, "The body is too large"),
            Map.entry(415, "The body is of a type that is not taken here"),
            Map.entry(422, "The Idempotency-Key came before with another body"),
            Map.entry(428, "A change has to say by If-Match which version it is based on"),
            Map.entry(429, "So much of the caller's waits already that others would wait behind it"),
            Map.entry(503, "Not to be had for the moment; may be sent again"));

    Refusals(Components components) {
        // what the library describes in the place of this is not what is sent
        List.of("HttpProblem", "HttpValidationProblem", "Violation").forEach(components::removeSchema);
        components.addSchema("Problem", schema());
        ALL.forEach(problem -> components.addResponse(name(problem.getStatusCode()), answer(problem)));
    }

    void add(String path, HttpMethod method, Operation operation) {
        of(path, method, operation)
                .forEach(status -> operation
                        .getResponses()
                        .addAPIResponse(
                                Integer.toString(status),
                                OASFactory.createAPIResponse().ref("#/components/responses/" + name(status))));
    }

    private static List<Integer> of(String path, HttpMethod method, Operation operation) {
        var refusals = new ArrayList<>(List.of(400, 401, 403, 503));
        if (path.contains("{")) {
            refusals.add(404);
        }
        if (method != HttpMethod.GET) {
            refusals.addAll(List.of(409, 413, 415));
        }
        if (takes(operation, "Idempotency-Key")) {
            refusals.add(422);
        }
        if (takes(operation, "If-Match")) {
            refusals.addAll(List.of(412, 428));
        }
        if (method == HttpMethod.POST && (path.endsWith("-imports") || path.endsWith("-exports"))) {
            refusals.add(429);
        }
        if (takes(operation, "changedAfter")) {
            refusals.add(410);
        }
        return refusals;
    }

    private static boolean takes(Operation operation, String parameter) {
        return operation.getParameters() != null
                && operation.getParameters().stream().anyMatch(p -> parameter.equals(p.getName()));
    }

    private static String name(int status) {
        return "Problem" + status;
    }

    private static APIResponse answer(HttpProblem problem) {
        var answer = OASFactory.createAPIResponse()
                .description(DESCRIPTIONS.get(problem.getStatusCode()))
                .content(OASFactory.createContent()
                        .addMediaType(
                                "application/problem+json",
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("Problem"))
                                        .example(example(problem))));
        if (problem.getHeaders().containsKey(RETRY_AFTER)) {
            answer.addHeader(
                    RETRY_AFTER,
                    OASFactory.createHeader()
                            .description("Seconds after which it may be tried again")
                            .schema(OASFactory.createSchema().addType(SchemaType.INTEGER)));
        }
        return answer;
    }

    private static Map<String, Object> example(HttpProblem problem) {
        var sent = ProblemFields.filled(problem);
        var example = new LinkedHashMap<String, Object>();
        example.put("type", sent.getType().toString());
        example.put("title", sent.getTitle());
        example.put("status", sent.getStatusCode());
        if (sent.getDetail() != null) {
            example.put("detail", sent.getDetail());
        }
        new TreeMap<>(sent.getParameters()).forEach((name, value) -> example.put(name, plain(value)));
        return example;
    }

    private static Object plain(Object value) {
        return value instanceof List<?> list
                ? list.stream().map(Refusals::plain).toList()
                : value instanceof Violation violation
                        ? new TreeMap<>(
                                Map.of("in", violation.in(), "path", violation.path(), "message", violation.message()))
                        : value;
    }

    private static Schema schema() {
        var violation = OASFactory.createSchema().addType(SchemaType.OBJECT);
        List.of("in", "path", "message").forEach(field -> violation.addProperty(field, text()));
        var problem = OASFactory.createSchema().addType(SchemaType.OBJECT);
        List.of("type", "title", "detail", "instance", "code", "traceId")
                .forEach(field -> problem.addProperty(field, text()));
        problem.addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER));
        problem.addProperty(
                "violations",
                OASFactory.createSchema().addType(SchemaType.ARRAY).items(violation));
        problem.addProperty(
                "missing", OASFactory.createSchema().addType(SchemaType.ARRAY).items(text()));
        return problem;
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
