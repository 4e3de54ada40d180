package org.trellis.local;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Which service answers a path: the first segment after {@code /v1/}, as the services' contracts have it. Paths are
 * taken raw and compared exactly; what is not plain (parameters, encoded separators, dots, empty segments) has no way
 * through, so that no service has to see through it.
 */
final class Routes {
    private static final Pattern PLAIN = Pattern.compile(
            "(?:/(?!\\.{1,2}(?:/|$))(?:[A-Za-z0-9._~:@!$&'()*+,=-]|%(?!00|2[eEfF5]|3[bB]|5[cC])[0-9A-Fa-f]{2})+)+/?");

    private final Map<String, Service> owners = new HashMap<>();

    record Route(Service service, String uri) {}

    /** Reads the contracts that are committed beside the services. */
    static Routes of(Path root) {
        Routes routes = new Routes();
        for (Service service : Service.values()) {
            routes.add(service, service.contract(root));
        }
        return routes;
    }

    void add(Service service, Path contract) {
        try {
            JsonNode document = new ObjectMapper(
                            new YAMLFactory().configure(JsonParser.Feature.AUTO_CLOSE_SOURCE, true))
                    .readTree(contract.toFile());
            document.path("paths").fieldNames().forEachRemaining(path -> add(service, path));
        } catch (IOException e) {
            throw new UncheckedIOException("No route to " + service.key() + "-service: " + e.getMessage(), e);
        }
    }

    private void add(Service service, String path) {
        if (!path.startsWith("/v1/")) {
            return;
        }
        Service other = owners.putIfAbsent(collection(path), service);
        if (other != null && other != service) {
            throw new IllegalStateException("/v1/" + collection(path) + " is in the contracts of both " + other.key()
                    + "-service and " + service.key() + "-service");
        }
    }

    Optional<Route> find(String uri) {
        String path = uri.substring(0, uri.indexOf('?') < 0 ? uri.length() : uri.indexOf('?'));
        if (!PLAIN.matcher(path).matches()) {
            return Optional.empty();
        }
        if (path.startsWith("/v1/")) {
            return Optional.ofNullable(owners.get(collection(path))).map(service -> new Route(service, uri));
        }
        for (Service service : Service.values()) {
            if (path.equals("/openapi/" + service.key())) {
                return Optional.of(new Route(service, "/openapi" + uri.substring(path.length())));
            }
        }
        return Optional.empty();
    }

    private static String collection(String path) {
        return path.split("/", 4)[2];
    }
}
