package org.trellis.reporting.statistics.effect;

/**
 * The same people before and after, counted by whether they reach a threshold.
 *
 * @param both reached it before and after
 * @param lost reached it before only
 * @param gained reached it after only
 * @param neither never reached it
 */
public record PairedShares(int both, int lost, int gained, int neither) {

    /** @throws IllegalArgumentException if a count is negative */
    public PairedShares {
        if (both < 0 || lost < 0 || gained < 0 || neither < 0) {
            throw new IllegalArgumentException("counts are never negative");
        }
    }

    /** These people and other ones. */
    public PairedShares plus(PairedShares others) {
        return new PairedShares(
                Math.addExact(both, others.both),
                Math.addExact(lost, others.lost),
                Math.addExact(gained, others.gained),
                Math.addExact(neither, others.neither));
    }

    public int n() {
        return Math.addExact(Math.addExact(both, lost), Math.addExact(gained, neither));
    }

    public Share before() {
        return new Share(both + lost, n());
    }

    public Share after() {
        return new Share(both + gained, n());
    }
}
