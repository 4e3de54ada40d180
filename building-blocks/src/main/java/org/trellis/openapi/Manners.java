package org.trellis.openapi;

import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.MediaType;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.security.SecurityRequirement;

/** What linters of API descriptions ask for: who may call, tags that exist, nothing left over. */
final class Manners {
    private static final String MERGE_PATCH = "MergePatch";

    private final OpenAPI api;

    Manners(OpenAPI api) {
        this.api = api;
    }

    void apply() {
        var tags = new TreeSet<String>();
        operations().forEach(operation -> {
            operation.setTags(operation.getTags().stream()
                    .map(tag -> tag.replaceFirst(" Resource$", ""))
                    .toList());
            tags.addAll(operation.getTags());
            sayWhoMay(operation);
        });
        api.setTags(tags.stream().map(name -> OASFactory.createTag().name(name)).toList());
        api.addServer(OASFactory.createServer().url("/").description("Whatever host fronts the suite"));
        api.getInfo().contact(OASFactory.createContact().name("The maintainers of Trellis"));
        if (operations().stream().noneMatch(this::takesAPatch)) {
            api.getComponents().removeSchema(MERGE_PATCH);
        }
    }

    private List<Operation> operations() {
        return api.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .toList();
    }

    /** A bearer scheme has no scopes; the roles that the token must give stand in words. */
    private static void sayWhoMay(Operation operation) {
        if (operation.getSecurity() == null || operation.getSecurity().isEmpty()) {
            return;
        }
        var roles = new TreeSet<String>();
        operation.getSecurity().forEach(scheme -> scheme.getSchemes().values().forEach(roles::addAll));
        operation.setDescription(
                roles.isEmpty()
                        ? "For whoever is signed in, as far as they may see it."
                        : "For a token with the role " + String.join(" or ", roles) + ".");
        operation.setSecurity(
                operation.getSecurity().stream().map(Manners::withoutScopes).toList());
    }

    private static SecurityRequirement withoutScopes(SecurityRequirement given) {
        var plain = OASFactory.createSecurityRequirement();
        given.getSchemes().keySet().forEach(plain::addScheme);
        return plain;
    }

    private boolean takesAPatch(Operation operation) {
        return operation.getRequestBody() != null
                && operation.getRequestBody().getContent().getMediaTypes().values().stream()
                        .map(MediaType::getSchema)
                        .filter(Objects::nonNull)
                        .map(Schema::getRef)
                        .anyMatch(ref -> ref != null && ref.endsWith("/" + MERGE_PATCH));
    }
}
