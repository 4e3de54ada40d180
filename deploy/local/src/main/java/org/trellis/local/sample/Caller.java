package org.trellis.local.sample;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Predicate;
import java.util.function.Supplier;

/**
 * Somebody who calls the suite. {@code ask} and {@code send} make one request and take any answer; the others repeat
 * a request until it is answered well, as callers of services that tell each other by events must.
 */
public final class Caller {
    /** Refusals that end once one service has heard what another one has said, or a request before has ended. */
    private static final Set<String> NOT_YET =
            Set.of("reference-pending", "still-running", "school-not-taking-part", "not-a-moderator", "not-its-head");

    /** A right that was given next door, a moment ago, is not known here yet; or the service is away. */
    private static final Set<Integer> PERHAPS_NOT_YET = Set.of(403, 404, 502, 503);

    private static final Duration PAUSE = Duration.ofMillis(100);

    private final Api api;
    private final Tokens tokens;
    private final Duration patience;

    Caller(Api api, Tokens tokens, Duration patience) {
        this.api = api;
        this.tokens = tokens;
        this.patience = patience;
    }

    /** As it would stand behind {@code Bearer}. */
    public String token() {
        return tokens.current();
    }

    /** One GET. */
    public Answer ask(String path, String accept) {
        return api.send(request(path).header("Accept", accept).build());
    }

    public Answer ask(String path) {
        return ask(path, "application/json");
    }

    /** One POST of JSON. @param key for idempotency; null for none */
    public Answer send(String path, Object body, String key) {
        return send(path, "application/json", bytes(body), key);
    }

    /** One POST of anything. */
    public Answer send(String path, String type, byte[] body, String key) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", type)
                .header("Accept", "application/json")
                .POST(BodyPublishers.ofByteArray(body));
        if (key != null) {
            request.header("Idempotency-Key", key);
        }
        return api.send(request.build());
    }

    public JsonNode get(String path) {
        return patiently("GET " + path, () -> ask(path)).json();
    }

    /** Makes something, once for each key. @return its id */
    public UUID make(String path, Object body, String key) {
        return UUID.fromString(post(path, body, key).path("id").asText());
    }

    /** Makes or moves something, once for each key. */
    public JsonNode post(String path, Object body, String key) {
        return patiently("POST " + path, () -> send(path, body, key)).json();
    }

    /** The same with a file. */
    public JsonNode postFile(String path, String csv, String key) {
        byte[] file = csv.getBytes(StandardCharsets.UTF_8);
        return patiently("POST " + path, () -> send(path, "text/csv", file, key))
                .json();
    }

    /** Binds this caller's sign-in to the person who was invited. @param invitation as its inviter got it */
    public void accept(JsonNode invitation) {
        accept("invitations", invitation);
    }

    /** Says yes by a link that is shown once. @param shown as who asked for it got it */
    void accept(String collection, JsonNode shown) {
        String link = shown.path("link").asText();
        String path = "/v1/" + collection + "/" + shown.path("id").asText() + "/acceptances";
        Map<String, String> secret = Map.of("secret", link.substring(link.indexOf('#') + 1));
        patiently("POST " + path, () -> send(path, secret, null));
    }

    /** Reads until what is read is as it is expected to become. @throws IllegalStateException where it does not */
    public JsonNode await(String path, Predicate<JsonNode> expected) {
        Instant deadline = Instant.now().plus(patience);
        while (true) {
            JsonNode read = get(path);
            if (expected.test(read)) {
                return read;
            }
            if (Instant.now().isAfter(deadline)) {
                throw new IllegalStateException("Waited in vain for " + path + ", which is " + read);
            }
            LockSupport.parkNanos(PAUSE.toNanos());
        }
    }

    /** @throws Refused where it was answered otherwise, or for too long with "not yet" */
    public Answer patiently(String what, Supplier<Answer> request) {
        Instant deadline = Instant.now().plus(patience);
        while (true) {
            boolean late = Instant.now().isAfter(deadline);
            Duration pause = PAUSE;
            try {
                Answer answer = request.get();
                if (answer.good()) {
                    return answer;
                }
                if (late || !mayYetBeGood(answer)) {
                    throw new Refused(what, answer);
                }
                pause = answer.retryAfter() == null ? PAUSE : Duration.ofSeconds(answer.retryAfter());
            } catch (UncheckedIOException e) {
                if (late) {
                    throw e;
                }
            }
            LockSupport.parkNanos(pause.toNanos());
        }
    }

    private static boolean mayYetBeGood(Answer answer) {
        return PERHAPS_NOT_YET.contains(answer.status()) || NOT_YET.contains(answer.code());
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(api.address(path)).timeout(Duration.ofSeconds(30));
        return tokens == null ? request : request.header("Authorization", "Bearer " + token());
    }

    private static byte[] bytes(Object body) {
        try {
            return Api.JSON.writeValueAsBytes(body);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The body is no JSON: " + e.getMessage(), e);
        }
    }
}
