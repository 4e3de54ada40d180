package org.trellis.evidence.measure;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import org.trellis.evidence.reference.WithoutUpn;

/**
 * What may be said anew of a measure, which makes its next edition. All else would make another measure of it: what
 * counts already was paired, compared and held against a threshold by it.
 *
 * @param minimum and maximum can only move apart, so that no score falls out
 * @param reliability from 0 to 1, such as Cronbach's alpha or a test–retest correlation, where it is known
 */
record MeasureDescription(
        @NotBlank @Size(max = 200) @WithoutUpn String name,
        @NotNull @Digits(integer = 6, fraction = 3) BigDecimal minimum,
        @NotNull @Digits(integer = 6, fraction = 3) BigDecimal maximum,

        @DecimalMin("0") @DecimalMax("1") @Digits(integer = 1, fraction = 3)
        BigDecimal reliability) {

    @AssertTrue(message = "minimum must be below maximum")
    boolean isRangeInOrder() {
        return minimum == null || maximum == null || minimum.compareTo(maximum) < 0;
    }
}
