package org.trellis.local.sample;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The suite as its callers see it: one address in front of all services, and one where tokens come from. */
public final class Api implements AutoCloseable {
    /** Keys in order: the same body is the same bytes whenever it is sent, as idempotency keys want it. */
    static final ObjectMapper JSON = JsonMapper.builder()
            .enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS)
            .build();

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private final URI front;
    private final URI tokens;
    private final Map<String, Caller> callers = new ConcurrentHashMap<>();

    public Api(URI front, URI issuer) {
        this.front = front;
        this.tokens = URI.create(issuer + "/protocol/openid-connect/token");
    }

    /** One of the local realm's people; the password is the name. */
    public Caller person(String name) {
        return callers.computeIfAbsent(
                name,
                _ -> caller(Map.of(
                        "client_id", "trellis-web", "grant_type", "password", "username", name, "password", name)));
    }

    /** One of the local realm's systems; the secret is the name. */
    public Caller system(String name) {
        return callers.computeIfAbsent(
                "client " + name,
                _ -> caller(Map.of("client_id", name, "client_secret", name, "grant_type", "client_credentials")));
    }

    /** Somebody without a token. */
    public Caller nobody() {
        return new Caller(this, null, PATIENCE);
    }

    public URI address(String path) {
        return front.resolve(path);
    }

    private Caller caller(Map<String, String> grant) {
        return new Caller(this, new Tokens(this, tokens, form(grant)), PATIENCE);
    }

    /** @throws UncheckedIOException if nothing answers, or not to the end */
    Answer send(HttpRequest request) {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.headers().firstValue("Content-Type").orElse(null),
                    response.headers()
                            .firstValue("Retry-After")
                            .map(Integer::valueOf)
                            .orElse(null),
                    response.body());
        } catch (IOException e) {
            throw new UncheckedIOException(request.uri() + ": " + e, e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for " + request.uri(), e);
        }
    }

    @Override
    public void close() {
        http.close();
    }

    private static String form(Map<String, String> fields) {
        StringBuilder form = new StringBuilder();
        fields.forEach((name, value) -> form.append(form.isEmpty() ? "" : "&")
                .append(name)
                .append('=')
                .append(URLEncoder.encode(value, StandardCharsets.UTF_8)));
        return form.toString();
    }
}
