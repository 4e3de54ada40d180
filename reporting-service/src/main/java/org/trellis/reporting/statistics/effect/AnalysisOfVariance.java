package org.trellis.reporting.statistics.effect;

import java.util.List;
import org.trellis.reporting.statistics.Moments;

/**
 * One-way analysis of variance of later scores over schools, within arms, so that the effect of the project does not pass
 * for a difference between schools (Fisher 1925; unequal sizes after Donner 1986, "A review of inference procedures for
 * the intraclass correlation coefficient", International Statistical Review 54(1)).
 *
 * @param between sum of squares between the schools of an arm
 * @param within sum of squares within schools
 * @param dfBetween schools less arms
 * @param dfWithin scores less schools
 * @param n0 the size of schools that counts between them: (N − Σ Σn²/N of the arm)/dfBetween
 */
record AnalysisOfVariance(double between, double within, double dfBetween, double dfWithin, double n0) {

    /** Of arms as lists of schools; every arm and every school has somebody. */
    static AnalysisOfVariance of(List<List<Moments>> arms) {
        double between = 0;
        double within = 0;
        double schools = 0;
        double scores = 0;
        double unevenness = 0;
        for (List<Moments> arm : arms) {
            Moments whole = Moments.merged(arm);
            double squares = 0;
            for (Moments school : arm) {
                double apart = school.meanY() - whole.meanY();
                between += school.n() * apart * apart;
                within += school.m2y();
                squares += (double) school.n() * school.n();
            }
            schools += arm.size();
            scores += whole.n();
            unevenness += squares / whole.n();
        }
        double dfBetween = schools - arms.size();
        return new AnalysisOfVariance(between, within, dfBetween, scores - schools, (scores - unevenness) / dfBetween);
    }

    /** F = mean square between / mean square within. */
    double f() {
        return between / dfBetween / (within / dfWithin);
    }

    /** Intraclass correlation (MSB − MSW)/(MSB + (n₀ − 1)·MSW); less than 0 where schools are more alike than chance. */
    double intraclassCorrelation() {
        double meanBetween = between / dfBetween;
        double meanWithin = within / dfWithin;
        return (meanBetween - meanWithin) / (meanBetween + (n0 - 1) * meanWithin);
    }
}
