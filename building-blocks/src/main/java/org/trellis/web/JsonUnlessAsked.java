package org.trellis.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.http.HttpHeaders;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;

/** Who takes anything gets JSON; other formats are for those who ask for them. */
@Singleton
class JsonUnlessAsked {
    private static final int EARLY = 9_000;

    void register(@Observes Filters filters) {
        filters.register(
                routing -> {
                    var accept = routing.request().getHeader(HttpHeaders.ACCEPT);
                    if (accept == null || accept.equals("*/*")) {
                        routing.request().headers().set(HttpHeaders.ACCEPT, "application/json, */*;q=0.1");
                    }
                    routing.next();
                },
                EARLY);
    }
}
