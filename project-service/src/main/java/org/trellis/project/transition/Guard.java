package org.trellis.project.transition;

import java.util.function.Predicate;

/**
 * A condition of a move.
 *
 * @param code the refusal's stable code
 * @param missing what is missing where it does not hold, for a person
 */
public record Guard<F>(String code, String missing, Predicate<F> holds) {}
