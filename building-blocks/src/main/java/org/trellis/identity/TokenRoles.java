package org.trellis.identity;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import org.eclipse.microprofile.jwt.JsonWebToken;

/** Makes the roles of the {@code organisations} claim the roles that {@code @RolesAllowed} asks for. */
@ApplicationScoped
class TokenRoles implements SecurityIdentityAugmentor {
    /** The identity's attribute that holds the claim, read once a request: reading it costs an exception inside. */
    static final String ORGANISATIONS = "organisations";

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        var organisations = OrganisationRoles.in(token);
        var augmented = QuarkusSecurityIdentity.builder(identity).addAttribute(ORGANISATIONS, organisations);
        organisations.forEach(at -> at.roles().forEach(augmented::addRole));
        return Uni.createFrom().item(augmented.build());
    }
}
