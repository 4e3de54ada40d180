package org.trellis.alliance.organisation;

import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/**
 * An organisation to be registered.
 *
 * @param urn six digits, for a school
 * @param uid the trust's number in the register of groups, for a trust
 * @param laCode three digits, for a local authority
 * @param invented true for organisations that exist in samples only
 */
record NewOrganisation(
        @NotNull OrganisationKind kind,
        @NotBlank @Size(max = 200) String name,

        @Pattern(regexp = "\\d{6}", message = "must be six digits")
        String urn,

        @Pattern(regexp = "\\d{1,6}", message = "must be one to six digits")
        String uid,

        @Pattern(regexp = "\\d{3}", message = "must be three digits")
        String laCode,

        @Size(max = 40) String phase,
        @Size(max = 40) String setting,
        @Size(max = 100) String town,
        @Size(max = 10) String postcode,
        Boolean invented) {

    @AssertTrue(message = "a school has a urn, a trust a uid, a local authority a laCode, and no other kind has one")
    boolean isIdentifiedByItsRegister() {
        return kind == null
                || (kind == OrganisationKind.SCHOOL) == (urn != null)
                        && (kind == OrganisationKind.TRUST) == (uid != null)
                        && (kind == OrganisationKind.LOCAL_AUTHORITY) == (laCode != null);
    }
}
