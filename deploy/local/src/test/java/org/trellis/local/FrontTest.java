package org.trellis.local;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Timeout(120)
class FrontTest {
    private static final HttpClient CLIENT = HttpClient.newHttpClient();

    @TempDir
    private Path folder;

    /** What came through to the service behind. */
    private final List<String> seen = new CopyOnWriteArrayList<>();

    private final int port = org.trellis.embedded.Ports.free();
    private HttpServer behind;
    private Front front;

    @BeforeEach
    void start() throws IOException {
        behind = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        behind.createContext("/", this::echo);
        behind.start();
        Path contract = folder.resolve("openapi.yaml");
        Files.writeString(contract, "paths:\n  /v1/projects:\n    get: {}\n");
        Routes routes = new Routes();
        routes.add(Service.PROJECT, contract);
        front = Front.start(
                port, routes, Map.of(Service.PROJECT, behind.getAddress().getPort()), "<h1>Trellis</h1>");
    }

    @AfterEach
    void stop() {
        front.close();
        behind.stop(0);
    }

    @Test
    void keepsTheHostAndTellsTheServiceWhoAsked() throws Exception {
        var response = CLIENT.send(
                to("/v1/projects?limit=1")
                        .header("X-Forwarded-For", "10.0.0.1")
                        .header("X-Forwarded-Host", "evil.example")
                        .header("Forwarded", "for=10.0.0.1")
                        .build(),
                BodyHandlers.ofString());
        assertEquals(200, response.statusCode());
        assertEquals("/v1/projects?limit=1", seen.getFirst());
        assertEquals("localhost:" + port, header(response.body(), "Host"));
        assertEquals("localhost:" + port, header(response.body(), "X-forwarded-host"));
        assertEquals("127.0.0.1", header(response.body(), "X-forwarded-for"));
        assertEquals("http", header(response.body(), "X-forwarded-proto"));
        assertEquals("", header(response.body(), "Forwarded"));
    }

    @Test
    void passesBodiesBothWays() throws Exception {
        byte[] body = new byte[5_000_000];
        new Random(7).nextBytes(body);
        var response = CLIENT.send(
                to("/v1/projects/echo").POST(BodyPublishers.ofByteArray(body)).build(), BodyHandlers.ofByteArray());
        assertArrayEquals(body, response.body());
    }

    @Test
    void passesStatusesAndHeadersThrough() throws Exception {
        var response = CLIENT.send(to("/v1/projects/gone").build(), BodyHandlers.ofString());
        assertEquals(410, response.statusCode());
        assertEquals("\"3-a\"", response.headers().firstValue("ETag").orElseThrow());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/projects;x",
                "/v1/%2e%2e/projects",
                "/v1/../v1/projects",
                "//v1/projects",
                "/v1/alliances",
                "http://localhost/v1/projects"
            })
    void answersStrangePathsItself(String path) throws IOException {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertTrue(answer.startsWith("HTTP/1.1 404 "), answer);
        assertTrue(
                answer.toLowerCase(java.util.Locale.ROOT).contains("content-type: application/problem+json"), answer);
        assertTrue(answer.contains("\"code\":\"not-found\""), answer);
        assertEquals(List.of(), seen);
    }

    @Test
    void saysWhenAServiceIsAwayAndWhenToComeAgain() throws Exception {
        assertEquals(
                200,
                CLIENT.send(to("/v1/projects").build(), BodyHandlers.ofString()).statusCode());
        InetSocketAddress address = behind.getAddress();
        behind.stop(0);
        for (HttpRequest request : List.of(
                to("/v1/projects").build(),
                to("/v1/projects")
                        .timeout(Duration.ofSeconds(30))
                        .POST(BodyPublishers.ofByteArray(new byte[2_000_000]))
                        .build())) {
            assertAway(CLIENT.send(request, BodyHandlers.ofString()));
        }
        behind = HttpServer.create(address, 0);
        behind.createContext("/", this::echo);
        behind.start();
        assertEquals(
                200,
                CLIENT.send(to("/v1/projects").build(), BodyHandlers.ofString()).statusCode());
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 2_000_000})
    void saysSoOfAServiceThatTookTheWholeRequestAndDied(int bytes) throws Exception {
        assertAway(CLIENT.send(
                to("/v1/projects/dies")
                        .timeout(Duration.ofSeconds(30))
                        .POST(BodyPublishers.ofByteArray(new byte[bytes]))
                        .build(),
                BodyHandlers.ofString()));
    }

    private static void assertAway(HttpResponse<String> answer) {
        assertEquals(503, answer.statusCode());
        assertEquals("1", answer.headers().firstValue("Retry-After").orElseThrow());
        assertEquals(
                "application/problem+json",
                answer.headers().firstValue("Content-Type").orElseThrow());
        assertTrue(answer.body().contains("\"status\":503"), answer.body());
    }

    @Test
    void saysWhatItIs() throws Exception {
        var landing = CLIENT.send(to("/").build(), BodyHandlers.ofString());
        assertEquals("<h1>Trellis</h1>", landing.body());
        assertEquals(
                "text/html; charset=utf-8",
                landing.headers().firstValue("Content-Type").orElseThrow());
    }

    private HttpRequest.Builder to(String path) {
        return HttpRequest.newBuilder(URI.create("http://localhost:" + port + path));
    }

    private String raw(String request) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private void echo(HttpExchange exchange) throws IOException {
        seen.add(exchange.getRequestURI().toString());
        byte[] asked = exchange.getRequestBody().readAllBytes();
        if (exchange.getRequestURI().getPath().endsWith("dies")) {
            exchange.close();
            return;
        }
        byte[] answer = asked.length > 0 ? asked : headers(exchange).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("ETag", "\"3-a\"");
        exchange.sendResponseHeaders(exchange.getRequestURI().getPath().endsWith("gone") ? 410 : 200, answer.length);
        exchange.getResponseBody().write(answer);
        exchange.close();
    }

    private static String headers(HttpExchange exchange) {
        StringBuilder all = new StringBuilder();
        exchange.getRequestHeaders()
                .forEach((name, values) -> all.append(name)
                        .append(": ")
                        .append(String.join(",", values))
                        .append('\n'));
        return all.toString();
    }

    private static String header(String all, String name) {
        return all.lines()
                .filter(line -> line.startsWith(name + ": "))
                .map(line -> line.substring(name.length() + 2))
                .findFirst()
                .orElse("");
    }
}
