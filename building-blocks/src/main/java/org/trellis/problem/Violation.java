package org.trellis.problem;

/**
 * One thing that is wrong with a request.
 *
 * @param in body, query or header
 * @param path where: a JSON path such as {@code $.schools[0].urn}, or the parameter's name
 * @param message what is wrong, for a person
 */
public record Violation(String in, String path, String message) {
    public static Violation body(String path, String message) {
        return new Violation("body", path, message);
    }

    public static Violation query(String name, String message) {
        return new Violation("query", name, message);
    }

    public static Violation header(String name, String message) {
        return new Violation("header", name, message);
    }
}
