package org.trellis.alliance.affiliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.trellis.alliance.Sights;
import org.trellis.alliance.organisation.OrganisationKeys;
import org.trellis.alliance.organisation.OrganisationKind;
import org.trellis.identity.Reader;
import org.trellis.paging.Described;
import org.trellis.paging.Listing;
import org.trellis.paging.Lists;
import org.trellis.paging.Page;
import org.trellis.problem.Problems;
import org.trellis.web.Parameters;

/** Questions about affiliations. */
@ApplicationScoped
class AffiliationQueries implements Described {
    private static final String COLUMNS = """
            f.id, f.version, o.id as organisation_id, o.name as organisation_name, t.id as to_id, t.name as to_name,
            f.kind, f.starts_on, f.ends_on""";
    private static final String FROM =
            "affiliation f join organisation o on o.id = f.organisation_id join organisation t on t.id = f.to_id";

    private final Reader reader;
    private final OrganisationKeys keys;

    AffiliationQueries(Reader reader, OrganisationKeys keys) {
        this.reader = reader;
        this.keys = keys;
    }

    @Override
    public void describe(Lists lists) {
        lists.collection("/v1/affiliations", this::list);
    }

    AffiliationView view(UUID id) {
        return reader.one(
                        AffiliationView.class,
                        "select " + COLUMNS + " from " + FROM + " where f.id = :id",
                        Map.of("id", id))
                .orElseThrow(Problems::notFound);
    }

    Page<AffiliationView> list(Parameters parameters) {
        boolean lineage = parameters.flag("withLineage").orElse(false);
        return Listing.of(AffiliationView.class, COLUMNS, FROM)
                .id("f.id")
                .where(
                        OrganisationKeys.of("f.organisation_id", lineage),
                        "organisationId",
                        keys.named("organisationId", parameters))
                .where("f.to_id = :toId", "toId", keys.named("toId", parameters))
                .where(
                        "f.kind = :kind",
                        "kind",
                        parameters.oneOf("kind", AffiliationKind.class).map(Enum::name))
                .where(
                        "f.starts_on <= :asOf and (f.ends_on is null or f.ends_on > :asOf)",
                        "asOf",
                        parameters.day("asOf"))
                .sortable("startsOn", "f.starts_on", "date")
                .keptInStep("affiliation", "f", Sights.DIRECTORY)
                .page(reader, parameters);
    }

    /** What an organisation is, where it is known. */
    Optional<OrganisationKind> kindOf(UUID organisation) {
        return reader.one(String.class, "select kind from organisation where id = :id", Map.of("id", organisation))
                .map(OrganisationKind::valueOf);
    }
}
