package org.trellis.alliance.priority;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.trellis.alliance.Sights;
import org.trellis.identity.Reader;
import org.trellis.paging.Described;
import org.trellis.paging.Listing;
import org.trellis.paging.Lists;
import org.trellis.paging.Page;
import org.trellis.problem.Problems;
import org.trellis.web.Parameters;

/** Questions about priorities. */
@ApplicationScoped
class PriorityQueries implements Described {
    private static final String COLUMNS = """
            p.id, p.version, a.id as alliance_id, a.name as alliance_name, p.title, p.description, p.focus_area,
            p.starts_on, p.ends_on""";
    private static final String FROM = "priority p join alliance a on a.id = p.alliance_id";

    private final Reader reader;

    PriorityQueries(Reader reader) {
        this.reader = reader;
    }

    @Override
    public void describe(Lists lists) {
        lists.collection("/v1/priorities", this::list);
    }

    PriorityView view(UUID id) {
        return reader.one(
                        PriorityView.class,
                        "select " + COLUMNS + " from " + FROM + " where p.id = :id",
                        Map.of("id", id))
                .orElseThrow(Problems::notFound);
    }

    /** Without {@code asOf} all that ever were; with it those that held on that day. */
    Page<PriorityView> list(Parameters parameters) {
        return Listing.of(PriorityView.class, COLUMNS, FROM)
                .id("p.id")
                .where("p.alliance_id = :allianceId", "allianceId", parameters.id("allianceId"))
                .where(
                        "p.focus_area = :focusArea",
                        "focusArea",
                        parameters.oneOf("focusArea", FocusArea.class).map(Enum::name))
                .where(
                        "p.starts_on <= :asOf and (p.ends_on is null or p.ends_on > :asOf)",
                        "asOf",
                        parameters.day("asOf"))
                .where("strpos(lower(p.title), lower(:q)) > 0", "q", parameters.text("q"))
                .sortable("startsOn", "p.starts_on", "date")
                .keptInStep("priority", "p", Sights.MEMBERS)
                .page(reader, parameters);
    }
}
