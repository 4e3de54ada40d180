package org.trellis.web;

import io.quarkus.vertx.http.runtime.filters.Filters;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.util.regex.Pattern;

/**
 * Takes paths as they are written and no others: matrix parameters, encoded separators, dots, doubled and trailing slashes
 * find nothing, so that no two spellings of a path can meet two different rules.
 */
@Singleton
class PlainPaths {
    private static final Pattern ODD = Pattern.compile("[;\\\\]|//|./$|/\\.{1,2}(/|$)|%(2[EeFf]|3[Bb]|5[Cc]|00|25)");
    private static final int BEFORE_AUTHENTICATION = 10_000;

    void register(@Observes Filters filters) {
        filters.register(
                routing -> {
                    if (ODD.matcher(routing.request().path()).find()) {
                        routing.response()
                                .setStatusCode(404)
                                .putHeader("Content-Type", "application/problem+json")
                                .end("""
                                        {"type":"/problems/not-found","title":"Not found","status":404,\
                                        "detail":"There is nothing here that you may see","code":"not-found"}""");
                    } else {
                        routing.next();
                    }
                },
                BEFORE_AUTHENTICATION);
    }
}
