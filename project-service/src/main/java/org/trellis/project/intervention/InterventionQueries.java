package org.trellis.project.intervention;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.trellis.identity.Reader;
import org.trellis.paging.Described;
import org.trellis.paging.Listing;
import org.trellis.paging.Lists;
import org.trellis.paging.Page;
import org.trellis.paging.Sight;
import org.trellis.problem.Problems;
import org.trellis.web.Parameters;

/** Questions about interventions. */
@ApplicationScoped
class InterventionQueries implements Described {
    private static final Sight SIGHT = Sight.whole("actor_reads_directory()");

    private static final String ROW = """
            i.id, i.version, i.edition, i.code, i.name, a.id as alliance_id, a.name as alliance_name, i.strands, i.summary""";
    private static final String FROM = "intervention i left join alliance a on a.id = i.alliance_id";

    private static final String VIEW = """
            select %s, b.id as based_on_id, b.name as based_on_name, i.theory_of_change, i.active_ingredients, i.adaptable,
              (select coalesce(jsonb_agg(jsonb_build_object('citation', s.citation, 'url', s.url, 'finding', s.finding)
                 order by s.position), '[]') from intervention_source s where s.intervention_id = i.id) as evidence
            from %s left join intervention b on b.id = i.based_on_id where i.id = :id""".formatted(ROW, FROM);

    /** What shares most strands comes first, then what is called alike. */
    private static final String SIMILAR = """
            select %s from intervention it join %s on i.id <> it.id
            where it.id = :id and (i.strands && it.strands or similarity(i.name, it.name) > 0.3)
            order by cardinality(array(select unnest(i.strands) intersect select unnest(it.strands))) desc,
              similarity(i.name, it.name) desc, i.name, i.id limit 10""".formatted(ROW, FROM);

    /** The history keeps every state that there was. */
    private static final String EDITIONS = """
            select distinct on (edition) cast(h.state ->> 'edition' as int) as edition, h.occurred_at as since,
              h.state ->> 'name' as name, h.state ->> 'summary' as summary, h.state ->> 'theoryOfChange' as theory_of_change,
              array(select jsonb_array_elements_text(h.state -> 'strands')) as strands,
              array(select jsonb_array_elements_text(h.state -> 'activeIngredients')) as active_ingredients,
              array(select jsonb_array_elements_text(h.state -> 'adaptable')) as adaptable, h.state -> 'evidence' as evidence
            from history h where h.aggregatetype = 'intervention' and h.aggregateid = :id order by edition, h.version""";

    private final Reader reader;

    InterventionQueries(Reader reader) {
        this.reader = reader;
    }

    @Override
    public void describe(Lists lists) {
        lists.collection("/v1/interventions", this::list);
    }

    InterventionView view(UUID id) {
        return reader.one(InterventionView.class, VIEW, Map.of("id", id)).orElseThrow(Problems::notFound);
    }

    List<InterventionView.Row> similar(UUID id) {
        view(id);
        return reader.list(InterventionView.Row.class, SIMILAR, Map.of("id", id));
    }

    List<EditionView> editions(UUID id) {
        view(id);
        return reader.list(EditionView.class, EDITIONS, Map.of("id", id));
    }

    Page<InterventionView.Row> list(Parameters parameters) {
        return Listing.of(InterventionView.Row.class, ROW, FROM)
                .id("i.id")
                .where("i.alliance_id = :allianceId", "allianceId", parameters.id("allianceId"))
                .where("(i.code is not null) = :toolkit", "toolkit", parameters.flag("toolkit"))
                .where(
                        ":strand = any(i.strands)",
                        "strand",
                        parameters.oneOf("strand", Strand.class).map(Enum::name))
                .where("position(lower(:q) in lower(i.name)) > 0", "q", parameters.text("q"))
                .sortable("name", "i.name", "text")
                .keptInStep("intervention", "i", SIGHT)
                .page(reader, parameters);
    }
}
