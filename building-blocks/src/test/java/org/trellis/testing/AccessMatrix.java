package org.trellis.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;

/** The one table of who may do what, as a service's {@code access.txt} has it. */
public final class AccessMatrix {
    /** What the object is to the caller. */
    public enum Relation {
        OWN,
        RELATED,
        FORMER,
        FOREIGN
    }

    /** What the caller is told. */
    public enum Answer {
        MAY('+'),
        MAY_NOT('-'),
        SEES_NOTHING('.');

        private final char sign;

        Answer(char sign) {
            this.sign = sign;
        }

        static Answer of(String sign) {
            return Arrays.stream(values())
                    .filter(a -> sign.equals(String.valueOf(a.sign)))
                    .findFirst()
                    .orElseThrow(() -> new IllegalArgumentException("no answer: " + sign));
        }

        public char sign() {
            return sign;
        }
    }

    /**
     * A request that stands for an operation, with the answers that each role gets.
     *
     * @param operation as the OpenAPI document names it, {@code GET /v1/people/{id}}
     * @param path with places for ids, {@code /v1/people/{person}}
     * @param body with such places; empty without one; CSV behind {@code text/csv}, else JSON
     */
    public record Request(
            String operation, String method, String path, String body, Map<Relation, Map<String, Answer>> answers) {
        @Override
        public String toString() {
            return operation + (operation.equals(method + " " + path) ? "" : " as " + path);
        }
    }

    private final List<String> roles = new ArrayList<>();
    private final List<Request> requests = new ArrayList<>();

    public static AccessMatrix read() {
        var matrix = new AccessMatrix();
        try (var lines = new BufferedReader(new InputStreamReader(
                Objects.requireNonNull(
                        Thread.currentThread().getContextClassLoader().getResourceAsStream("access.txt")),
                StandardCharsets.UTF_8))) {
            lines.lines()
                    .map(String::strip)
                    .filter(l -> !l.isEmpty() && !l.startsWith("#"))
                    .forEach(matrix::take);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return matrix;
    }

    public List<String> roles() {
        return roles;
    }

    public List<Request> requests() {
        return requests;
    }

    private String operation;

    private void take(String line) {
        var words = line.split("\\s+");
        switch (words[0]) {
            case "roles" -> roles.addAll(Arrays.asList(words).subList(1, words.length));
            case "GET", "POST", "PATCH", "PUT", "DELETE" -> operation = line;
            case "as" -> {
                var parts = line.split("\\s+", 3);
                requests.add(new Request(
                        operation,
                        operation.split(" ", 2)[0],
                        parts[1],
                        parts.length > 2 ? parts[2] : "",
                        new EnumMap<>(Relation.class)));
            }
            case "all" -> Arrays.stream(Relation.values()).forEach(relation -> answers(relation, words));
            default -> answers(Relation.valueOf(words[0].toUpperCase(Locale.ROOT)), words);
        }
    }

    private void answers(Relation relation, String[] words) {
        if (words.length - 1 != roles.size()) {
            throw new IllegalArgumentException(
                    requests.getLast() + " " + relation + " has " + (words.length - 1) + " answers for " + roles);
        }
        var row = new LinkedHashMap<String, Answer>();
        for (int i = 0; i < roles.size(); i++) {
            row.put(roles.get(i), Answer.of(words[i + 1]));
        }
        requests.getLast().answers().put(relation, row);
    }

    /** Requests for which some relation has no row. */
    public List<String> incomplete() {
        return requests.stream()
                .filter(r -> r.answers().size() != Relation.values().length)
                .map(Request::toString)
                .collect(Collectors.toList());
    }
}
