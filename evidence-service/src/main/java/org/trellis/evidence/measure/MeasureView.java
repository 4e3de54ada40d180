package org.trellis.evidence.measure;

import java.math.BigDecimal;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.trellis.evidence.Named;
import org.trellis.web.Versioned;

/**
 * A measure as callers see it.
 *
 * @param reliability from 0 to 1; null where it is not known
 * @param edition counts what was said anew of it
 * @param alliance whose own measure it is; null where it is for all
 */
public record MeasureView(
        UUID id,
        long version,
        String code,
        String name,
        String kind,
        String about,
        String unit,
        BigDecimal minimum,
        BigDecimal maximum,
        boolean higherIsBetter,
        BigDecimal threshold,
        boolean ageInMonths,
        BigDecimal reliability,
        int edition,
        @Nested("alliance") Named alliance)
        implements Versioned {}
