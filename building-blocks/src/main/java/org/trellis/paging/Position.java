package org.trellis.paging;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.trellis.web.Parameters;

/**
 * How far a caller who keeps in step has come. Opaque to callers.
 *
 * @param change the transaction of the last row given out
 * @param id that row's; all rows of that transaction where it is the highest
 * @param sight a mark of what the caller saw then; null at the start
 */
record Position(String collection, long change, String id, String sight) {
    /** What a caller sends who has nothing yet. */
    static final String START = "start";

    private static final String LOWEST = "00000000-0000-0000-0000-000000000000";
    private static final String HIGHEST = "ffffffff-ffff-ffff-ffff-ffffffffffff";
    private static final String BETWEEN = "\u001f";

    /** After everything up to this transaction. */
    static Position after(String collection, long change, String sight) {
        return new Position(collection, change, HIGHEST, sight);
    }

    /** Notes a violation where the text is no position in this collection. */
    static Optional<Position> read(String text, String collection, Parameters parameters) {
        if (text.equals(START)) {
            return Optional.of(new Position(collection, 0, LOWEST, null));
        }
        try {
            var parts = new String(Base64.getUrlDecoder().decode(text), StandardCharsets.UTF_8).split(BETWEEN, -1);
            if (parts.length == 4 && parts[0].equals(collection)) {
                var id = UUID.fromString(parts[2]).toString();
                return Optional.of(new Position(collection, Long.parseLong(parts[1]), id, parts[3]));
            }
        } catch (IllegalArgumentException e) {
            parameters.refuse("changedAfter", "must be '" + START + "' or come from an answer's next");
            return Optional.empty();
        }
        parameters.refuse("changedAfter", "belongs to another list");
        return Optional.empty();
    }

    String text() {
        var parts = String.join(BETWEEN, collection, Long.toString(change), id, sight);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(parts.getBytes(StandardCharsets.UTF_8));
    }
}
