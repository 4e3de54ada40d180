package org.trellis.reporting.directory;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import org.trellis.identity.Writer;

/** Organisations by what callers call them: an id, or the one in their register, as {@code uid:5143} or {@code la:873}. */
@ApplicationScoped
public class OrganisationKeys {
    private static final Pattern ID = Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final Writer writer;

    OrganisationKeys(Writer writer) {
        this.writer = writer;
    }

    /** @param kind the only one that is meant, such as {@code TRUST} */
    public Optional<UUID> find(String key, String kind) {
        boolean id = ID.matcher(key).matches();
        return writer.one(
                UUID.class,
                "select id from organisation where " + (id ? "id" : "register_id")
                        + " = :key and kind = :kind and not gone",
                Map.of("key", id ? UUID.fromString(key) : key, "kind", kind));
    }
}
