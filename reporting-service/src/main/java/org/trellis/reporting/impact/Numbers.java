package org.trellis.reporting.impact;

import java.util.Locale;
import org.trellis.reporting.statistics.Interval;

/** Figures as they are printed for people. */
final class Numbers {
    private static final char MINUS = '\u2212';

    private Numbers() {}

    /** Two places and always a sign. */
    static String signed(double value) {
        var text = String.format(Locale.ROOT, "%+.2f", value).replace('-', MINUS);
        return text.substring(1).equals("0.00") ? "0.00" : text;
    }

    static String oneDecimal(double value) {
        var text = String.format(Locale.ROOT, "%.1f", value);
        return text.equals("-0.0") ? "0.0" : text.replace('-', MINUS);
    }

    static String signedOneDecimal(double value) {
        var text = String.format(Locale.ROOT, "%+.1f", value).replace('-', MINUS);
        return text.substring(1).equals("0.0") ? "0.0" : text;
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f%%", share);
    }

    /** An effect with its interval. */
    static String interval(double value, Interval ci) {
        return signed(value) + " (" + signed(ci.lower()) + " to " + signed(ci.upper()) + ")";
    }

    /** Whole where it is whole. */
    static String trimmed(double value) {
        return value == Math.rint(value) ? Long.toString((long) value) : oneDecimal(value);
    }

    static String p(double value) {
        return value < 0.001 ? "p < 0.001" : String.format(Locale.ROOT, "p = %.3f", value);
    }
}
