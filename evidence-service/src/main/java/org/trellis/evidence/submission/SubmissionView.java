package org.trellis.evidence.submission;

import java.util.List;
import java.util.UUID;
import org.trellis.evidence.Named;
import org.trellis.web.Versioned;

/**
 * A submission as its readers see it: where it stands and how much it holds, no scores.
 *
 * @param revision what is being worked on or was last decided
 * @param acceptedRevision what counts; null where nothing does
 * @param actions what this reader may do with it, now or once what is missing is there
 */
record SubmissionView(
        UUID id,
        long version,
        String title,
        Named organisation,
        Named project,
        Cycle cycle,
        SubmissionType type,
        SubmissionStatus status,
        int revision,
        Integer acceptedRevision,
        Counts counts,
        List<Possible> actions)
        implements Versioned {

    /** The learning cycle that it belongs to. */
    record Cycle(UUID id, Integer number, String name) {}

    /** How much it holds. */
    record Counts(int scores, int references) {}

    /** @param missing why it is not possible now */
    record Possible(String action, boolean allowed, List<String> missing) {}
}
