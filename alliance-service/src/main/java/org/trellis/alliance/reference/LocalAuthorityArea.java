package org.trellis.alliance.reference;

import java.time.LocalDate;
import java.util.List;

/**
 * A local authority as it was between two boundary changes.
 *
 * @param gssCode of the Office for National Statistics; another one after each change of boundaries
 * @param code the Department for Education's three digits, which may outlive a change; null where it is not told
 * @param regionCode null for an authority that is in no region
 * @param startsOn null where it began before 2009
 * @param endsOn the first day on which it was no more
 * @param into the gssCode of what it became, or became part of
 */
public record LocalAuthorityArea(
        String gssCode,
        String code,
        String name,
        String regionCode,
        String kind,
        LocalDate startsOn,
        LocalDate endsOn,
        List<String> into) {}
