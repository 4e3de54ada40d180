package org.trellis.identity;

import io.quarkus.security.identity.AuthenticationRequestContext;
import io.quarkus.security.identity.SecurityIdentity;
import io.quarkus.security.identity.SecurityIdentityAugmentor;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * Makes the roles of the {@code organisations} claim the roles that {@code @RolesAllowed} asks for, at organisations as
 * their registers name them: one named by its number as a provider is looked up here, so that nothing behind knows of it.
 */
@ApplicationScoped
class TokenRoles implements SecurityIdentityAugmentor {
    /** The identity's attribute that holds the claim, read once a request: reading it costs an exception inside. */
    static final String ORGANISATIONS = "organisations";

    private static final String PROVIDER = "ukprn:";

    private record Named(String provider, String registerId) {}

    private final Writer writer;

    TokenRoles(Writer writer) {
        this.writer = writer;
    }

    @Override
    public Uni<SecurityIdentity> augment(SecurityIdentity identity, AuthenticationRequestContext context) {
        if (!(identity.getPrincipal() instanceof JsonWebToken token)) {
            return Uni.createFrom().item(identity);
        }
        var organisations = OrganisationRoles.in(token);
        return organisations.stream().anyMatch(TokenRoles::provider)
                ? context.runBlocking(() -> augmented(identity, registered(organisations)))
                : Uni.createFrom().item(augmented(identity, organisations));
    }

    private static SecurityIdentity augmented(SecurityIdentity identity, List<OrganisationRoles> organisations) {
        var augmented = QuarkusSecurityIdentity.builder(identity).addAttribute(ORGANISATIONS, organisations);
        organisations.forEach(at -> at.roles().forEach(augmented::addRole));
        return augmented.build();
    }

    /** What nobody here is named keeps its number, at which there is nothing. */
    private List<OrganisationRoles> registered(List<OrganisationRoles> organisations) {
        var providers = organisations.stream()
                .filter(TokenRoles::provider)
                .map(at -> at.id().substring(PROVIDER.length()))
                .toArray(String[]::new);
        var known = writer.list(Named.class, """
                        select provider, register_id from unnest(:providers) provider
                        join organisation on id = organisation_of_provider(provider)
                        where register_id is not null""", Map.of("providers", providers)).stream()
                .collect(Collectors.toMap(named -> PROVIDER + named.provider(), Named::registerId, (a, b) -> a));
        return organisations.stream()
                .map(at -> new OrganisationRoles(known.getOrDefault(at.id(), at.id()), at.roles()))
                .toList();
    }

    private static boolean provider(OrganisationRoles at) {
        return at.id().startsWith(PROVIDER);
    }
}
