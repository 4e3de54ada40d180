package org.trellis.identity;

import io.quarkus.arc.Arc;
import io.quarkus.vertx.http.runtime.CurrentVertxRequest;
import io.vertx.ext.web.RoutingContext;
import java.util.Optional;

/** The HTTP request being answered, if any: consumers, the relay and scheduled work run without one. */
public final class CurrentRequest {
    private CurrentRequest() {}

    private static Optional<RoutingContext> routing() {
        return Arc.container().requestContext().isActive()
                ? Optional.ofNullable(Arc.container()
                        .instance(CurrentVertxRequest.class)
                        .get()
                        .getCurrent())
                : Optional.empty();
    }

    /** The caller, where a verified token stands behind the request. */
    public static Optional<Actor> actor() {
        return routing().map(r -> Arc.container().instance(Actor.class).get()).filter(Actor::known);
    }

    /** The caller in the form that the database's policies read: of the request, or on whose behalf this runs. */
    public static Optional<String> callerJson() {
        return OnBehalf.actor().or(() -> actor().map(Actor::json));
    }

    /** Whether the caller has this role at any organisation; also where this runs on the caller's behalf. */
    public static boolean callerHas(String role) {
        return OnBehalf.roles()
                .map(roles -> roles.contains(role))
                .orElseGet(() -> actor().map(a -> a.has(role)).orElse(false));
    }

    /** Why, in the caller's words. */
    public static Optional<String> reason() {
        return OnBehalf.reason().or(() -> header("X-Reason"));
    }

    public static Optional<String> header(String name) {
        return routing().map(r -> r.request().getHeader(name));
    }

    /** The path as sent, undecoded, without the query. */
    public static Optional<String> path() {
        return routing().map(r -> r.request().path());
    }
}
