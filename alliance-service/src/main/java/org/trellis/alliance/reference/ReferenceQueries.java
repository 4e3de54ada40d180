package org.trellis.alliance.reference;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.trellis.identity.Reader;
import org.trellis.paging.Described;
import org.trellis.paging.Lists;
import org.trellis.web.Parameters;

/** Code lists that others keep. */
@ApplicationScoped
class ReferenceQueries implements Described {
    private final Reader reader;

    ReferenceQueries(Reader reader) {
        this.reader = reader;
    }

    @Override
    public void describe(Lists lists) {
        lists.at("/v1/local-authorities", this::localAuthorities);
    }

    List<Region> regions() {
        return reader.list(Region.class, "select code, name from region order by code", Map.of());
    }

    /** All that ever were, or those of a day. */
    List<LocalAuthorityArea> localAuthorities(Parameters parameters) {
        var asOf = parameters.day("asOf");
        var region = parameters.text("region");
        parameters.check();
        var values = new HashMap<String, Object>();
        values.put("asOf", asOf.orElse(null));
        values.put("region", region.orElse(null));
        return reader.list(LocalAuthorityArea.class, """
                select gss_code, code, name, region_code, kind, starts_on, ends_on,
                  array(select into_gss_code from authority_area_change c where c.gss_code = a.gss_code order by 1) as "into"
                from authority_area a
                where (cast(:region as text) is null or region_code = :region)
                  and (cast(:asOf as date) is null
                       or (starts_on is null or starts_on <= :asOf) and (ends_on is null or ends_on > :asOf))
                order by name, gss_code""", values);
    }

    List<EstablishmentType> establishmentTypes() {
        return reader.list(
                EstablishmentType.class,
                "select code, name, type_group from establishment_type order by name",
                Map.of());
    }
}
