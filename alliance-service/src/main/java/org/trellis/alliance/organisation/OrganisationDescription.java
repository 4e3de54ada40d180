package org.trellis.alliance.organisation;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.PositiveOrZero;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.trellis.problem.Problems;
import org.trellis.problem.Violation;

/** What is said of an organisation from a day on, and may be changed by a merge patch. */
@Embeddable
public record OrganisationDescription(
        @NotBlank @Size(max = 200) String name,

        @Pattern(regexp = Identifiers.GROUP_ID, message = "must be TR and five digits")
        String groupId,

        @Pattern(regexp = Identifiers.LAESTAB, message = "must be three digits, perhaps a slash, and four digits")
        String laestab,

        @Pattern(regexp = Identifiers.UKPRN, message = "must be eight digits")
        String ukprn,

        @Pattern(regexp = Identifiers.COMPANY_NUMBER, message = "must be eight digits or capital letters")
        String companyNumber,

        @Enumerated(EnumType.STRING) Phase phase,
        @Enumerated(EnumType.STRING) Setting setting,

        @Pattern(regexp = "[A-Z0-9_]{1,80}", message = "must be a code such as ACADEMY_CONVERTER")
        String type,

        @NotNull @Enumerated(EnumType.STRING) OrganisationStatus status,
        @Size(max = 200) String street,
        @Size(max = 200) String locality,
        @Size(max = 100) String town,
        @Size(max = 100) String county,
        @Size(max = 10) String postcode,
        @PositiveOrZero @Max(700_000) Integer easting,
        @PositiveOrZero @Max(1_300_000) Integer northing,
        @PositiveOrZero @Max(100_000) Integer roll,

        @DecimalMin("0") @DecimalMax("100") BigDecimal freeMealsShare,

        @Enumerated(EnumType.STRING) UrbanRural urbanRural,
        LocalDate opensOn,
        LocalDate closesOn) {

    public OrganisationDescription {
        name = name == null ? null : name.strip();
        laestab = Identifiers.laestab(laestab);
        postcode = Identifiers.postcode(postcode);
        freeMealsShare = freeMealsShare == null ? null : freeMealsShare.setScale(1, RoundingMode.HALF_EVEN);
    }

    /**
     * A status is that of the day from which the description holds.
     *
     * @param day null as far back as is known
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 400 where closesOn says otherwise
     */
    void requireItsStatusOn(LocalDate day) {
        boolean closed = status == OrganisationStatus.CLOSED;
        if (day != null && closesOn != null && closed == closesOn.isAfter(day)) {
            throw Problems.invalid(Violation.body(
                    "$.closesOn",
                    closed ? "must not be after the day of the change" : "must be after it, as it is open"));
        }
    }

    @AssertTrue(message = "closesOn must not be before opensOn")
    boolean isClosedAfterItOpens() {
        return opensOn == null || closesOn == null || !closesOn.isBefore(opensOn);
    }

    @AssertTrue(message = "what is closed has a closesOn")
    boolean isClosedOnADay() {
        return status != OrganisationStatus.CLOSED || closesOn != null;
    }
}
