package org.trellis.reporting.impact;

import io.quarkus.oidc.AccessTokenCredential;
import io.quarkus.oidc.runtime.OidcJwtCallerPrincipal;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jose4j.jwt.JwtClaims;
import org.jose4j.jwt.MalformedClaimException;
import org.jose4j.jwt.consumer.InvalidJwtException;

/**
 * Makes the access token speak for a caller who signed in by the code flow, as it does for all others: the ID token is
 * for the front end. The token has been verified before this (its roles are asked for), its audience is checked here.
 */
@ApplicationScoped
class PageReader implements SecurityIdentityAugmentor {
    private static final String TENANT = "tenant-id";
    private static final int BEFORE_ROLES = 100;

    private final String audience;

    PageReader(@ConfigProperty(name = "quarkus.oidc.token.audience") String audience) {
        this.audience = audience;
    }

    @Override
    public int priority() {
        return BEFORE_ROLES;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        return Uni.createFrom()
                .item(() -> PageTenant.WEB.equals(identity.getAttribute(TENANT)) && !identity.isAnonymous()
                        ? withAccessToken(identity)
                        : identity);
    }

    private SecurityIdentity withAccessToken(SecurityIdentity identity) {
        var token = identity.getCredential(AccessTokenCredential.class);
        try {
            var claims = JwtClaims.parse(payload(token.getToken()));
            if (!claims.getAudience().contains(audience)) {
                throw new AuthenticationFailedException("the access token is not for this audience");
            }
            return QuarkusSecurityIdentity.builder(identity)
                    .setPrincipal(new OidcJwtCallerPrincipal(claims, token))
                    .build();
        } catch (InvalidJwtException | MalformedClaimException e) {
            throw new AuthenticationFailedException(e);
        }
    }

    private static String payload(String token) {
        int start = token.indexOf('.') + 1;
        return new String(
                Base64.getUrlDecoder().decode(token.substring(start, token.indexOf('.', start))),
                StandardCharsets.UTF_8);
    }
}
