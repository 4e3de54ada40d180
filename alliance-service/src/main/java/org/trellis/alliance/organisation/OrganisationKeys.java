package org.trellis.alliance.organisation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.trellis.identity.Reader;
import org.trellis.problem.Problems;
import org.trellis.web.Parameters;

/**
 * Organisations by what callers name them: the id, or {@code urn:…}, {@code uid:…}, {@code la:…}, {@code diocese:…}, {@code ukprn:…}. A
 * UKPRN that several have names the one that is open, and where several are, none.
 */
@ApplicationScoped
public class OrganisationKeys {
    /** A regular expression for the id. */
    public static final String ID = "[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}";

    /** A regular expression for any of the names. */
    public static final String PATTERN = "(urn|uid|la|ukprn):[0-9]+|diocese:" + Identifiers.DIOCESE_CODE + "|" + ID;

    public static final String EXPECTED = "must be the id of an organisation, or name one as urn:100001 does";

    /** A condition on a column: it holds {@code :organisationId}, or something of the same line. */
    public static String of(String column, boolean withLineage) {
        return column
                + (withLineage
                        ? " = any((select organisation_lineage(:organisationId))::uuid[])"
                        : " = :organisationId");
    }

    private final Reader reader;

    OrganisationKeys(Reader reader) {
        this.reader = reader;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 404 where the caller sees none of this name */
    public UUID id(String key) {
        return find(key).orElseThrow(Problems::notFound);
    }

    public Optional<UUID> find(String key) {
        return key.matches(PATTERN)
                ? reader.one(UUID.class, "select organisation_known_as(:key)", Map.of("key", key))
                : Optional.empty();
    }

    /** The organisation that a parameter names; notes where it names none. */
    public Optional<UUID> named(String name, Parameters parameters) {
        return parameters.text(name).flatMap(key -> {
            var found = key.matches(ID) ? Optional.of(UUID.fromString(key)) : find(key);
            if (found.isEmpty()) {
                parameters.refuse(name, EXPECTED);
            }
            return found;
        });
    }
}
