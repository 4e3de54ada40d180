package org.trellis.reporting.statistics;

import java.math.BigDecimal;
import java.math.RoundingMode;

/**
 * Months of additional progress that the Education Endowment Foundation's toolkit equates with an effect size.
 *
 * <p>For attainment of pupils measured against a comparison; not for gains without one, nor for staff.
 *
 * @param scheme the table's name
 * @param value −12 to 12 months
 * @param flag {@link #BEYOND_TABLE} if the effect lies outside the table, which ends at ±1.00; otherwise null
 */
public record MonthsOfProgress(String scheme, int value, String flag) {

    public static final String SCHEME = "EEF_TOOLKIT";

    /** What to say beside the figure. The version counts the table's editions: in this one 12 months begin at 0.96. */
    public static final String TABLE = "Months of progress by the EEF's toolkit table (EEF_TOOLKIT, version 1).";

    public static final String BEYOND_TABLE = "BEYOND_TABLE";

    /** The largest effect, in hundredths, of each number of months from 0 to 12. */
    private static final int[] UP_TO = {1, 9, 18, 26, 35, 44, 52, 61, 69, 78, 87, 95, 100};

    /**
     * Looks up an effect: its size is rounded half up to two places as it is written in decimals (so 0.265 is 0.27,
     * although its double lies elsewhere), then looked up; negative effects mirror positive ones.
     *
     * @param g a standardised mean difference, finite
     * @throws NumberFormatException if g is not finite
     */
    public static MonthsOfProgress of(double g) {
        BigDecimal hundredths =
                BigDecimal.valueOf(Math.abs(g)).movePointRight(2).setScale(0, RoundingMode.HALF_UP);
        int last = UP_TO.length - 1;
        if (hundredths.compareTo(BigDecimal.valueOf(UP_TO[last])) > 0) {
            return new MonthsOfProgress(SCHEME, g < 0 ? -last : last, BEYOND_TABLE);
        }
        int months = 0;
        while (UP_TO[months] < hundredths.intValueExact()) {
            months++;
        }
        return new MonthsOfProgress(SCHEME, g < 0 ? -months : months, null);
    }
}
