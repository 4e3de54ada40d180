package org.trellis.evidence.measure;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
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
 * @param kind OTHER unless said otherwise
 * @param minimum and maximum bound every value, in the measure's unit
 * @param higherIsBetter true unless said otherwise
 * @param threshold the value that counts as having reached it, where there is one
 * @param ageInMonths true for ages, such as reading ages
 * @param reliability from 0 to 1, such as Cronbach's alpha or a test–retest correlation, where it is known
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
        MeasureKind kind,
        @NotNull About about,
        @NotBlank @Size(max = 40) @WithoutUpn String unit,
        @NotNull @Digits(integer = 6, fraction = 3) BigDecimal minimum,
        @NotNull @Digits(integer = 6, fraction = 3) BigDecimal maximum,
        Boolean higherIsBetter,
        @Digits(integer = 6, fraction = 3) BigDecimal threshold,
        Boolean ageInMonths,

        @DecimalMin("0") @DecimalMax("1") @Digits(integer = 1, fraction = 3)
        BigDecimal reliability,

        UUID allianceId) {

    NewMeasure {
        ageInMonths = ageInMonths == null ? kind == MeasureKind.READING_AGE : ageInMonths;
        kind = kind == null ? MeasureKind.OTHER : kind;
        higherIsBetter = !Boolean.FALSE.equals(higherIsBetter);
    }

    @AssertTrue(message = "minimum must be below maximum, and a threshold lies between them")
    boolean isRangeInOrder() {
        return minimum == null
                || maximum == null
                || minimum.compareTo(maximum) < 0
                        && (threshold == null
                                || threshold.compareTo(minimum) >= 0 && threshold.compareTo(maximum) <= 0);
    }

    @AssertTrue(message = "the range is not one of this kind of measure")
    boolean isRangeOfItsKind() {
        return minimum == null || maximum == null || kind.spans(minimum, maximum);
    }

    @AssertTrue(message = "an age in months is a READING_AGE, or of a kind of its own")
    boolean isAgeOfItsKind() {
        return kind.agesInMonths(ageInMonths);
    }
}
