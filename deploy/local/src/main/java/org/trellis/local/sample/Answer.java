package org.trellis.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;

/**
 * What came back, whatever it is.
 *
 * @param retryAfter seconds; null where nothing was said
 */
public record Answer(int status, String contentType, Integer retryAfter, String text) {

    public boolean good() {
        return status >= 200 && status < 300;
    }

    public JsonNode json() {
        try {
            return Api.JSON.readTree(text);
        } catch (IOException e) {
            throw new UncheckedIOException("The answer is no JSON: " + this, e);
        }
    }

    /** The code of a problem; empty where it is none. */
    public String code() {
        return Optional.ofNullable(contentType)
                .filter(type -> type.startsWith("application/problem+json"))
                .map(type -> json().path("code").asText())
                .orElse("");
    }
}
