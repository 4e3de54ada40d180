package org.trellis.local;

import java.net.URI;
import java.util.Arrays;
import java.util.stream.Collectors;

/** What the front address says of itself. */
final class Landing {
    private Landing() {}

    static String page(Ports ports, URI issuer) {
        String services = Arrays.stream(Service.values())
                .map(service -> """
                        <li>%1$s-service: <a href="/openapi/%1$s">OpenAPI</a>,
                        <a href="http://localhost:%2$d/q/health">health</a>,
                        <a href="http://localhost:%2$d/q/metrics">metrics</a></li>
                        """.formatted(service.key(), ports.of(service)))
                .collect(Collectors.joining());
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>Trellis</title></head>
                <body><h1>Trellis</h1>
                <p>Research and development across schools, on this machine only.
                The interfaces of all services are under <code>/v1/</code>.</p>
                <ul>%s</ul>
                <p>Tokens come from <a href="%2$s/.well-known/openid-configuration">%2$s</a>.</p>
                </body></html>
                """.formatted(services, issuer);
    }
}
