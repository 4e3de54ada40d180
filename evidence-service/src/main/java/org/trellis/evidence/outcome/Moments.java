package org.trellis.evidence.outcome;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;

/**
 * The moments of pairs of scores: x at the earlier point, y at the later one, in the measure's unit. Sums of squared
 * deviations and of co-deviations, so that groups merge without loss (Chan, Golub and LeVeque 1983, "Algorithms for
 * computing the sample variance", The American Statistician 37(3)).
 *
 * @param n pairs, 1 or more
 * @param meanX mean at the earlier point
 * @param meanY mean at the later point
 * @param m2x sum of squared deviations at the earlier point
 * @param m2y sum of squared deviations at the later point
 * @param cxy sum of products of deviations
 */
record Moments(int n, double meanX, double meanY, double m2x, double m2y, double cxy) {

    /**
     * Adds pairs up. Scores are whole thousandths, so their sums are exact integers: each moment is rounded once, at
     * the end, and the order of the pairs cannot move a bit.
     */
    static final class Sum {
        private static final int DECIMALS = 3;
        private static final MathContext DIGITS = MathContext.DECIMAL128;

        private int n;
        private BigInteger x = BigInteger.ZERO;
        private BigInteger y = BigInteger.ZERO;
        private BigInteger xx = BigInteger.ZERO;
        private BigInteger yy = BigInteger.ZERO;
        private BigInteger xy = BigInteger.ZERO;

        /** @throws ArithmeticException if a score has more than three decimals */
        void add(BigDecimal earlier, BigDecimal later) {
            var a = earlier.setScale(DECIMALS).unscaledValue();
            var b = later.setScale(DECIMALS).unscaledValue();
            n++;
            x = x.add(a);
            y = y.add(b);
            xx = xx.add(a.multiply(a));
            yy = yy.add(b.multiply(b));
            xy = xy.add(a.multiply(b));
        }

        /** @throws ArithmeticException where nothing was added */
        Moments moments() {
            return new Moments(n, mean(x), mean(y), deviations(xx, x, x), deviations(yy, y, y), deviations(xy, x, y));
        }

        private double mean(BigInteger sum) {
            return overN(sum, DECIMALS);
        }

        /** Σab − Σa·Σb/n, as (n·Σab − Σa·Σb)/n. */
        private double deviations(BigInteger products, BigInteger a, BigInteger b) {
            return overN(BigInteger.valueOf(n).multiply(products).subtract(a.multiply(b)), 2 * DECIMALS);
        }

        private double overN(BigInteger numerator, int decimals) {
            return new BigDecimal(numerator, decimals)
                    .divide(BigDecimal.valueOf(n), DIGITS)
                    .doubleValue();
        }
    }
}
