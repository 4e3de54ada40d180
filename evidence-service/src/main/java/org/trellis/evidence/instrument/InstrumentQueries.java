package org.trellis.evidence.instrument;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.trellis.evidence.measure.About;
import org.trellis.evidence.reference.AskedFor;
import org.trellis.identity.Reader;
import org.trellis.paging.Described;
import org.trellis.paging.Listing;
import org.trellis.paging.Lists;
import org.trellis.paging.Page;
import org.trellis.paging.Sight;
import org.trellis.problem.Problems;
import org.trellis.web.Parameters;

/** Questions about instruments. */
@ApplicationScoped
class InstrumentQueries implements Described {
    private static final String COLUMNS = """
        i.id, i.version, i.code, i.name, i.purpose, i.about, i.alliance_id, a.name as alliance_name, i.edition,
        i.graded\
        """;
    private static final String TABLES = "instrument i left join alliance a on a.id = i.alliance_id";
    private static final String VIEW = """
        select %s, e.definition, d.definition as draft from %s
        left join instrument_edition e on e.instrument_id = i.id and e.edition = i.edition
        left join instrument_draft d on d.instrument_id = i.id
        where i.id = :id\
        """.formatted(COLUMNS, TABLES);

    private final Reader reader;

    InstrumentQueries(Reader reader) {
        this.reader = reader;
    }

    @Override
    public void describe(Lists lists) {
        lists.collection("/v1/instruments", this::list);
    }

    InstrumentView view(UUID id) {
        return reader.one(InstrumentView.class, VIEW, Map.of("id", id)).orElseThrow(Problems::notFound);
    }

    /** Newest first. */
    List<InstrumentView.Edition> editions(UUID id) {
        view(id);
        return reader.list(InstrumentView.Edition.class, """
            select edition, graded, published_at, definition from instrument_edition
            where instrument_id = :id order by edition desc\
            """, Map.of("id", id));
    }

    Page<InstrumentView.Row> list(Parameters parameters) {
        return Listing.of(InstrumentView.Row.class, COLUMNS, TABLES)
                .id("i.id")
                .where(
                        "i.purpose = :purpose",
                        "purpose",
                        parameters.oneOf("purpose", Purpose.class).map(Enum::name))
                .where(
                        "i.about = :about",
                        "about",
                        parameters.oneOf("about", About.class).map(Enum::name))
                .where("i.code = :code", "code", AskedFor.text(parameters, "code"))
                .where("i.graded = :graded", "graded", parameters.flag("graded"))
                .where("i.alliance_id = :allianceId", "allianceId", parameters.id("allianceId"))
                .sortable("name", "i.name", "text")
                .sortable("code", "i.code", "text")
                .keptInStep("instrument", "i", Sight.through("instrument", "visible_instrument_ids()", "false"))
                .page(reader, parameters);
    }
}
