package org.trellis.local.scenario;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellis.local.Suite;
import org.trellis.local.sample.Answer;
import org.trellis.local.sample.Api;

/** What is asked for wrongly, or by nobody, is refused by every service in the same way, and leaves nothing behind. */
@ExtendWith(RunningSuite.class)
class RefusalsTest {
    private static final UUID SOME = UUID.fromString("0190a000-0000-7000-8000-000000000001");

    /**
     * A service with something to read, something to make and who makes it.
     *
     * <p>{@code body} is right but for what is put into its fields: a text and a number.
     */
    private enum At {
        ALLIANCE("/v1/organisations", "/v1/organisations", "platform-admin", "name", """
                {"kind": "UNIVERSITY", "name": %s, "invented": %s}"""),
        PROJECT("/v1/projects", "/v1/cycles", "alliance-lead", "name", """
                {"projectId": "0190a000-0000-7000-8000-000000000001", "name": %s, "number": %s,
                 "startsOn": "2024-09-02", "endsOn": "2025-07-19"}"""),
        EVIDENCE("/v1/measures", "/v1/measures", "platform-admin", "name", """
                {"code": "REFUSED", "name": %s, "about": "PUPIL", "unit": "points", "minimum": 0, "maximum": %s}"""),
        REPORTING(
                "/v1/progress/projects/" + SOME,
                "/v1/calculations/pooled-effects",
                "la-analyst",
                "effects[0].label",
                """
                {"effects": [{"label": %s, "effect": 0.2, "variance": %s}]}""");

        private final String read;
        private final String make;
        private final String maker;
        private final String text;
        private final String body;

        At(String read, String make, String maker, String text, String body) {
            this.read = read;
            this.make = make;
            this.maker = maker;
            this.text = text;
            this.body = body;
        }

        String key() {
            return name().toLowerCase(Locale.ROOT);
        }

        Answer make(Api api, String body) {
            return api.person(maker)
                    .send(
                            make,
                            "application/json",
                            body.getBytes(StandardCharsets.UTF_8),
                            UUID.randomUUID().toString());
        }

        String with(String text, String number) {
            return body.formatted(text, number);
        }
    }

    @ParameterizedTest
    @EnumSource
    void withoutATokenThereIsNothing(At at, Suite suite, Api api) throws IOException {
        assertEquals(401, api.nobody().ask(at.read).status());
        assertEquals(
                401,
                api.nobody()
                        .send(at.make, "application/json", new byte[] {'{', '}'}, null)
                        .status());
        assertEquals(401, status(suite.address(at.key()), "GET", at.read, ""));
        assertEquals(
                401,
                status(suite.address(at.key()), "GET", at.read, "Authorization: Bearer eyJhbGciOiJub25lIn0.e30.\r\n"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/v1/projects;x", "/v1/%2e%2e/projects", "//v1/projects", "/v1/./projects", "/v1/projects%2F"})
    void strangePathsOpenNothing(String path, Suite suite, Api api) throws IOException {
        String token = "Authorization: Bearer " + api.person("platform-admin").token() + "\r\n";
        assertEquals(200, status(suite.address("project"), "GET", "/v1/projects", token));
        assertEquals(404, status(suite.front(), "GET", path, token));
        for (At at : At.values()) {
            assertEquals(404, status(suite.address(at.key()), "GET", path, token), at.key());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everythingWrongWithABodyIsNamedAtOnce(At at, Api api) {
        String wrong = at.with("17", "\"five\"").replaceFirst("\\{", "{\"unheardOf\": 1, ");
        assertRefused(400, 3, at, api, wrong);
    }

    @ParameterizedTest
    @EnumSource
    void textWithNulIsRefused(At at, Api api) {
        String number = at == At.ALLIANCE ? "true" : "1";
        JsonNode violations = assertRefused(400, 1, at, api, at.with("\"a\\u0000b\"", number));
        assertTrue(violations.toString().contains("$." + at.text), violations::toString);
    }

    @ParameterizedTest
    @EnumSource
    void numbersBeyondAllMeaningAreRefused(At at, Api api) {
        assertRefused(400, 1, at, api, at.with("\"A name\"", "1e308"));
    }

    @ParameterizedTest
    @EnumSource
    void bodiesOfTenMegabytesAreRefused(At at, Api api) {
        char[] long10 = new char[10 << 20];
        Arrays.fill(long10, 'x');
        Answer answer = at.make(api, at.with('"' + new String(long10) + '"', "1"));
        assertEquals(413, answer.status(), answer::text);
        assertEquals("too-large", answer.code());
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotJsonIsRefused(At at, Api api) {
        assertRefused(400, 1, at, api, "{\"name\": ");
    }

    @ParameterizedTest
    @EnumSource
    void listsOfMoreThanTwoHundredAreRefusedRatherThanCut(At at, Api api) {
        for (String query : List.of("?limit=201", "?limit=0", "?unheardOf=1")) {
            Answer answer = api.person(at.maker).ask(at.read + query);
            assertEquals(400, answer.status(), answer::text);
            assertFalse(answer.json().path("violations").isEmpty(), answer::text);
        }
    }

    /** @return the violations */
    private static JsonNode assertRefused(int status, int violations, At at, Api api, String body) {
        Set<String> before = stored(api);
        Answer answer = at.make(api, body);
        assertEquals(status, answer.status(), answer::text);
        assertTrue(answer.contentType().startsWith("application/problem+json"), answer.contentType());
        JsonNode named = answer.json().path("violations");
        assertEquals(violations, named.size(), answer::text);
        assertEquals(before, stored(api));
        return named;
    }

    private static Set<String> stored(Api api) {
        Set<String> ids = new TreeSet<>();
        Stream.of("/v1/organisations?limit=200", "/v1/projects", "/v1/cycles", "/v1/measures")
                .forEach(list -> api.person("platform-admin")
                        .get(list)
                        .path("items")
                        .forEach(item -> ids.add(item.path("id").asText())));
        return ids;
    }

    /** Asks with the path as it stands, which clients of the usual kind would put right. */
    private static int status(URI address, String method, String path, String headers) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", address.getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream()
                    .write((method + " " + path + " HTTP/1.1\r\nHost: localhost\r\n" + headers
                                    + "Connection: close\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
            return Integer.parseInt(answer.split(" ", 3)[1]);
        }
    }
}
