package org.trellis.alliance.organisation;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.trellis.alliance.Reference;
import org.trellis.web.Versioned;

/**
 * An organisation as callers see it, as it is today or was on a day.
 *
 * @param registerId how tokens and other systems name it, such as {@code urn:900001}
 * @param freeMealsShare of those on roll, in per cent
 * @param closesOn the first day on which it is closed
 * @param trust the trust of a school on that day
 * @param localAuthority the local authority of a school on that day
 * @param describedFrom the day since when this description holds; null as far back as is known
 * @param describedUntil the day from which another holds; null where this is the last
 * @param invented true for organisations that exist in samples only
 */
public record OrganisationView(
        UUID id,
        long version,
        String kind,
        String name,
        String registerId,
        String urn,
        String uid,
        String laCode,
        String phase,
        String setting,
        String status,
        String town,
        String postcode,
        boolean invented,
        String groupId,
        String laestab,
        String ukprn,
        String companyNumber,
        String type,
        String street,
        String locality,
        String county,
        Integer easting,
        Integer northing,
        Integer roll,
        BigDecimal freeMealsShare,
        String urbanRural,
        LocalDate opensOn,
        LocalDate closesOn,
        @Nested("trust") Reference trust,
        @Nested("local_authority") Reference localAuthority,
        LocalDate describedFrom,
        LocalDate describedUntil)
        implements Versioned {

    /** What of it is unusual, though it may be right. */
    @JsonProperty
    public List<Warning> warnings() {
        return Identifiers.warnings(this);
    }
}
