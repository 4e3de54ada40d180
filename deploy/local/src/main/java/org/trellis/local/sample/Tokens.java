package org.trellis.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.time.Instant;

/** One caller's tokens: a new one is fetched a minute before the last one ends. */
final class Tokens {
    private static final long AHEAD = 60;

    private final Api api;
    private final URI address;
    private final String grant;
    private String token;
    private Instant until = Instant.MIN;

    Tokens(Api api, URI address, String grant) {
        this.api = api;
        this.address = address;
        this.grant = grant;
    }

    synchronized String current() {
        if (Instant.now().isAfter(until)) {
            Instant asked = Instant.now();
            Answer answer = api.send(HttpRequest.newBuilder(address)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString(grant))
                    .build());
            if (!answer.good()) {
                throw new Refused("A token", answer);
            }
            JsonNode granted = answer.json();
            token = granted.path("access_token").asText();
            until = asked.plusSeconds(granted.path("expires_in").asLong() - AHEAD);
        }
        return token;
    }
}
