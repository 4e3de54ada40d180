package org.trellis.reporting.statistics.pooling;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.trellis.reporting.statistics.Close.assertClose;

import org.junit.jupiter.api.Test;

class RootTest {

    @Test
    void findsARootAnywhereInTheBracket() {
        for (double root = 1e-12; root < 1e12; root *= 17) {
            double at = root;
            assertClose(at, Root.falling(x -> new Root.Point(at - x, -1), 0, 1e13, 0), 1e-15, "straight");
            assertClose(at, Root.falling(x -> hyperbola(x, at), 0, 1e13, 0), 1e-14, "steep, then flat");
            assertClose(at, Root.falling(x -> hyperbola(x, at), 0, 1e13, 1e13), 1e-14, "from the other end");
        }
    }

    @Test
    void halvesTheBracketWhereTheSlopeMisleads() {
        assertClose(2, Root.falling(x -> new Root.Point(2 - x, 1e-9), 0, 1000, 0), 1e-15, "a wrong slope");
        assertClose(2, Root.falling(x -> new Root.Point(2 - x, 0), 0, 1000, 0), 1e-15, "no slope");
    }

    @Test
    void takesAnEndThatIsARoot() {
        assertEquals(3, Root.falling(x -> new Root.Point(3 - x, -1), 3, 9, 3));
    }

    @Test
    void givesUpWhereThereAreNoNumbers() {
        assertThrows(
                ArithmeticException.class, () -> Root.falling(x -> new Root.Point(Double.NaN, Double.NaN), 0, 1, 0));
    }

    private static Root.Point hyperbola(double x, double root) {
        return new Root.Point(1 / (root + x) - 1 / (2 * root), -1 / ((root + x) * (root + x)));
    }
}
