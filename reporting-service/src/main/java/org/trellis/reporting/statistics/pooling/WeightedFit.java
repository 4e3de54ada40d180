package org.trellis.reporting.statistics.pooling;

/**
 * Weighted least squares of y on the columns of X. With W = diag(w) and P = W − WX(X′WX)⁻¹X′W everything comes from
 * √W·X = QR, orthogonalised twice so that no digits are lost where moderators are far from 0, as years are.
 */
final class WeightedFit {
    private static final double DEPENDENT = 1e-10;

    private final double[][] x;
    private final double[] w;
    private final double[][] q;
    private final double[][] r;
    private final double[] left;
    private final double[] along;
    private final double[] beta;

    /**
     * @param x column by column
     * @throws IllegalArgumentException if a column follows from the others
     */
    WeightedFit(double[] y, double[][] x, double[] w) {
        this.x = x;
        this.w = w;
        q = new double[x.length][];
        r = new double[x.length][x.length];
        for (int j = 0; j < x.length; j++) {
            q[j] = scaled(x[j]);
            double whole = norm(q[j]);
            for (int pass = 0; pass < 2; pass++) {
                for (int i = 0; i < j; i++) {
                    r[i][j] += takeOut(q[i], q[j]);
                }
            }
            r[j][j] = norm(q[j]);
            if (!(r[j][j] > whole * DEPENDENT)) {
                throw new IllegalArgumentException("a moderator follows from the others");
            }
            for (int i = 0; i < y.length; i++) {
                q[j][i] /= r[j][j];
            }
        }
        left = scaled(y);
        along = takenOut(left);
        beta = solved(along);
    }

    /** The Wald statistic of all coefficients but the first: β′[(X′WX)⁻¹]⁻¹β without it, since Q is orthogonal. */
    double explained() {
        double sum = 0;
        for (int j = 1; j < along.length; j++) {
            sum += along[j] * along[j];
        }
        return sum;
    }

    /** (Rβ = along) from the last coefficient to the first. */
    private double[] solved(double[] along) {
        double[] solution = new double[x.length];
        for (int j = x.length - 1; j >= 0; j--) {
            double rest = along[j];
            for (int i = j + 1; i < x.length; i++) {
                rest -= r[j][i] * solution[i];
            }
            solution[j] = rest / r[j][j];
        }
        return solution;
    }

    private double[] scaled(double[] values) {
        double[] scaled = new double[values.length];
        for (int i = 0; i < values.length; i++) {
            scaled[i] = StrictMath.sqrt(w[i]) * values[i];
        }
        return scaled;
    }

    /** Leaves of a vector what is not in the columns' space, and gives its coordinates in it. */
    private double[] takenOut(double[] vector) {
        double[] along = new double[q.length];
        for (int pass = 0; pass < 2; pass++) {
            for (int j = 0; j < q.length; j++) {
                along[j] += takeOut(q[j], vector);
            }
        }
        return along;
    }

    double[] beta() {
        return beta;
    }

    /** (X′WX)⁻¹ = R⁻¹R⁻ᵀ. */
    double[][] inverse() {
        double[][] columns = new double[x.length][];
        for (int j = 0; j < x.length; j++) {
            double[] unit = new double[x.length];
            unit[j] = 1;
            columns[j] = solved(unit);
        }
        double[][] inverse = new double[x.length][x.length];
        for (int a = 0; a < x.length; a++) {
            for (int b = 0; b < x.length; b++) {
                for (double[] column : columns) {
                    inverse[a][b] += column[a] * column[b];
                }
            }
        }
        return inverse;
    }

    /** y′Py = Σw(y − Xβ)². */
    double q() {
        return dot(left, left);
    }

    /** ln|X′WX|. */
    double logDeterminant() {
        double sum = 0;
        for (int j = 0; j < x.length; j++) {
            sum += 2 * StrictMath.log(r[j][j]);
        }
        return sum;
    }

    /** tr P = Σw(1 − h), h the leverages. */
    double trace() {
        double sum = 0;
        for (int i = 0; i < w.length; i++) {
            sum += w[i] * (1 - leverage(i));
        }
        return sum;
    }

    double leverage(int i) {
        double sum = 0;
        for (double[] column : q) {
            sum += column[i] * column[i];
        }
        return sum;
    }

    /** Twice the derivative of the log-likelihood by τ², y′PPy − tr P (or Σw), and its slope. */
    Root.Point score(boolean restricted) {
        double squared = 0;
        double[] weightedLeft = new double[w.length];
        double sumSquared = 0;
        double sum = 0;
        double traceSquared = 0;
        for (int i = 0; i < w.length; i++) {
            squared += w[i] * left[i] * left[i];
            weightedLeft[i] = w[i] * left[i];
            sumSquared += w[i] * w[i];
            sum += w[i];
            traceSquared += w[i] * w[i] * (1 - 2 * leverage(i));
        }
        takenOut(weightedLeft);
        double cubed = dot(weightedLeft, weightedLeft);
        return restricted
                ? new Root.Point(squared - trace(), traceSquared + within() - 2 * cubed)
                : new Root.Point(squared - sum, sumSquared - 2 * cubed);
    }

    /** tr (Q′WQ)². */
    private double within() {
        double sum = 0;
        for (double[] a : q) {
            for (double[] b : q) {
                double product = 0;
                for (int i = 0; i < w.length; i++) {
                    product += w[i] * a[i] * b[i];
                }
                sum += product * product;
            }
        }
        return sum;
    }

    /** Σw²(y − Xβ)² = y′PPy, by which Q falls as τ² grows. */
    double fall() {
        double squared = 0;
        for (int i = 0; i < w.length; i++) {
            squared += w[i] * left[i] * left[i];
        }
        return squared;
    }

    /** The log-likelihood but for a constant. */
    double logLikelihood(boolean restricted) {
        double logs = restricted ? logDeterminant() : 0;
        for (double weight : w) {
            logs -= StrictMath.log(weight);
        }
        return -(logs + q()) / 2;
    }

    private static double takeOut(double[] direction, double[] vector) {
        double along = dot(direction, vector);
        for (int i = 0; i < vector.length; i++) {
            vector[i] -= along * direction[i];
        }
        return along;
    }

    private static double dot(double[] one, double[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += one[i] * other[i];
        }
        return sum;
    }

    private static double norm(double[] vector) {
        return StrictMath.sqrt(dot(vector, vector));
    }
}
