package org.trellis.bench;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;

/** Calls each path at the service that answers it, and goes on trying while one service has not heard of another's. */
final class Callers implements AutoCloseable {
    private static final Map<String, String> SERVICES = Map.of(
            "projects", "project",
            "project-appointments", "project",
            "participations", "project",
            "cohorts", "project",
            "cycles", "project",
            "measures", "evidence",
            "submissions", "evidence",
            "moderation", "evidence",
            "impact", "reporting");
    private static final Set<Integer> PERHAPS_NOT_YET = Set.of(403, 404, 409);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration PAUSE = Duration.ofMillis(50);

    private final ObjectMapper json = new ObjectMapper();
    private final Map<String, HttpConnection> connections = new HashMap<>();
    private final Site site;

    Callers(Site site) {
        this.site = site;
    }

    /** Makes something. @return its id */
    String make(Caller by, String path, String body) throws IOException {
        return post(by, path, body).path("id").asText();
    }

    JsonNode post(Caller by, String path, String body) throws IOException {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        String key = "Idempotency-Key: " + UUID.randomUUID() + "\r\n";
        HttpConnection.Answer answer = at(path).send("POST", path, by.authorization(), key, body);
        while (PERHAPS_NOT_YET.contains(answer.status()) && System.nanoTime() < deadline) {
            LockSupport.parkNanos(PAUSE.toNanos());
            answer = at(path).send("POST", path, by.authorization(), key, body);
        }
        if (answer.status() / 100 != 2) {
            throw new IllegalStateException("POST " + path + " was answered " + answer.status() + ": " + answer.body());
        }
        return answer.body().isEmpty() ? json.nullNode() : json.readTree(answer.body());
    }

    /** What is there by now; nothing where the answer is none yet. */
    JsonNode get(Caller by, String path) throws IOException {
        HttpConnection.Answer answer = at(path).get(path, by.authorization());
        return answer.status() == 200 ? json.readTree(answer.body()) : json.nullNode();
    }

    @Override
    public void close() throws IOException {
        for (HttpConnection connection : connections.values()) {
            connection.close();
        }
    }

    private HttpConnection at(String path) throws IOException {
        String service = SERVICES.getOrDefault(path.split("[/?]", 4)[2], "alliance");
        HttpConnection connection = connections.get(service);
        if (connection == null) {
            connection = new HttpConnection(site.service(service).port());
            connections.put(service, connection);
        }
        return connection;
    }
}
