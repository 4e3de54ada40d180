package org.trellis.alliance.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.trellis.identity.Reader;
import org.trellis.paging.Described;
import org.trellis.paging.Listing;
import org.trellis.paging.Lists;
import org.trellis.paging.Page;
import org.trellis.problem.Problems;
import org.trellis.web.Parameters;

/** Questions about what came from what. */
@ApplicationScoped
class LinkQueries implements Described {
    private static final String COLUMNS = """
            l.id, p.id as predecessor_id, p.name as predecessor_name, s.id as successor_id, s.name as successor_name,
            l.kind, l.day, l.status""";
    private static final String FROM = """
            organisation_link l join organisation p on p.id = l.predecessor_id
            join organisation s on s.id = l.successor_id""";

    private final Reader reader;

    LinkQueries(Reader reader) {
        this.reader = reader;
    }

    @Override
    public void describe(Lists lists) {
        lists.collection("/v1/organisation-links", this::list);
        lists.at("/v1/organisations/{id}/links", parameters -> of(new UUID(0, 0), parameters));
    }

    LinkView view(UUID id) {
        return reader.one(LinkView.class, "select " + COLUMNS + " from " + FROM + " where l.id = :id", Map.of("id", id))
                .orElseThrow(Problems::notFound);
    }

    Page<LinkView> list(Parameters parameters) {
        return listing(parameters).page(reader, parameters);
    }

    /** Those at whose one end or other the organisation is. */
    Page<LinkView> of(UUID organisation, Parameters parameters) {
        return listing(parameters)
                .where("l.predecessor_id = :organisation or l.successor_id = :organisation")
                .bind("organisation", organisation)
                .page(reader, parameters);
    }

    private static Listing<LinkView> listing(Parameters parameters) {
        return Listing.of(LinkView.class, COLUMNS, FROM)
                .id("l.id")
                .where(
                        "l.status = :status",
                        "status",
                        parameters.oneOf("status", LinkStatus.class).map(Enum::name))
                .where(
                        "l.kind = :kind",
                        "kind",
                        parameters.oneOf("kind", LinkKind.class).map(Enum::name))
                .sortable("id", "l.id", "uuid");
    }
}
