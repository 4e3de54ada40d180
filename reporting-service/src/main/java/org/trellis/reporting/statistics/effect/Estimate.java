package org.trellis.reporting.statistics.effect;

/**
 * What an estimator answers: a figure, or the reason why there is none. There is no third case; a figure is never NaN
 * nor infinite.
 *
 * @param <T> the kind of figure
 */
public sealed interface Estimate<T> {

    /** There is a figure. */
    record Found<T>(T value) implements Estimate<T> {}

    /** There is none, for this reason. */
    record Missing<T>(Reason reason) implements Estimate<T> {}

    /** The figure. */
    static <T> Estimate<T> found(T value) {
        return new Found<>(value);
    }

    /** No figure, and why. */
    static <T> Estimate<T> missing(Reason reason) {
        return new Missing<>(reason);
    }
}
