package org.trellis.local.scenario;

import java.io.IOException;
import java.net.CookieManager;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Somebody's browser, as far as signing in takes one: it keeps cookies, goes where it is sent and fills in the form. */
final class Browser implements AutoCloseable {
    private static final Pattern FORM = Pattern.compile("<form[^>]* action=\"([^\"]+)\"");

    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(new Cookies())
            .followRedirects(Redirect.NORMAL)
            .build();

    HttpResponse<String> open(URI page) throws IOException, InterruptedException {
        return http.send(
                HttpRequest.newBuilder(page)
                        .header("Accept", "text/html,application/xhtml+xml")
                        .build(),
                BodyHandlers.ofString());
    }

    /** @param form the page on which Keycloak asks for name and password, which in the local realm are the same */
    HttpResponse<String> signIn(HttpResponse<String> form, String name) throws IOException, InterruptedException {
        Matcher action = FORM.matcher(form.body());
        if (!action.find()) {
            throw new AssertionError("no form on " + form.uri() + ": " + form.body());
        }
        String typed = URLEncoder.encode(name, StandardCharsets.UTF_8);
        return http.send(
                HttpRequest.newBuilder(form.uri().resolve(action.group(1).replace("&amp;", "&")))
                        .header("Accept", "text/html,application/xhtml+xml")
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(BodyPublishers.ofString("username=" + typed + "&password=" + typed))
                        .build(),
                BodyHandlers.ofString());
    }

    @Override
    public void close() {
        http.close();
    }

    /** On this machine itself browsers give secure cookies back without TLS; Java's own would not. */
    private static final class Cookies extends CookieManager {
        @Override
        public void put(URI from, Map<String, List<String>> headers) throws IOException {
            Map<String, List<String>> open = new HashMap<>(headers);
            open.replaceAll((_, values) -> values.stream()
                    .map(value -> value.replaceAll("(?i); *secure", ""))
                    .toList());
            super.put(from, open);
        }
    }
}
