package org.trellis.local;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.VertxOptions;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.file.FileSystemOptions;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.net.SocketAddress;
import io.vertx.httpproxy.Body;
import io.vertx.httpproxy.HttpProxy;
import io.vertx.httpproxy.ProxyContext;
import io.vertx.httpproxy.ProxyInterceptor;
import io.vertx.httpproxy.ProxyResponse;
import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One address for all services. It keeps the Host a caller used and streams bodies both ways. */
final class Front implements AutoCloseable {
    private final Vertx vertx;
    private final HttpServer server;
    private final Map<Service, HttpProxy> proxies = new EnumMap<>(Service.class);
    private final Routes routes;
    private final String landing;

    private Front(Routes routes, Map<Service, Integer> services, String landing) {
        this.routes = routes;
        this.landing = landing;
        this.vertx = Vertx.vertx(new VertxOptions()
                .setEventLoopPoolSize(2)
                .setFileSystemOptions(
                        new FileSystemOptions().setFileCachingEnabled(false).setClassPathResolvingEnabled(false)));
        HttpClient client = vertx.createHttpClient(new HttpClientOptions()
                .setMaxPoolSize(200)
                .setConnectTimeout(2000)
                // a service that took a request and is no more answers nobody
                .setIdleTimeout(60)
                .setKeepAliveTimeout(30));
        services.forEach((service, port) -> proxies.put(
                service,
                HttpProxy.reverseProxy(client)
                        .origin(SocketAddress.inetSocketAddress(port, "127.0.0.1"))
                        .addInterceptor(new Passing(service))));
        this.server = vertx.createHttpServer(new HttpServerOptions()
                        .setHandle100ContinueAutomatically(false)
                        // an early answer resets an HTTP/2 stream, and some callers lose it
                        .setHttp2ClearTextEnabled(false))
                .requestHandler(this::handle);
    }

    static Front start(int port, Routes routes, Map<Service, Integer> services, String landing) {
        Front front = new Front(routes, services, landing);
        try {
            front.server
                    .listen(port, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(20, TimeUnit.SECONDS);
            return front;
        } catch (Exception e) {
            front.close();
            throw new Trouble("The front address 127.0.0.1:" + port + " could not be opened: " + e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }

    private void handle(HttpServerRequest request) {
        if (request.authority() == null) {
            answer(request, 400, "host-missing", "Host missing", "The header Host is needed.");
        } else if (request.uri().equals("/")) {
            request.response()
                    .putHeader("Content-Type", "text/html; charset=utf-8")
                    .end(landing);
        } else {
            routes.find(request.uri())
                    .ifPresentOrElse(
                            route -> proxies.get(route.service()).handle(request),
                            () -> answer(request, 404, "not-found", "Not found", "Nothing is here."));
        }
    }

    private static void answer(HttpServerRequest request, int status, String code, String title, String detail) {
        request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/problem+json")
                .end(problem(status, code, title, detail));
    }

    private static String problem(int status, String code, String title, String detail) {
        return """
                {"type":"/problems/%2$s","title":"%3$s","status":%1$d,"detail":"%4$s","code":"%2$s"}""".formatted(status, code, title, detail);
    }

    /** Tells the service whom it answers, and the caller when the service is away. */
    private final class Passing implements ProxyInterceptor {
        private final Service service;

        Passing(Service service) {
            this.service = service;
        }

        @Override
        public Future<ProxyResponse> handleProxyRequest(ProxyContext context) {
            HttpServerRequest asked = context.request().proxiedRequest();
            routes.find(asked.uri()).ifPresent(route -> context.request().setURI(route.uri()));
            context.request()
                    .setAuthority(asked.authority())
                    .headers()
                    .remove("Forwarded")
                    .set("X-Forwarded-For", asked.remoteAddress().hostAddress())
                    .set("X-Forwarded-Proto", "http")
                    .set("X-Forwarded-Host", asked.authority().toString())
                    .set("X-Forwarded-Port", Integer.toString(server.actualPort()));
            return context.sendRequest().recover(failure -> Future.succeededFuture(away(context)));
        }

        private ProxyResponse away(ProxyContext context) {
            String detail = service.key() + "-service does not answer at the moment. Try again.";
            HttpServerRequest asked = context.request().proxiedRequest();
            if (!asked.isEnded()) {
                // what the caller is still sending is let through to nowhere, or it would never come to read the answer
                asked.handler(_ -> {}).resume();
            }
            return context.request()
                    .release()
                    .response()
                    .setStatusCode(503)
                    .putHeader("Content-Type", "application/problem+json")
                    .putHeader("Retry-After", "1")
                    .setBody(Body.body(Buffer.buffer(problem(503, "unavailable", "Unavailable for a moment", detail))));
        }
    }
}
