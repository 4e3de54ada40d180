package org.trellis.paging;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.UriInfo;
import java.util.UUID;
import org.trellis.identity.Reader;
import org.trellis.web.Parameters;

/** A list as services have them. */
@Path("/v1/items")
@RunOnVirtualThread
class ItemResource implements Described {
    record Item(UUID id, UUID shelfId, long version) {}

    private final Reader reader;

    ItemResource(Reader reader) {
        this.reader = reader;
    }

    @GET
    @Authenticated
    @Produces({MediaType.APPLICATION_JSON, "text/csv"})
    public Page<Item> list(@Context UriInfo uri) {
        return list(Parameters.of(uri));
    }

    @Override
    public void describe(Lists lists) {
        lists.collection("/v1/items", this::list);
    }

    private Page<Item> list(Parameters parameters) {
        return Listing.of(Item.class, "i.id, i.shelf_id, i.version", "item i")
                .id("i.id")
                .where("i.shelf_id = :shelfId", "shelfId", parameters.id("shelfId"))
                .sortable("version", "i.version", "bigint")
                .keptInStep("item", "i", Sight.through("shelf", "visible_shelf_ids()", "false"))
                .page(reader, parameters);
    }
}
