package org.trellis.reporting.statistics.pooling;

import java.util.stream.DoubleStream;
import org.trellis.reporting.statistics.Interval;

/** No answer holds what is no number. */
final class Finite {
    private Finite() {}

    static ComparedGroups checked(ComparedGroups compared) {
        check(DoubleStream.of(
                compared.tau2(),
                compared.tau2Total(),
                compared.qWithin(),
                compared.qWithinP(),
                compared.qBetween(),
                compared.pBetween(),
                compared.f() == null ? 0 : compared.f()));
        compared.groups().forEach(group -> check(ends(group.ci(), group.q())));
        compared.differences().forEach(difference -> check(ends(difference.ci(), difference.p())));
        return compared;
    }

    static RegressedEffects checked(RegressedEffects regressed) {
        check(DoubleStream.of(
                regressed.tau2(),
                regressed.residualQ(),
                regressed.i2(),
                regressed.h2(),
                regressed.pModerators() == null ? 0 : regressed.pModerators()));
        regressed.coefficients().forEach(coefficient -> check(ends(coefficient.ci(), coefficient.p())));
        return regressed;
    }

    private static DoubleStream ends(Interval ci, double other) {
        return DoubleStream.of(ci.lower(), ci.upper(), other);
    }

    private static void check(DoubleStream figures) {
        if (!figures.allMatch(Double::isFinite)) {
            throw new ArithmeticException("effects or variances too far apart");
        }
    }
}
