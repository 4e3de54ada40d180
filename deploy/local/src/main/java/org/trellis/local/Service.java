package org.trellis.local;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;

/** The four services: where each is built, what its database is called, and its usual port. */
public enum Service {
    ALLIANCE(8081),
    PROJECT(8082),
    EVIDENCE(8083),
    REPORTING(8084);

    private final int usualPort;

    Service(int usualPort) {
        this.usualPort = usualPort;
    }

    static Service named(String name) {
        return Arrays.stream(values())
                .filter(service -> service.key().equals(name))
                .findAny()
                .orElseThrow(() -> new IllegalArgumentException("No service is called " + name));
    }

    /** Its name in paths, roles and messages: {@code alliance}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT);
    }

    int usualPort() {
        return usualPort;
    }

    Path folder(Path root) {
        return root.resolve(key() + "-service");
    }

    Path program(Path root) {
        return folder(root).resolve("target/quarkus-app/quarkus-run.jar");
    }

    Path contract(Path root) {
        return folder(root).resolve("contract/openapi.yaml");
    }
}
