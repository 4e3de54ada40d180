package org.trellis.local;

import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.IntUnaryOperator;

/** Where everything listens, on 127.0.0.1. */
public record Ports(int front, Map<Service, Integer> services, int keycloak, int postgres, int kafka) {

    /** The usual ones, each changed by its environment variable. */
    static Ports of(Map<String, String> environment) {
        Map<Service, Integer> services = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            services.put(service, port(environment, service.name(), service.usualPort()));
        }
        return new Ports(
                port(environment, "FRONT", 8080),
                services,
                port(environment, "KEYCLOAK", 8180),
                port(environment, "POSTGRES", 15432),
                port(environment, "KAFKA", 19092));
    }

    /** Any that are free. */
    public static Ports free() {
        IntUnaryOperator free = ignored -> org.trellis.embedded.Ports.free();
        Map<Service, Integer> services = new EnumMap<>(Service.class);
        for (Service service : Service.values()) {
            services.put(service, free.applyAsInt(0));
        }
        return new Ports(free.applyAsInt(0), services, free.applyAsInt(0), free.applyAsInt(0), free.applyAsInt(0));
    }

    int of(Service service) {
        return services.get(service);
    }

    /** Refuses a start that could only half succeed. */
    void requireFree() {
        Map<String, Integer> all = new LinkedHashMap<>();
        all.put("FRONT", front);
        services.forEach((service, port) -> all.put(service.name(), port));
        all.put("KEYCLOAK", keycloak);
        all.put("POSTGRES", postgres);
        all.put("KAFKA", kafka);
        all.forEach((name, port) -> {
            if (!org.trellis.embedded.Ports.isFree(port)) {
                throw new Trouble("Port " + port + " is in use. End what listens there, or choose another port with "
                        + variable(name) + ".");
            }
        });
    }

    private static int port(Map<String, String> environment, String name, int usual) {
        String given = environment.get(variable(name));
        if (given == null || given.isBlank()) {
            return usual;
        }
        if (!given.matches("[0-9]{1,5}") || Integer.parseInt(given) < 1 || Integer.parseInt(given) > 65535) {
            throw new Trouble(variable(name) + " is '" + given + "', which is no port (1 to 65535).");
        }
        return Integer.parseInt(given);
    }

    private static String variable(String name) {
        return "TRELLIS_" + name + "_PORT";
    }
}
