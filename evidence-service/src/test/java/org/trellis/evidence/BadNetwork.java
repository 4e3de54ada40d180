package org.trellis.evidence;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Locale;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;

/** Stands between phones and the service: loses requests and answers, sends requests twice, and lets later ones pass. */
final class BadNetwork implements AutoCloseable {
    private static final Set<String> CARRIED = Set.of("authorization", "content-type", "idempotency-key");
    private static final int LONGEST_DELAY_MS = 60;

    private final HttpServer proxy;
    private final HttpClient client = HttpClient.newHttpClient();
    private final URI service;
    private final Random random;
    final AtomicInteger lost = new AtomicInteger();
    final AtomicInteger doubled = new AtomicInteger();

    BadNetwork(URI service, long seed) throws IOException {
        this.service = service;
        random = new Random(seed);
        proxy = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
        proxy.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        proxy.createContext("/", this::pass);
        proxy.start();
    }

    URI address() {
        return URI.create("http://127.0.0.1:" + proxy.getAddress().getPort());
    }

    private int dice() {
        synchronized (random) {
            return random.nextInt(10);
        }
    }

    private void pass(HttpExchange exchange) throws IOException {
        var request = request(exchange);
        late();
        int dice = dice();
        if (dice == 0) {
            lost.incrementAndGet();
            exchange.close();
            return;
        }
        if (dice <= 2) {
            doubled.incrementAndGet();
            Thread.startVirtualThread(() -> {
                late();
                client.sendAsync(request, HttpResponse.BodyHandlers.discarding())
                        .join();
            });
        }
        try {
            var answer = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
            if (dice >= 7) {
                lost.incrementAndGet();
            } else {
                exchange.sendResponseHeaders(
                        answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
                exchange.getResponseBody().write(answer.body());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            exchange.close();
        }
    }

    private void late() {
        int millis;
        synchronized (random) {
            millis = random.nextInt(LONGEST_DELAY_MS);
        }
        LockSupport.parkNanos(Duration.ofMillis(millis).toNanos());
    }

    private HttpRequest request(HttpExchange exchange) throws IOException {
        var request = HttpRequest.newBuilder(service.resolve(exchange.getRequestURI()))
                .method(
                        exchange.getRequestMethod(),
                        HttpRequest.BodyPublishers.ofByteArray(
                                exchange.getRequestBody().readAllBytes()));
        exchange.getRequestHeaders().forEach((name, values) -> {
            if (CARRIED.contains(name.toLowerCase(Locale.ROOT))) {
                request.header(name, values.getFirst());
            }
        });
        return request.build();
    }

    @Override
    public void close() {
        proxy.stop(0);
        client.close();
    }
}
