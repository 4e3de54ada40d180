package org.trellis.project.transition;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trellis.problem.Problems;
import org.trellis.problem.Violation;
import org.trellis.project.access.Role;

/**
 * From where to where a move goes, who may make it and what must hold first. Refusals and the actions in a view both
 * come from here, so that a view never offers what is then refused.
 *
 * @param <S> the states
 * @param <F> the facts that guards look at
 */
public final class Rule<S extends Enum<S>, F> {
    private record Need<F>(String field, Set<Role> unless, Predicate<F> when) {
        boolean asks(Set<Role> roles, F facts) {
            return roles.stream().noneMatch(unless::contains) && when.test(facts);
        }
    }

    private final Set<S> from;
    private final Function<F, S> to;
    private final Set<Role> by;
    private final Set<Role> never;
    private final List<Guard<F>> guards;
    private final List<Need<F>> needs;

    private Rule(
            Set<S> from, Function<F, S> to, Set<Role> by, Set<Role> never, List<Guard<F>> guards, List<Need<F>> needs) {
        this.from = from;
        this.to = to;
        this.by = by;
        this.never = never;
        this.guards = guards;
        this.needs = needs;
    }

    public static <S extends Enum<S>, F> Rule<S, F> move(Set<S> from, S to, Set<Role> by) {
        return moveBack(from, _ -> to, by);
    }

    /** A move to the state that the facts remember. */
    public static <S extends Enum<S>, F> Rule<S, F> moveBack(Set<S> from, Function<F, S> to, Set<Role> by) {
        return new Rule<>(from, to, by, EnumSet.noneOf(Role.class), List.of(), List.of());
    }

    /** Who has this role may not make the move, whatever other role allows it. */
    public Rule<S, F> neverBy(Role role) {
        return new Rule<>(from, to, by, EnumSet.of(role), guards, needs);
    }

    public Rule<S, F> when(String code, String missing, Predicate<F> holds) {
        return new Rule<>(from, to, by, never, and(guards, new Guard<>(code, missing, holds)), needs);
    }

    /** The request must carry this field. */
    public Rule<S, F> needs(String field) {
        return needsUnlessBy(field, EnumSet.noneOf(Role.class));
    }

    /** The request must carry this field where the caller has none of these roles. */
    public Rule<S, F> needsUnlessBy(String field, Set<Role> roles) {
        return new Rule<>(from, to, by, never, guards, and(needs, new Need<>(field, roles, _ -> true)));
    }

    /** The request must carry this field where the facts are so. */
    public Rule<S, F> needsWhen(String field, Predicate<F> facts) {
        return new Rule<>(
                from, to, by, never, guards, and(needs, new Need<>(field, EnumSet.noneOf(Role.class), facts)));
    }

    /**
     * Refuses what this rule refuses, the first of: 403 by role, 409 {@code not-in-this-state}, 400 for fields that are
     * not given, 409 with the code of the first guard that does not hold and all that is missing.
     *
     * @return the state it leads to
     */
    public S check(Object action, S state, Set<Role> roles, F facts, Map<String, ?> given) {
        if (!permits(roles)) {
            throw Problems.forbidden("To " + action + " is for " + words(by));
        }
        if (roles.stream().anyMatch(never::contains)) {
            throw Problems.forbidden("To " + action + " is not for " + words(never));
        }
        if (!from.contains(state)) {
            throw Problems.conflict(
                    "not-in-this-state", "From " + state + " one cannot " + action, List.of("state " + words(from)));
        }
        var asked =
                asked(roles, facts).filter(field -> given.get(field) == null).toList();
        if (!asked.isEmpty()) {
            throw Problems.invalid(asked.stream()
                    .map(field -> Violation.body("$." + field, "is required to " + action))
                    .toList());
        }
        var failed = failed(facts);
        if (!failed.isEmpty()) {
            throw Problems.conflict(
                    failed.getFirst().code(),
                    "To " + action + " something is missing",
                    failed.stream().map(Guard::missing).toList());
        }
        return to.apply(facts);
    }

    /** Of a table's moves those that the caller's role allows from this state, with what is in their way. */
    public static <S extends Enum<S>, F> List<Action> actions(
            List<? extends Move<S, F>> moves, S state, Set<Role> roles, F facts) {
        return moves.stream()
                .filter(move -> move.rule().from.contains(state) && move.rule().permits(roles))
                .map(move -> move.rule().action(move, roles, facts))
                .toList();
    }

    private Action action(Object move, Set<Role> roles, F facts) {
        var own = EnumSet.noneOf(Role.class);
        own.addAll(never);
        own.retainAll(roles);
        var missing = Stream.concat(
                        own.stream().map(role -> "someone who is not " + words(Set.of(role))),
                        failed(facts).stream().map(Guard::missing))
                .toList();
        return new Action(
                move.toString(), missing.isEmpty(), missing, asked(roles, facts).toList());
    }

    private boolean permits(Set<Role> roles) {
        return roles.stream().anyMatch(by::contains);
    }

    private List<Guard<F>> failed(F facts) {
        return guards.stream().filter(guard -> !guard.holds().test(facts)).toList();
    }

    private Stream<String> asked(Set<Role> roles, F facts) {
        return needs.stream().filter(need -> need.asks(roles, facts)).map(Need::field);
    }

    private static String words(Set<? extends Enum<?>> values) {
        return values.stream().map(Enum::name).sorted().collect(Collectors.joining(", "));
    }

    private static <T> List<T> and(List<T> list, T more) {
        var longer = new ArrayList<>(list);
        longer.add(more);
        return List.copyOf(longer);
    }
}
