package org.trellis.evidence.measure;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.trellis.evidence.reference.AskedFor;
import org.trellis.identity.Reader;
import org.trellis.paging.Described;
import org.trellis.paging.Listing;
import org.trellis.paging.Lists;
import org.trellis.paging.Page;
import org.trellis.paging.Sight;
import org.trellis.problem.Problems;
import org.trellis.web.Parameters;

/** Questions about measures. */
@ApplicationScoped
class MeasureQueries implements Described {
    private static final String COLUMNS = """
        m.id, m.version, m.code, m.name, m.kind, m.about, m.unit, m.minimum, m.maximum, m.higher_is_better, m.threshold,
        m.age_in_months, m.reliability, m.edition, m.alliance_id, a.name as alliance_name\
        """;
    private static final String TABLES = "measure m left join alliance a on a.id = m.alliance_id";

    private final Reader reader;

    MeasureQueries(Reader reader) {
        this.reader = reader;
    }

    @Override
    public void describe(Lists lists) {
        lists.collection("/v1/measures", this::list);
    }

    MeasureView view(UUID id) {
        return reader.one(
                        MeasureView.class,
                        "select " + COLUMNS + " from " + TABLES + " where m.id = :id",
                        Map.of("id", id))
                .orElseThrow(Problems::notFound);
    }

    /** Newest first. */
    List<EditionView> editions(UUID id) {
        view(id);
        return reader.list(EditionView.class, """
            select edition, name, minimum, maximum, reliability, made_at from measure_edition
            where measure_id = :id order by edition desc\
            """, Map.of("id", id));
    }

    Page<MeasureView> list(Parameters parameters) {
        return Listing.of(MeasureView.class, COLUMNS, TABLES)
                .id("m.id")
                .where(
                        "m.about = :about",
                        "about",
                        parameters.oneOf("about", About.class).map(Enum::name))
                .where(
                        "m.kind = :kind",
                        "kind",
                        parameters.oneOf("kind", MeasureKind.class).map(Enum::name))
                .where("m.code = :code", "code", AskedFor.text(parameters, "code"))
                .where("m.alliance_id = :allianceId", "allianceId", parameters.id("allianceId"))
                .where(
                        "m.name ilike '%' || :q || '%' or m.code ilike '%' || :q || '%'",
                        "q", AskedFor.text(parameters, "q"))
                .sortable("name", "m.name", "text")
                .sortable("code", "m.code", "text")
                .keptInStep("measure", "m", Sight.whole("actor_reads_directory()"))
                .page(reader, parameters);
    }
}
