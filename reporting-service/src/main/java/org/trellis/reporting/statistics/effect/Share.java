package org.trellis.reporting.statistics.effect;

/**
 * People who reach a threshold, of those with a score.
 *
 * @param reached 0 to n
 * @param n 0 or more
 */
public record Share(int reached, int n) {

    /** @throws IllegalArgumentException unless 0 ≤ reached ≤ n */
    public Share {
        if (reached < 0 || reached > n) {
            throw new IllegalArgumentException("a share is a part of its whole");
        }
    }

    /** The share, 0 to 1; there must be somebody. */
    public double value() {
        return (double) reached / n;
    }
}
