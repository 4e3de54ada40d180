package org.trellis.evidence.measure;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.util.UUID;
import org.trellis.evidence.reference.WithoutUpn;

/**
 * A measure to be defined.
 *
 * @param code short and stable, such as {@code READING_AGE}; files of scores may name the measure by it
 * @param minimum and maximum bound every value, in the measure's unit
 * @param higherIsBetter true unless said otherwise
 * @param threshold the value that counts as having reached it, where there is one
 * @param ageInMonths true for ages, such as reading ages
 * @param allianceId whose own measure it is; without one it is for all
 */
record NewMeasure(
        @NotNull
        @Pattern(
                regexp = "[A-Z][A-Z0-9_]{1,39}",
                message = "must be 2 to 40 capital letters, digits and underscores, starting with a letter")
        @WithoutUpn
        String code,

        @NotBlank @Size(max = 200) @WithoutUpn String name,
        @NotNull About about,
        @NotBlank @Size(max = 40) @WithoutUpn String unit,
        @NotNull @Digits(integer = 6, fraction = 3) BigDecimal minimum,
        @NotNull @Digits(integer = 6, fraction = 3) BigDecimal maximum,
        Boolean higherIsBetter,
        @Digits(integer = 6, fraction = 3) BigDecimal threshold,
        Boolean ageInMonths,
        UUID allianceId) {

    @AssertTrue(message = "minimum must be below maximum, and a threshold lies between them")
    boolean isRangeInOrder() {
        return minimum == null
                || maximum == null
                || minimum.compareTo(maximum) < 0
                        && (threshold == null
                                || threshold.compareTo(minimum) >= 0 && threshold.compareTo(maximum) <= 0);
    }
}
