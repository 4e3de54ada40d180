package org.trellis.alliance.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.trellis.alliance.Sights;
import org.trellis.identity.Reader;
import org.trellis.openapi.Described;
import org.trellis.openapi.Lists;
import org.trellis.paging.Listing;
import org.trellis.paging.Page;
import org.trellis.problem.Problems;
import org.trellis.web.Parameters;

/** Questions about organisations. */
@ApplicationScoped
class OrganisationQueries implements Described {
    private static final String COLUMNS = """
            id, version, kind, name, register_id, urn, uid, la_code, phase, setting, status, town, postcode, invented""";

    private final Reader reader;

    OrganisationQueries(Reader reader) {
        this.reader = reader;
    }

    @Override
    public void describe(Lists lists) {
        lists.at("/v1/organisations", this::list);
    }

    /** @param key the id, or {@code urn:…}, {@code uid:…}, {@code la:…} */
    OrganisationView view(String key) {
        boolean registered = key.indexOf(':') > 0;
        return reader.one(
                        OrganisationView.class,
                        "select " + COLUMNS + " from organisation where "
                                + (registered ? "register_id = :key" : "id = :key"),
                        Map.of("key", registered ? key : uuid(key)))
                .orElseThrow(Problems::notFound);
    }

    Page<OrganisationView> list(Parameters parameters) {
        return Listing.of(OrganisationView.class, COLUMNS, "organisation")
                .where(
                        "kind = :kind",
                        "kind",
                        parameters.oneOf("kind", OrganisationKind.class).map(Enum::name))
                .where(
                        "name ilike '%' || :q || '%' or urn = :q or upper(postcode) = upper(:q)",
                        "q", parameters.text("q"))
                .sortable("name", "name", "text")
                .keptInStep("organisation", "organisation", Sights.DIRECTORY)
                .page(reader, parameters);
    }

    private static UUID uuid(String key) {
        try {
            return UUID.fromString(key);
        } catch (IllegalArgumentException e) {
            throw Problems.notFound();
        }
    }
}
