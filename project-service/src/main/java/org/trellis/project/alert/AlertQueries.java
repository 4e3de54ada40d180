package org.trellis.project.alert;

import jakarta.enterprise.context.ApplicationScoped;
import org.trellis.identity.Reader;
import org.trellis.paging.Described;
import org.trellis.paging.Listing;
import org.trellis.paging.Lists;
import org.trellis.paging.Page;
import org.trellis.web.Parameters;

/** Questions about alerts. */
@ApplicationScoped
class AlertQueries implements Described {
    private final Reader reader;

    AlertQueries(Reader reader) {
        this.reader = reader;
    }

    @Override
    public void describe(Lists lists) {
        lists.collection("/v1/project-alerts", this::list);
    }

    Page<AlertView> list(Parameters parameters) {
        return Listing.of(
                        AlertView.class,
                        "a.id, a.version, a.project_id, p.title as project_name, a.participation_id, a.kind, a.about_id, a.text,"
                                + " a.raised_on, a.settled_on",
                        "alert a join project p on p.id = a.project_id")
                .id("a.id")
                .where("a.project_id = :projectId", "projectId", parameters.id("projectId"))
                .where("a.participation_id = :participationId", "participationId", parameters.id("participationId"))
                .where(
                        "a.kind = :kind",
                        "kind",
                        parameters.oneOf("kind", AlertKind.class).map(Enum::name))
                .where("(a.settled_on is null) = :open", "open", parameters.flag("open"))
                .sortable("raisedOn", "a.raised_on", "date")
                .page(reader, parameters);
    }
}
