package org.trellis.history;

import java.time.Instant;
import java.util.List;

/**
 * One change of a thing.
 *
 * @param version the thing's version after the change
 * @param type the event that told of it
 * @param by who: the token's subject and organisations; null for the system itself
 * @param reason what the caller gave as {@code X-Reason}
 * @param changes what is different from the version before
 */
public record HistoryEntry(long version, String type, Instant at, Object by, String reason, List<Difference> changes) {

    /** @param path JSON pointer (RFC 6901); @param from and to null where there was, or is, nothing */
    public record Difference(String path, Object from, Object to) {}
}
