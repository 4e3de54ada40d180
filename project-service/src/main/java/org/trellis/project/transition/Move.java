package org.trellis.project.transition;

/** A row of a table of moves: a constant of an enum that says under which rule it stands. */
public interface Move<S extends Enum<S>, F> {
    Rule<S, F> rule();
}
