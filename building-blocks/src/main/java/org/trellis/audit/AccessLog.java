package org.trellis.audit;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.HashMap;
import java.util.UUID;
import org.trellis.identity.CurrentRequest;
import org.trellis.identity.Reader;
import org.trellis.identity.Writer;
import org.trellis.paging.Described;
import org.trellis.paging.Listing;
import org.trellis.paging.Lists;
import org.trellis.paging.Page;
import org.trellis.web.Parameters;

/**
 * Who has read what of whom. A read is written down before it is answered, in one statement however many organisations
 * it shows: nobody has seen what is not written down, and where it cannot be written down nothing is answered.
 */
@ApplicationScoped
public class AccessLog implements Described {
    private final Writer writer;
    private final Reader reader;

    AccessLog(Writer writer, Reader reader) {
        this.writer = writer;
        this.reader = reader;
    }

    /**
     * Writes down that the caller is about to be shown something.
     *
     * @param what a code for the kind of answer
     * @param about the id of what was asked for
     * @param organisations whose results or rows it shows by name; for none nothing is written
     */
    public void note(String what, UUID about, Collection<UUID> organisations) {
        if (organisations.isEmpty()) {
            return;
        }
        var values = new HashMap<String, Object>();
        values.put("organisations", organisations.toArray(UUID[]::new));
        values.put("what", what);
        values.put("about", about);
        values.put("actor", CurrentRequest.callerJson().orElseThrow());
        values.put("reason", CurrentRequest.header("X-Reason").orElse(null));
        writer.run("""
                insert into access_log (organisation_id, what, about_id, actor, reason)
                select unnest(:organisations), :what, :about, cast(:actor as jsonb), :reason""", values);
    }

    @Override
    public void describe(Lists lists) {
        lists.at("/v1/{service}-access-log", this::list);
    }

    Page<AccessLogEntry> list(Parameters parameters) {
        return Listing.of(
                        AccessLogEntry.class,
                        "id, at, organisation_id, what, about_id, actor as by, reason",
                        "access_log")
                .where("organisation_id = :organisationId", "organisationId", parameters.id("organisationId"))
                .where("about_id = :aboutId", "aboutId", parameters.id("aboutId"))
                .where("what = :what", "what", parameters.text("what"))
                .where("at >= cast(:from as date)", "from", parameters.day("from"))
                .sortable("at", "at", "timestamptz")
                .page(reader, parameters);
    }
}
