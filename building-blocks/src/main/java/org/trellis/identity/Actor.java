package org.trellis.identity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.arc.Unremovable;
import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Who is asking, as the verified token says: issuer, subject, and organisations with roles. */
@RequestScoped
@Unremovable
public class Actor {
    private final SecurityIdentity identity;
    private final ObjectMapper json;
    private String asJson;

    Actor(SecurityIdentity identity, ObjectMapper json) {
        this.identity = identity;
        this.json = json;
    }

    /** True where a verified token stands behind the request. */
    public boolean known() {
        return !identity.isAnonymous() && identity.getPrincipal() instanceof JsonWebToken;
    }

    public String issuer() {
        return token().getIssuer();
    }

    public String subject() {
        return token().getSubject();
    }

    public List<OrganisationRoles> organisations() {
        return identity.getAttribute(TokenRoles.ORGANISATIONS);
    }

    /** True where the token gives this role at any organisation. */
    public boolean has(String role) {
        return known() && identity.hasRole(role);
    }

    /** The form that the database's policies read; empty where nobody is known. */
    public String json() {
        if (asJson == null) {
            asJson = known() ? written() : "";
        }
        return asJson;
    }

    private String written() {
        try {
            return json.writeValueAsString(
                    Map.of("issuer", issuer(), "subject", subject(), "organisations", organisations()));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a verified token's claims cannot be written as JSON", e);
        }
    }

    private JsonWebToken token() {
        return (JsonWebToken) identity.getPrincipal();
    }
}
