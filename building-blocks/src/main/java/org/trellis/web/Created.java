package org.trellis.web;

import jakarta.ws.rs.core.Response;

/** The answer to a request that made something. */
public final class Created {
    private Created() {}

    /** 201 with the view and where it can be read again, as a path on whatever host fronts the suite. */
    public static Response at(String path, Object view) {
        return Response.status(201).header("Location", path).entity(view).build();
    }
}
