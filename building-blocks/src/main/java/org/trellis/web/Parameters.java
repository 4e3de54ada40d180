package org.trellis.web;

import io.netty.handler.codec.http.QueryStringDecoder;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Function;
import org.trellis.problem.Problems;
import org.trellis.problem.Violation;

/**
 * The query parameters of a request. Each is asked for by name and type; {@link #check} then refuses, all at once, what
 * was malformed, empty, given twice, or never asked for.
 */
public final class Parameters {
    private final MultivaluedMap<String, String> given;
    private final String path;
    private final boolean describing;
    private final Map<String, Kind> known = new LinkedHashMap<>();
    private final List<Violation> violations = new ArrayList<>();

    /**
     * What a parameter takes.
     *
     * @param format as JSON Schema names it; null for none
     * @param values all that it takes; empty where that is not a list
     * @param least and most the bounds of a whole number, null for anything else
     */
    public record Kind(String format, List<String> values, Integer least, Integer most) {
        static Kind text(String format) {
            return new Kind(format, List.of(), null, null);
        }

        static Kind oneOf(List<String> values) {
            return new Kind(null, values, null, null);
        }
    }

    private static final class AllAskedFor extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    private Parameters(MultivaluedMap<String, String> given, String path, boolean describing) {
        this.given = given;
        this.path = path;
        this.describing = describing;
    }

    public static Parameters of(UriInfo uri) {
        return new Parameters(uri.getQueryParameters(), uri.getPath(), false);
    }

    /** Of an address that stands in a body or was given as an answer's next. */
    public static Parameters of(QueryStringDecoder address) {
        var given = new MultivaluedHashMap<String, String>();
        given.putAll(address.parameters());
        return new Parameters(given, address.path(), false);
    }

    /** What a list asks for, in its order, found by asking it up to its {@link #check}. */
    public static Map<String, Kind> askedBy(Consumer<Parameters> list) {
        var none = new Parameters(new MultivaluedHashMap<>(), "", true);
        try {
            list.accept(none);
        } catch (AllAskedFor e) {
            return Collections.unmodifiableMap(none.known);
        }
        throw new IllegalStateException("a list that never checks its parameters takes whatever is sent");
    }

    public Optional<String> text(String name) {
        return read(name, Kind.text(null), value -> value, "must be text");
    }

    public Optional<UUID> id(String name) {
        return read(name, Kind.text("uuid"), UUID::fromString, "must be a UUID");
    }

    public Optional<LocalDate> day(String name) {
        return read(
                name,
                Kind.text("date"),
                text -> LocalDate.parse(text, Days.ISO),
                "must be a calendar day such as 2026-03-31");
    }

    public Optional<Integer> whole(String name, int least, int most) {
        return read(name, new Kind(null, List.of(), least, most), Integer::valueOf, "must be a whole number")
                .filter(value ->
                        within(name, value >= least && value <= most, "must be from " + least + " to " + most));
    }

    public Optional<Boolean> flag(String name) {
        return oneOf(name, "true", "false").map(Boolean::valueOf);
    }

    public <E extends Enum<E>> Optional<E> oneOf(String name, Class<E> values) {
        var names = Arrays.stream(values.getEnumConstants()).map(Enum::name).toList();
        return oneOf(name, names).map(value -> Enum.valueOf(values, value));
    }

    public Optional<String> oneOf(String name, String... values) {
        return oneOf(name, List.of(values));
    }

    private Optional<String> oneOf(String name, List<String> values) {
        return read(name, Kind.oneOf(values), value -> value, "must be text")
                .filter(value -> within(name, values.contains(value), "must be one of " + String.join(", ", values)));
    }

    /** A text that may come with no other parameter but these; asked for after all others. */
    public Optional<String> onlyBeside(String name, String... others) {
        var value = text(name);
        value.ifPresent(text -> given.keySet().stream()
                .filter(other -> known.containsKey(other)
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
        if (describing) {
            throw new AllAskedFor();
        }
        for (String name : new TreeSet<>(given.keySet())) {
            if (!known.containsKey(name)) {
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

    private <T> Optional<T> read(String name, Kind kind, Function<String, T> type, String message) {
        known.put(name, kind);
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
