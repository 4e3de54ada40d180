package org.trellis.reporting.rebuild;

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

/** Questions about rebuilds; policies show them to the platform's staff alone. */
@ApplicationScoped
class RebuildQueries implements Described {
    private static final String VIEW = "id, state, requested_at, started_at, finished_at, events, remaining, reason";

    private final Reader reader;

    RebuildQueries(Reader reader) {
        this.reader = reader;
    }

    @Override
    public void describe(Lists lists) {
        lists.at("/v1/reporting-rebuilds", this::list);
    }

    RebuildView view(UUID id) {
        return reader.one(RebuildView.class, "select " + VIEW + " from rebuild where id = :id", Map.of("id", id))
                .orElseThrow(Problems::notFound);
    }

    Page<RebuildView> list(Parameters parameters) {
        return Listing.of(RebuildView.class, VIEW, "rebuild")
                .sortable("requestedAt", "requested_at", "timestamptz")
                .page(reader, parameters);
    }
}
