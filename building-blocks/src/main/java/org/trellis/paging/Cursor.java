package org.trellis.paging;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.trellis.web.Parameters;
import org.trellis.web.Text;

/** Where a page ended: the sort, the last row's value in it and the last row's id. Opaque to callers. */
record Cursor(String sort, String key, String id) {
    private static final String BETWEEN = "\u001f";

    /** Notes a violation where the text is no cursor of this list in this order. */
    static Optional<Cursor> read(String text, String sort, Parameters parameters) {
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(BETWEEN, -1);
            if (parts.length == 3 && parts[0].equals(sort) && Text.storable(parts[1])) {
                return Optional.of(
                        new Cursor(sort, parts[1], UUID.fromString(parts[2]).toString()));
            }
        } catch (IllegalArgumentException e) {
            parameters.refuse("cursor", "is not a cursor");
            return Optional.empty();
        }
        parameters.refuse("cursor", "belongs to another list or order");
        return Optional.empty();
    }

    String text() {
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(String.join(BETWEEN, sort, key, id).getBytes(StandardCharsets.UTF_8));
    }
}
