package org.trellis.evidence.submission;

import java.util.List;
import java.util.UUID;
import org.trellis.evidence.Named;
import org.trellis.evidence.measure.Measures.Cited;
import org.trellis.web.Versioned;

/**
 * A submission as its readers see it: where it stands and how much it holds, no scores.
 *
 * @param title outside the school as it was cleared; null until then
 * @param project and cycle null where it is for an alliance, or for a whole project
 * @param revision what is being worked on or was last decided
 * @param acceptedRevision what counts; null where nothing does
 * @param levels what it is about, by Guskey's levels
 * @param about who answered, spoke or wrote; null where that is nobody's group
 * @param instrument the form that was filled in, in its edition; null where there is none
 * @param measures by which editions the revision that was handed in last was judged
 * @param heldTexts how many texts of pupils the school's safeguarding lead has not yet released
 * @param referenceScope within which a reference in it means the same person
 * @param referenceKeyId what the school calls the key that made the references
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
        Named alliance,
        List<String> levels,
        String about,
        Cited instrument,
        List<Cited> measures,
        int heldTexts,
        ReferenceScope referenceScope,
        String referenceKeyId,
        List<Possible> actions)
        implements Versioned {

    /** The learning cycle that it belongs to. */
    record Cycle(UUID id, Integer number, String name) {}

    /** How much it holds. */
    record Counts(int scores, int references) {}

    /** @param missing why it is not possible now */
    record Possible(String action, boolean allowed, List<String> missing) {}
}
