package org.trellis.reporting.impact;

import io.quarkus.oidc.TenantResolver;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.regex.Pattern;

/** A browser that opens a page signs in by the code flow and a cookie; whoever else calls brings a bearer token. */
@ApplicationScoped
class PageTenant implements TenantResolver {
    static final String WEB = "web";
    private static final String BEARER = "Default";
    private static final Pattern PAGE =
            Pattern.compile("/v1/(impact/(projects/[^/]+|signed-in)|reports/[^/]+(/editions/[^/]+)?)");

    @Override
    public String resolve(RoutingContext routing) {
        var request = routing.request();
        var accept = request.getHeader("Accept");
        return request.method().name().equals("GET")
                        && PAGE.matcher(request.path()).matches()
                        && accept != null
                        && accept.contains("text/html")
                        && request.getHeader("Authorization") == null
                ? WEB
                : BEARER;
    }
}
