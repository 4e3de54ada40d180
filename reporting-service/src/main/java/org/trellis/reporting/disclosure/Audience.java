package org.trellis.reporting.disclosure;

import java.util.Set;
import java.util.UUID;

/**
 * Who reads an answer.
 *
 * @param own schools whose figures are the reader's own
 * @param published schools whose figures a published report has shown: no other is hidden behind them, since whoever
 *     kept the report takes them away again
 * @param lasting whether the answer is itself for a report, and will be held beside other editions and later answers
 */
public record Audience(Set<UUID> own, Set<UUID> published, boolean lasting) {
    public Audience {
        own = Set.copyOf(own);
        published = Set.copyOf(published);
    }
}
