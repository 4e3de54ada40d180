package org.trellis.evidence.measure;

import java.math.BigDecimal;

/** What sort of figure a measure gives, and so what its range can be. */
enum MeasureKind {
    SCALED_SCORE(null, null),
    STANDARDISED_SCORE(null, null),
    READING_AGE(0, 360),
    LIKERT_ITEM(1, 11),
    LIKERT_SCALE(null, null),
    LEVEL(null, null),
    SUB_LEVEL(null, null),
    GCSE_GRADE(0, 9),
    PHONICS(0, 40),
    GOOD_LEVEL_OF_DEVELOPMENT(0, 1),
    GOAL_ATTAINMENT(-2, 2),
    THRESHOLD_SHARE(0, 100),
    OTHER(null, null);

    private final BigDecimal least;
    private final BigDecimal most;

    MeasureKind(Integer least, Integer most) {
        this.least = least == null ? null : BigDecimal.valueOf(least);
        this.most = most == null ? null : BigDecimal.valueOf(most);
    }

    boolean spans(BigDecimal minimum, BigDecimal maximum) {
        return least == null || minimum.compareTo(least) >= 0 && maximum.compareTo(most) <= 0;
    }

    /** Only a reading age is an age in months, and it always is. */
    boolean agesInMonths(boolean ageInMonths) {
        return this == OTHER || ageInMonths == (this == READING_AGE);
    }
}
