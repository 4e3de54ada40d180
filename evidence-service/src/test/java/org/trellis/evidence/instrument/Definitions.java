package org.trellis.evidence.instrument;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;

/** Forms as they come in. */
final class Definitions {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Definitions() {}

    static Definition of(String text) {
        try {
            return JSON.readValue(text, Definition.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
