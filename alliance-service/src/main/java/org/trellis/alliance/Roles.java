package org.trellis.alliance;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.trellis.identity.Reader;
import org.trellis.problem.Problems;

/** What the caller is to a thing, today; the one question every command asks before it loads. */
@ApplicationScoped
public class Roles {
    private final Reader reader;

    Roles(Reader reader) {
        this.reader = reader;
    }

    /** The roles a caller holds somewhere; never empty, since who has none does not see the thing. */
    public record Held(Set<String> roles) {
        /** @throws io.quarkiverse.resteasy.problem.HttpProblem 403 where none of these is held */
        public void require(String deed, String... allowed) {
            require(deed, List.of(allowed));
        }

        /** @throws io.quarkiverse.resteasy.problem.HttpProblem 403 where none of these is held */
        public void require(String deed, List<String> allowed) {
            if (!holdsAny(allowed)) {
                throw Problems.forbidden("To " + deed + " takes one of " + String.join(", ", allowed));
            }
        }

        public boolean holdsAny(String... allowed) {
            return holdsAny(List.of(allowed));
        }

        private boolean holdsAny(List<String> allowed) {
            return allowed.stream().anyMatch(roles::contains);
        }
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 404 where the caller may not see it, or it is not there */
    public Held atAlliance(UUID alliance) {
        return held("alliance", alliance, Problems.notFound());
    }

    /** The same for one that a body refers to. @param path where, for the 409 that stands for unknown and hidden */
    public Held atAlliance(String path, UUID alliance) {
        return held("alliance", alliance, Problems.referencePending(path));
    }

    public Held atOrganisation(String path, UUID organisation) {
        return held("organisation", organisation, Problems.referencePending(path));
    }

    private Held held(String what, UUID id, RuntimeException otherwise) {
        return reader.one(
                        String[].class,
                        "select actor_%1$s_roles(id) from %1$s where id = :id".formatted(what),
                        Map.of("id", id))
                .map(roles -> new Held(Set.of(roles)))
                .orElseThrow(() -> otherwise);
    }
}
