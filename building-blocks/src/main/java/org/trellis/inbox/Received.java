package org.trellis.inbox;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.UUID;
import org.apache.kafka.clients.consumer.ConsumerRecord;

/**
 * An event as it arrived.
 *
 * @param aggregate the aggregate's kind
 * @param subject the aggregate's id
 * @param sequence the aggregate's version within the epoch
 * @param state the aggregate's public state; null where it is gone (a tombstone)
 * @param at when it happened, as its service says
 */
public record Received(
        UUID id, String type, String aggregate, UUID subject, long sequence, long epoch, JsonNode state, Instant at) {

    /** Reads a record of Kafka. @throws Undecodable naming what is missing or broken */
    static Received of(ConsumerRecord<String, byte[]> event, ObjectMapper json) {
        return new Received(
                uuid(event, "ce_id"),
                header(event, "ce_type"),
                header(event, "ce_aggregate"),
                uuid(event, "ce_subject"),
                number(event, "ce_sequence"),
                number(event, "ce_epoch"),
                state(event, json),
                time(event, "ce_time"));
    }

    private static String header(ConsumerRecord<String, byte[]> event, String name) {
        var header = event.headers().lastHeader(name);
        if (header == null || header.value() == null) {
            throw new Undecodable("header " + name + " is missing");
        }
        return new String(header.value(), StandardCharsets.UTF_8);
    }

    private static UUID uuid(ConsumerRecord<String, byte[]> event, String name) {
        try {
            return UUID.fromString(header(event, name));
        } catch (IllegalArgumentException e) {
            throw new Undecodable("header " + name + " is not a UUID", e);
        }
    }

    private static long number(ConsumerRecord<String, byte[]> event, String name) {
        try {
            return Long.parseLong(header(event, name));
        } catch (NumberFormatException e) {
            throw new Undecodable("header " + name + " is not a whole number", e);
        }
    }

    private static Instant time(ConsumerRecord<String, byte[]> event, String name) {
        try {
            return Instant.parse(header(event, name));
        } catch (DateTimeException e) {
            throw new Undecodable("header " + name + " is not a time", e);
        }
    }

    private static JsonNode state(ConsumerRecord<String, byte[]> event, ObjectMapper json) {
        if (event.value() == null) {
            return null;
        }
        try {
            JsonNode state = json.readTree(new String(event.value(), StandardCharsets.UTF_8));
            if (!state.isObject()) {
                throw new Undecodable("the body is not a JSON object");
            }
            return state;
        } catch (JsonProcessingException e) {
            throw new Undecodable("the body is not JSON", e);
        }
    }
}
