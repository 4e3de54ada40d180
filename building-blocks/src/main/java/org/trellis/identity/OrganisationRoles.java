package org.trellis.identity;

import jakarta.json.JsonArray;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.jwt.JsonWebToken;

/**
 * One entry of the token's {@code organisations} claim.
 *
 * @param id register id: {@code urn:…}, {@code uid:…}, {@code la:…}, {@code ukprn:…} or {@code platform}
 * @param roles the caller's roles there
 */
public record OrganisationRoles(String id, Set<String> roles) {

    /** Entries that have not the agreed shape give no right: they are left out. */
    static List<OrganisationRoles> in(JsonWebToken token) {
        Object claim = token.getClaim("organisations");
        return claim instanceof JsonArray entries
                ? entries.stream()
                        .map(OrganisationRoles::of)
                        .filter(Objects::nonNull)
                        .toList()
                : List.of();
    }

    private static OrganisationRoles of(JsonValue entry) {
        if (entry instanceof JsonObject o
                && o.get("id") instanceof JsonString id
                && o.get("roles") instanceof JsonArray roles) {
            return new OrganisationRoles(id.getString(), texts(roles).collect(Collectors.toUnmodifiableSet()));
        }
        return null;
    }

    private static Stream<String> texts(JsonArray values) {
        return values.stream().filter(JsonString.class::isInstance).map(v -> ((JsonString) v).getString());
    }
}
