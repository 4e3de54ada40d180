package org.trellis.alliance.organisation;

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
import java.time.LocalDate;

/**
 * An organisation to be registered.
 *
 * @param urn five or six digits, for a school
 * @param uid the number in the register of groups, for a trust or federation
 * @param groupId the trust's reference, TR and five digits
 * @param laCode three digits, for a local authority
 * @param dioceseCode the register's code, such as CE23, for a diocese
 * @param laestab a school's number within its local authority: the authority's code and four digits
 * @param type the register's type of establishment, such as ACADEMY_CONVERTER
 * @param easting of the British National Grid, in metres
 * @param roll how many are on roll
 * @param freeMealsShare of those on roll, in per cent
 * @param opensOn its first day
 * @param closesOn the first day on which it is closed
 * @param invented true for organisations that exist in samples only
 */
record NewOrganisation(
        @NotNull OrganisationKind kind,
        @NotBlank @Size(max = 200) String name,

        @Pattern(regexp = Identifiers.URN, message = "must be five or six digits")
        String urn,

        @Pattern(regexp = Identifiers.UID, message = "must be one to six digits")
        String uid,

        @Pattern(regexp = Identifiers.GROUP_ID, message = "must be TR and five digits")
        String groupId,

        @Pattern(regexp = Identifiers.LA_CODE, message = "must be three digits")
        String laCode,

        @Pattern(regexp = Identifiers.DIOCESE_CODE, message = "must be two capital letters and two digits")
        String dioceseCode,

        @Pattern(regexp = Identifiers.LAESTAB, message = "must be three digits, perhaps a slash, and four digits")
        String laestab,

        @Pattern(regexp = Identifiers.UKPRN, message = "must be eight digits")
        String ukprn,

        @Pattern(regexp = Identifiers.COMPANY_NUMBER, message = "must be eight digits or capital letters")
        String companyNumber,

        Phase phase,
        Setting setting,

        @Pattern(regexp = "[A-Z0-9_]{1,80}", message = "must be a code such as ACADEMY_CONVERTER")
        String type,

        @Size(max = 200) String street,
        @Size(max = 200) String locality,
        @Size(max = 100) String town,
        @Size(max = 100) String county,
        @Size(max = 10) String postcode,
        @PositiveOrZero @Max(700_000) Integer easting,
        @PositiveOrZero @Max(1_300_000) Integer northing,
        @PositiveOrZero @Max(100_000) Integer roll,

        @DecimalMin("0") @DecimalMax("100") BigDecimal freeMealsShare,

        UrbanRural urbanRural,
        LocalDate opensOn,
        LocalDate closesOn,
        Boolean invented) {

    @AssertTrue(message = "a school has a urn, a trust a uid, a local authority a laCode, and no other kind has one")
    boolean isIdentifiedByItsRegister() {
        return kind == null
                || (kind == OrganisationKind.SCHOOL) == (urn != null)
                        && (kind == OrganisationKind.TRUST) == (uid != null)
                        && (kind == OrganisationKind.LOCAL_AUTHORITY) == (laCode != null);
    }

    @AssertTrue(message = "a laestab is a school's, a groupId a trust's, a dioceseCode a diocese's")
    boolean isNumberedAsItsKind() {
        return kind == null
                || (laestab == null || kind == OrganisationKind.SCHOOL)
                        && (groupId == null || kind == OrganisationKind.TRUST)
                        && (dioceseCode == null || kind == OrganisationKind.DIOCESE);
    }

    @AssertTrue(message = "closesOn must not be before opensOn")
    boolean isClosedAfterItOpens() {
        return opensOn == null || closesOn == null || !closesOn.isBefore(opensOn);
    }

    OrganisationDescription description(OrganisationStatus status) {
        return new OrganisationDescription(
                name,
                groupId,
                laestab,
                ukprn,
                companyNumber,
                phase,
                setting,
                type,
                status,
                street,
                locality,
                town,
                county,
                postcode,
                easting,
                northing,
                roll,
                freeMealsShare,
                urbanRural,
                opensOn,
                closesOn);
    }
}
