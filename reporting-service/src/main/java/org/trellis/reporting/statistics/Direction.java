package org.trellis.reporting.statistics;

/** Which way a measure improves. Effects are given so that positive is always better. */
public enum Direction {
    HIGHER_IS_BETTER(1),
    LOWER_IS_BETTER(-1);

    private final int sign;

    Direction(int sign) {
        this.sign = sign;
    }

    /** The difference with its sign turned where lower is better; never a negative zero. */
    public double better(double difference) {
        return sign * difference + 0.0;
    }
}
