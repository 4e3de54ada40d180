package org.trellis.alliance.membership;

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

/** Questions about memberships. */
@ApplicationScoped
class MembershipQueries implements Described {
    private static final String COLUMNS = """
            m.id, m.version, a.id as alliance_id, a.name as alliance_name, o.id as organisation_id,
            o.name as organisation_name, m.role, m.starts_on, m.ends_on, m.leaving_reason""";
    private static final String FROM =
            "membership m join alliance a on a.id = m.alliance_id join organisation o on o.id = m.organisation_id";

    private final Reader reader;

    MembershipQueries(Reader reader) {
        this.reader = reader;
    }

    @Override
    public void describe(Lists lists) {
        lists.at("/v1/memberships", this::list);
    }

    MembershipView view(UUID id) {
        return reader.one(
                        MembershipView.class,
                        "select " + COLUMNS + " from " + FROM + " where m.id = :id",
                        Map.of("id", id))
                .orElseThrow(Problems::notFound);
    }

    /** Without {@code asOf} all that ever were; with it those that held on that day. */
    Page<MembershipView> list(Parameters parameters) {
        return Listing.of(MembershipView.class, COLUMNS, FROM)
                .id("m.id")
                .where("m.alliance_id = :allianceId", "allianceId", parameters.id("allianceId"))
                .where("m.organisation_id = :organisationId", "organisationId", parameters.id("organisationId"))
                .where(
                        "m.role = :role",
                        "role",
                        parameters.oneOf("role", MembershipRole.class).map(Enum::name))
                .where(
                        "m.starts_on <= :asOf and (m.ends_on is null or m.ends_on > :asOf)",
                        "asOf",
                        parameters.day("asOf"))
                .sortable("startsOn", "m.starts_on", "date")
                .keptInStep("membership", "m", Sights.DIRECTORY)
                .page(reader, parameters);
    }
}
