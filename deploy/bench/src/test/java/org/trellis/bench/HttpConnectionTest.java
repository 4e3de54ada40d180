package org.trellis.bench;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class HttpConnectionTest {
    private HttpServer server;
    private HttpConnection connection;

    @BeforeEach
    void serve() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.createContext("/", exchange -> {
            try (exchange) {
                byte[] said = exchange.getRequestBody().readAllBytes();
                String answer = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " by "
                        + exchange.getRequestHeaders().getFirst("Authorization") + ": "
                        + new String(said, StandardCharsets.UTF_8);
                byte[] body = answer.getBytes(StandardCharsets.UTF_8);
                boolean chunked = exchange.getRequestURI().getPath().equals("/chunked");
                exchange.sendResponseHeaders(chunked ? 200 : 201, chunked ? 0 : body.length);
                exchange.getResponseBody().write(body);
            }
        });
        server.start();
        connection = new HttpConnection(server.getAddress().getPort());
    }

    @AfterEach
    void stop() throws IOException {
        connection.close();
        server.stop(0);
    }

    @Test
    void readsAnswersOfKnownLengthAndInChunksOnOneConnection() throws IOException {
        var chunked = new HttpConnection.Answer(200, "GET /chunked?n=1 by me: ");
        var whole = new HttpConnection.Answer(201, "POST /whole by me: {\"name\": \"Élan\"}");

        for (int again = 0; again < 3; again++) {
            assertEquals(chunked, connection.get("/chunked?n=1", "me"));
            assertEquals(whole, connection.send("POST", "/whole", "me", "X-Reason: none\r\n", "{\"name\": \"Élan\"}"));
        }
    }

    @Test
    void saysWhatAnUnexpectedAnswerWas() throws IOException {
        var answer = connection.get("/whole", "me");

        var refused = assertThrows(IllegalStateException.class, () -> answer.expect(200));

        assertEquals("Expected 200, got 201: GET /whole by me: ", refused.getMessage());
    }
}
