package org.trellis.testing;

import static io.restassured.RestAssured.given;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.RestAssured;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.trellis.testing.AccessMatrix.Answer;
import org.trellis.testing.AccessMatrix.Relation;
import org.trellis.testing.AccessMatrix.Request;

/** Every role at every operation, with objects that are the caller's own, related, former and foreign. */
public abstract class AccessByTable {
    /** Those who ask, and what they ask about. */
    public interface Callers {
        String token(String role);

        /** A text with the ids of the objects that are this to the callers. */
        String filled(Relation relation, String text);
    }

    private static final Set<String> METHODS = Set.of("get", "put", "post", "patch", "delete");

    private static final String CSV = "text/csv";

    private static final AccessMatrix MATRIX = AccessMatrix.read();
    private static final HttpClient CALLER =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private static final ObjectMapper JSON = new ObjectMapper();
    private static boolean asked;
    private static Callers world;

    /** Made once, when it is first needed. */
    protected abstract Callers made();

    private synchronized Callers world() {
        if (!asked) {
            asked = true;
            world = made();
        }
        assertNotNull(world, "callers that could not be made are not tried again");
        return world;
    }

    public static Stream<Request> requests() {
        return MATRIX.requests().stream();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void answersEachRoleAsTheTableSays(Request request) {
        var wanted = new ArrayList<String>();
        var found = new ArrayList<String>();
        for (var relation : Relation.values()) {
            var row = request.answers().getOrDefault(relation, Map.of());
            wanted.add(line(relation, MATRIX.roles().stream().map(role -> sign(row.get(role)))));
            found.add(line(relation, asking(request).map(role -> sign(ask(request, relation, role)))));
        }
        assertEquals(String.join("\n", wanted), String.join("\n", found), request.toString());
    }

    /** Those who only read do not come in each other's way. */
    private static Stream<String> asking(Request request) {
        var roles = MATRIX.roles().stream();
        return request.method().equals("GET") ? roles.parallel() : roles;
    }

    @AfterAll
    static void close() {
        CALLER.close();
    }

    @ParameterizedTest
    @MethodSource("requests")
    void asksForAToken(Request request) {
        given().contentType(mediaType(request))
                .body(body(request))
                .request(request.method(), request.path().replaceAll("\\{\\w+}", "a"))
                .then()
                .statusCode(401);
    }

    @Test
    void hasARowForEveryOperationAndEveryRelation() {
        var description = given().get("/openapi?format=json").jsonPath();
        var operations = new TreeSet<String>();
        description
                .<String, Map<String, ?>>getMap("paths")
                .forEach((path, ways) -> ways.keySet().stream()
                        .filter(METHODS::contains)
                        .forEach(method -> operations.add(method.toUpperCase(Locale.ROOT) + " " + path)));

        assertEquals(
                operations,
                MATRIX.requests().stream().map(Request::operation).collect(Collectors.toCollection(TreeSet::new)));
        assertEquals(List.of(), MATRIX.incomplete());
    }

    private Answer ask(Request request, Relation relation, String role) {
        var heard = send(request, relation, role);
        boolean json = heard.headers().firstValue("Content-Type").orElse("").contains("json");
        try {
            return answer(request, heard.statusCode(), json ? heard.body() : "{}");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The request as it stands in the table, with headers beside: names and values in turn. */
    protected HttpResponse<String> send(Request request, Relation relation, String role, String... headers) {
        var world = world();
        var path = world.filled(relation, request.path());
        var asked = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + path))
                .header("Authorization", "Bearer " + world.token(role))
                .header("Content-Type", mediaType(request))
                .method(request.method(), BodyPublishers.ofString(world.filled(relation, body(request))));
        if (headers.length > 0) {
            asked.headers(headers);
        }
        try {
            return CALLER.send(asked.build(), BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Whoever may, is answered, or refused by a rule that comes after the question who may. */
    private static Answer answer(Request request, int status, String body) throws IOException {
        return switch (status) {
            case 200 -> emptyList(JSON.readTree(body)) ? Answer.SEES_NOTHING : Answer.MAY;
            case 201, 202, 204, 412, 428 -> Answer.MAY;
            case 403 -> Answer.MAY_NOT;
            case 404 -> Answer.SEES_NOTHING;
            case 409 -> body.contains("\"reference-pending\"") ? Answer.SEES_NOTHING : Answer.MAY;
            default -> throw new AssertionError(request + " was answered " + body);
        };
    }

    private static boolean emptyList(JsonNode body) {
        var items = body.isArray() ? body : body.path("items");
        return items.isArray() && items.isEmpty();
    }

    private static String body(Request request) {
        return request.body().startsWith(CSV)
                ? request.body().substring(CSV.length()).strip()
                : request.body();
    }

    private static String mediaType(Request request) {
        if (request.body().startsWith(CSV)) {
            return CSV;
        }
        return request.method().equals("PATCH") ? "application/merge-patch+json" : "application/json";
    }

    private static String line(Relation relation, Stream<String> signs) {
        return "  " + relation.name().toLowerCase(Locale.ROOT) + " " + signs.collect(Collectors.joining(" "));
    }

    private static String sign(Answer answer) {
        return answer == null ? "?" : String.valueOf(answer.sign());
    }
}
