package org.trellis.evidence.score;

import java.util.List;
import java.util.Locale;

/** A way to divide those who are measured; fixed by what their score at the baseline says. */
public enum Dimension {
    PUPIL_PREMIUM("YES", "NO"),
    SEN("NONE", "SUPPORT", "EHCP"),
    EAL("YES", "NO"),
    SEX("FEMALE", "MALE"),
    YEAR_GROUP("N1", "N2", "R", "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "UNGRADED"),
    PRIOR_ATTAINMENT("LOW", "MIDDLE", "HIGH");

    public static final String UNKNOWN = "UNKNOWN";

    private final List<String> codes;

    Dimension(String... values) {
        codes = List.of(values);
    }

    /** What a score may say in this dimension, besides {@link #UNKNOWN}. */
    public List<String> codes() {
        return codes;
    }

    public boolean takes(String value) {
        return codes.contains(value) || UNKNOWN.equals(value);
    }

    /** Its column in a file. */
    public String column() {
        return name().toLowerCase(Locale.ROOT);
    }
}
