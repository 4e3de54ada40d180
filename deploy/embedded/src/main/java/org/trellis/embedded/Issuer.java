package org.trellis.embedded;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.interfaces.RSAPublicKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.security.spec.RSAPublicKeySpec;
import java.util.Arrays;
import java.util.Base64;

/** A small OpenID Connect issuer for the tests of one service: its discovery document, its key, and tokens signed with it. */
public final class Issuer implements AutoCloseable {
    static final String KEY_ID = "test";
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    private final String url;
    private final KeyPair keys;
    private final HttpServer server;

    private Issuer(String url, KeyPair keys, HttpServer server) {
        this.url = url;
        this.keys = keys;
        this.server = server;
    }

    public static Issuer start() {
        try {
            HttpServer server = HttpServer.create(new InetSocketAddress(Ports.loopback(), 0), 0);
            Issuer issuer = new Issuer("http://127.0.0.1:" + server.getAddress().getPort(), newKeys(), server);
            issuer.serve("/.well-known/openid-configuration", issuer.discovery());
            issuer.serve("/jwks", issuer.keySet());
            server.start();
            return issuer;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The issuer's name and address. */
    public String url() {
        return url;
    }

    /** A good token of this issuer, to be changed as the test needs. */
    public Token token(String subject) {
        return new Token(url, keys.getPrivate(), subject);
    }

    @Override
    public void close() {
        if (server != null) {
            server.stop(0);
        }
    }

    /** What another class loader of this JVM needs to {@link #attach}. */
    String coordinates() {
        return url + "|" + Base64.getEncoder().encodeToString(keys.getPrivate().getEncoded());
    }

    static Issuer attach(String coordinates) {
        String[] parts = coordinates.split("\\|", -1);
        try {
            KeyFactory factory = KeyFactory.getInstance("RSA");
            var secret = (RSAPrivateCrtKey) factory.generatePrivate(
                    new PKCS8EncodedKeySpec(Base64.getDecoder().decode(parts[1])));
            var open = factory.generatePublic(new RSAPublicKeySpec(secret.getModulus(), secret.getPublicExponent()));
            return new Issuer(parts[0], new KeyPair(open, secret), null);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("RSA");
            generator.initialize(2048);
            return generator.generateKeyPair();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private void serve(String path, String json) {
        byte[] body = json.getBytes(StandardCharsets.UTF_8);
        server.createContext(path, exchange -> {
            try (exchange) {
                exchange.getResponseHeaders().set("Content-Type", "application/json");
                exchange.sendResponseHeaders(200, body.length);
                exchange.getResponseBody().write(body);
            }
        });
    }

    private String discovery() {
        return """
                {"issuer": "%1$s", "jwks_uri": "%1$s/jwks",
                 "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token",
                 "response_types_supported": ["code"], "subject_types_supported": ["public"],
                 "id_token_signing_alg_values_supported": ["RS256"]}
                """.formatted(url);
    }

    private String keySet() {
        RSAPublicKey key = (RSAPublicKey) keys.getPublic();
        return """
                {"keys": [{"kty": "RSA", "use": "sig", "alg": "RS256", "kid": "%s", "n": "%s", "e": "%s"}]}
                """.formatted(KEY_ID, unsigned(key.getModulus()), unsigned(key.getPublicExponent()));
    }

    private static String unsigned(BigInteger number) {
        byte[] bytes = number.toByteArray();
        return BASE64.encodeToString(bytes[0] == 0 ? Arrays.copyOfRange(bytes, 1, bytes.length) : bytes);
    }
}
