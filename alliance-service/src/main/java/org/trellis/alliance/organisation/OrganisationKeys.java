package org.trellis.alliance.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.trellis.identity.Reader;
import org.trellis.problem.Problems;
import org.trellis.web.Parameters;

/** Organisations by what callers name them: the id, or {@code urn:…}, {@code uid:…}, {@code la:…}. */
@ApplicationScoped
public class OrganisationKeys {
    private final Reader reader;

    OrganisationKeys(Reader reader) {
        this.reader = reader;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 404 where the caller sees none of this name */
    public UUID id(String key) {
        return find(key).orElseThrow(Problems::notFound);
    }

    public Optional<UUID> find(String key) {
        boolean registered = key.indexOf(':') > 0;
        return (registered ? Optional.of(key) : uuid(key))
                .flatMap(known -> reader.one(
                        UUID.class,
                        "select id from organisation where " + (registered ? "register_id = :key" : "id = :key"),
                        Map.of("key", known)));
    }

    /** The organisation that a parameter names; notes where it names none. */
    public Optional<UUID> named(String name, Parameters parameters) {
        return parameters.text(name).flatMap(key -> {
            var found = key.indexOf(':') > 0 ? find(key) : uuid(key);
            if (found.isEmpty()) {
                parameters.refuse(name, "must be the id of an organisation, or name one as urn:100001 does");
            }
            return found;
        });
    }

    private static Optional<UUID> uuid(String key) {
        try {
            return Optional.of(UUID.fromString(key));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }
}
