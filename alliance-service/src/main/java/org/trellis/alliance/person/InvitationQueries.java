package org.trellis.alliance.person;

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

/** Questions about who invited whom. */
@ApplicationScoped
class InvitationQueries implements Described {
    private static final String COLUMNS = """
            i.id, i.person_id, i.invited_at, i.invited_by as by, i.reason, i.expires_at, i.accepted_at,
            cast(null as text) as link""";

    private final Reader reader;

    InvitationQueries(Reader reader) {
        this.reader = reader;
    }

    @Override
    public void describe(Lists lists) {
        lists.collection("/v1/invitations", this::list);
    }

    InvitationView view(UUID id) {
        return reader.one(
                        InvitationView.class,
                        "select " + COLUMNS + " from invitation i where i.id = :id",
                        Map.of("id", id))
                .orElseThrow(Problems::notFound);
    }

    Page<InvitationView> list(Parameters parameters) {
        return Listing.of(InvitationView.class, COLUMNS, "invitation i")
                .id("i.id")
                .where("i.person_id = :personId", "personId", parameters.id("personId"))
                .where("(i.accepted_at is not null) = :accepted", "accepted", parameters.flag("accepted"))
                .sortable("invitedAt", "i.invited_at", "timestamptz")
                .page(reader, parameters);
    }
}
