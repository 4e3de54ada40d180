package org.trellis.evidence.measure;

import java.math.BigDecimal;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.trellis.evidence.Named;
import org.trellis.web.Versioned;

/**
 * A measure as callers see it.
 *
 * @param alliance whose own measure it is; null where it is for all
 */
public record MeasureView(
        UUID id,
        long version,
        String code,
        String name,
        String about,
        String unit,
        BigDecimal minimum,
        BigDecimal maximum,
        boolean higherIsBetter,
        BigDecimal threshold,
        boolean ageInMonths,
        @Nested("alliance") Named alliance)
        implements Versioned {}
