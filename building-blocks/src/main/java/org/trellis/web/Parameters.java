package org.trellis.web;

import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.trellis.problem.Problems;
import org.trellis.problem.Violation;

/**
 * The query parameters of a request. Each is asked for by name and type; {@link #check} then refuses, all at once, what
 * was malformed, empty, given twice, or never asked for.
 */
public final class Parameters {
    private final MultivaluedMap<String, String> given;
    private final String path;
    private final Set<String> known = new HashSet<>();
    private final List<Violation> violations = new ArrayList<>();

    private Parameters(UriInfo uri) {
        given = uri.getQueryParameters();
        path = uri.getPath();
    }

    public static Parameters of(UriInfo uri) {
        return new Parameters(uri);
    }

    public Optional<String> text(String name) {
        return read(name, value -> value, "must be text");
    }

    public Optional<UUID> id(String name) {
        return read(name, UUID::fromString, "must be a UUID");
    }

    public Optional<LocalDate> day(String name) {
        return read(name, LocalDate::parse, "must be a calendar day such as 2026-03-31");
    }

    public Optional<Integer> whole(String name, int least, int most) {
        return read(name, Integer::valueOf, "must be a whole number")
                .filter(value ->
                        within(name, value >= least && value <= most, "must be from " + least + " to " + most));
    }

    public Optional<Boolean> flag(String name) {
        return oneOf(name, "true", "false").map(Boolean::valueOf);
    }

    public <E extends Enum<E>> Optional<E> oneOf(String name, Class<E> values) {
        return read(
                name,
                value -> Enum.valueOf(values, value),
                Arrays.stream(values.getEnumConstants())
                        .map(Enum::name)
                        .collect(Collectors.joining(", ", "must be one of ", "")));
    }

    public Optional<String> oneOf(String name, String... values) {
        return text(name)
                .filter(value ->
                        within(name, List.of(values).contains(value), "must be one of " + String.join(", ", values)));
    }

    /** A text that may come with no other parameter but these; asked for after all others. */
    public Optional<String> onlyBeside(String name, String... others) {
        var value = text(name);
        value.ifPresent(text -> given.keySet().stream()
                .filter(other -> known.contains(other)
                        && !other.equals(name)
                        && !List.of(others).contains(other))
                .sorted()
                .forEach(other -> refuse(other, "cannot be given together with " + name)));
        return value;
    }

    /** The same request with this parameter, in place of any of its name. */
    public String again(String name, String value) {
        var link = new StringBuilder(path);
        given.forEach((other, values) -> {
            if (!other.equals(name)) {
                values.forEach(each -> add(link, other, each));
            }
        });
        return add(link, name, value).toString();
    }

    private static StringBuilder add(StringBuilder link, String name, String value) {
        return link.append(link.indexOf("?") < 0 ? '?' : '&')
                .append(URLEncoder.encode(name, StandardCharsets.UTF_8))
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8));
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 400 naming every parameter that is wrong or unknown */
    public void check() {
        for (String name : new TreeSet<>(given.keySet())) {
            if (!known.contains(name)) {
                violations.add(Violation.query(name, "is not a parameter of this request"));
            }
        }
        if (!violations.isEmpty()) {
            throw Problems.invalid(violations);
        }
    }

    /** Notes something wrong with a parameter that its type alone does not show. */
    public void refuse(String name, String message) {
        violations.add(Violation.query(name, message));
    }

    private boolean within(String name, boolean allowed, String message) {
        if (!allowed) {
            refuse(name, message);
        }
        return allowed;
    }

    private <T> Optional<T> read(String name, Function<String, T> type, String message) {
        known.add(name);
        var values = given.get(name);
        if (values == null) {
            return Optional.empty();
        }
        if (values.size() > 1) {
            refuse(name, "is given " + values.size() + " times");
            return Optional.empty();
        }
        if (values.getFirst().isBlank() || !Text.storable(values.getFirst())) {
            refuse(name, "must not be empty and must be storable text");
            return Optional.empty();
        }
        try {
            return Optional.of(type.apply(values.getFirst()));
        } catch (IllegalArgumentException | DateTimeException e) {
            refuse(name, message);
            return Optional.empty();
        }
    }
}
