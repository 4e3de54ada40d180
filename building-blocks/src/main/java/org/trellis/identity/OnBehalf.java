package org.trellis.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/**
 * Work that a caller asked for and that runs after the request has been answered. While it runs, the reader role shows
 * what the caller may see, and history names the caller.
 */
public final class OnBehalf {
    private static final ObjectMapper JSON = new ObjectMapper();

    private record Caller(String actor, String reason, Set<String> roles) {}

    private static final ScopedValue<Caller> CALLER = ScopedValue.newInstance();

    private OnBehalf() {}

    /**
     * @param actor the caller as {@link CurrentRequest#callerJson()} gave it while the request ran
     * @param reason what history says of why
     */
    public static <T> T call(String actor, String reason, Supplier<T> work) {
        return ScopedValue.where(CALLER, new Caller(actor, reason, rolesIn(actor)))
                .call(work::get);
    }

    static Optional<String> actor() {
        return CALLER.isBound() ? Optional.of(CALLER.get().actor()) : Optional.empty();
    }

    static Optional<Set<String>> roles() {
        return CALLER.isBound() ? Optional.of(CALLER.get().roles()) : Optional.empty();
    }

    private static Set<String> rolesIn(String actor) {
        var roles = new HashSet<String>();
        try {
            JSON.readTree(actor)
                    .path("organisations")
                    .forEach(at -> at.path("roles").forEach(role -> roles.add(role.asText())));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("the caller is written as JSON", e);
        }
        return roles;
    }

    static Optional<String> reason() {
        return CALLER.isBound() ? Optional.ofNullable(CALLER.get().reason()) : Optional.empty();
    }
}
