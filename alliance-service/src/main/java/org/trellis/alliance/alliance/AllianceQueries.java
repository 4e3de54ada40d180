package org.trellis.alliance.alliance;

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

/** Questions about alliances. */
@ApplicationScoped
class AllianceQueries implements Described {
    private static final String COLUMNS = """
            a.id, a.version, a.name, a.kind, a.status, a.vision, a.invented, t.id as trust_id, t.name as trust_name,
            l.id as lead_id, l.name as lead_name, n.members""";
    private static final String FROM = """
            alliance a
            left join organisation t on t.id = a.trust_id
            left join lateral (select o.id, o.name from membership m join organisation o on o.id = m.organisation_id
              where m.alliance_id = a.id and m.role = 'LEAD' and m.starts_on <= today()
                and (m.ends_on is null or m.ends_on > today())) l on true
            cross join lateral (select count(*) as members from membership m
              where m.alliance_id = a.id and m.starts_on <= today() and (m.ends_on is null or m.ends_on > today())) n""";

    private final Reader reader;

    AllianceQueries(Reader reader) {
        this.reader = reader;
    }

    @Override
    public void describe(Lists lists) {
        lists.at("/v1/alliances", this::list);
    }

    AllianceView view(UUID id) {
        return reader.one(
                        AllianceView.class,
                        "select " + COLUMNS + " from " + FROM + " where a.id = :id",
                        Map.of("id", id))
                .orElseThrow(Problems::notFound);
    }

    Page<AllianceView> list(Parameters parameters) {
        return Listing.of(AllianceView.class, COLUMNS, FROM)
                .id("a.id")
                .where(
                        "a.kind = :kind",
                        "kind",
                        parameters.oneOf("kind", AllianceKind.class).map(Enum::name))
                .where(
                        "a.status = :status",
                        "status",
                        parameters.oneOf("status", AllianceStatus.class).map(Enum::name))
                .where("a.name ilike '%' || :q || '%'", "q", parameters.text("q"))
                .sortable("name", "a.name", "text")
                .keptInStep("alliance", "a", Sights.DIRECTORY)
                .page(reader, parameters);
    }
}
