package org.trellis.identity;

import java.util.Optional;
import java.util.function.Supplier;

/**
 * Work that a caller asked for and that runs after the request has been answered. While it runs, the reader role shows
 * what the caller may see, and history names the caller.
 */
public final class OnBehalf {
    private record Caller(String actor, String reason) {}

    private static final ScopedValue<Caller> CALLER = ScopedValue.newInstance();

    private OnBehalf() {}

    /**
     * @param actor the caller as {@link CurrentRequest#callerJson()} gave it while the request ran
     * @param reason what history says of why
     */
    public static <T> T call(String actor, String reason, Supplier<T> work) {
        return ScopedValue.where(CALLER, new Caller(actor, reason)).call(work::get);
    }

    static Optional<String> actor() {
        return CALLER.isBound() ? Optional.of(CALLER.get().actor()) : Optional.empty();
    }

    static Optional<String> reason() {
        return CALLER.isBound() ? Optional.ofNullable(CALLER.get().reason()) : Optional.empty();
    }
}
