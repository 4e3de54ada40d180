package org.trellis.alliance.organisation;

import java.util.UUID;
import org.trellis.web.Versioned;

/**
 * An organisation as callers see it.
 *
 * @param registerId how tokens and other systems name it, such as {@code urn:900001}
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
        boolean invented)
        implements Versioned {}
