package org.trellis.embedded;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.PrivateKey;
import java.security.Signature;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** An access token in the making: good as it comes, and each method makes it another, often a worse one. */
public final class Token {
    private final PrivateKey key;
    private final Map<String, Object> claims = new LinkedHashMap<>();
    private final List<Organisation> organisations = new ArrayList<>();
    private String algorithm = "RS256";
    private PrivateKey signer;

    private record Organisation(String id, List<String> roles) {}

    Token(String issuer, PrivateKey key, String subject) {
        this.key = key;
        this.signer = key;
        Instant now = Instant.now();
        claims.put("iss", issuer);
        claims.put("sub", subject);
        claims.put("aud", "trellis");
        claims.put("jti", UUID.randomUUID().toString());
        claims.put("iat", now.getEpochSecond());
        claims.put("exp", now.plus(Duration.ofMinutes(5)).getEpochSecond());
    }

    /** Adds an organisation: {@code token.at("urn:900001", "school-lead")}. */
    public Token at(String organisation, String... roles) {
        organisations.add(new Organisation(organisation, List.of(roles)));
        return this;
    }

    /** A further claim, a string or a number. */
    public Token with(String claim, Object value) {
        claims.put(claim, value);
        return this;
    }

    public Token without(String claim) {
        claims.remove(claim);
        return this;
    }

    public Token expired() {
        return with("exp", Instant.now().minus(Duration.ofMinutes(10)).getEpochSecond());
    }

    public Token audience(String audience) {
        return with("aud", audience);
    }

    public Token issuer(String issuer) {
        return with("iss", issuer);
    }

    /** Signed with a key that the issuer does not publish, under the published key's name. */
    public Token signedByAnother() {
        signer = Issuer.newKeys().getPrivate();
        return this;
    }

    /** Signed as it should be. */
    public Token signedByIssuer() {
        signer = key;
        return this;
    }

    /** {@code alg: none}, without a signature. */
    public Token unsigned() {
        algorithm = "none";
        return this;
    }

    /** The token in its compact form. */
    public String signed() {
        String content = base64("{\"alg\":\"" + algorithm + "\",\"typ\":\"JWT\",\"kid\":\"" + Issuer.KEY_ID + "\"}")
                + "." + base64(payload());
        return content + "." + (algorithm.equals("none") ? "" : signature(content));
    }

    private String payload() {
        Stream<String> simple =
                claims.entrySet().stream().map(claim -> quoted(claim.getKey()) + ":" + json(claim.getValue()));
        Stream<String> all = organisations.isEmpty()
                ? simple
                : Stream.concat(
                        simple,
                        Stream.of("\"organisations\":"
                                + organisations.stream().map(Token::json).collect(Collectors.joining(",", "[", "]"))));
        return all.collect(Collectors.joining(",", "{", "}"));
    }

    private static String json(Organisation organisation) {
        return "{\"id\":" + quoted(organisation.id) + ",\"roles\":"
                + organisation.roles.stream().map(Token::quoted).collect(Collectors.joining(",", "[", "]")) + "}";
    }

    private static String json(Object value) {
        return value instanceof Number ? value.toString() : quoted(value.toString());
    }

    private static String quoted(String text) {
        return '"' + text.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private String signature(String content) {
        try {
            Signature signature = Signature.getInstance("SHA256withRSA");
            signature.initSign(signer);
            signature.update(content.getBytes(StandardCharsets.US_ASCII));
            return base64(signature.sign());
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String base64(String text) {
        return base64(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String base64(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
