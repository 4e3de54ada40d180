package org.trellis.evidence.submission;

import java.util.List;
import java.util.UUID;
import org.trellis.evidence.measure.Measures.Cited;
import org.trellis.outbox.Event;

/** What others hear of a submission: where it stands, and nothing of what it holds. */
public sealed interface SubmissionEvent extends Event {
    /**
     * A submission's public state.
     *
     * @param projectId and cycleId null where it is for an alliance or for a whole project
     * @param revision what is being worked on or was last decided
     * @param acceptedRevision what counts; null where nothing does
     * @param levels what it is about, by Guskey's levels
     * @param about who answered, spoke or wrote; null where that is nobody's group
     * @param instrument the form that was filled in, in its edition; null where there is none
     * @param measures by which editions the revision that was handed in last was judged
     * @param heldTexts how many texts of pupils the school's safeguarding lead has not yet released
     */
    record State(
            UUID id,
            UUID organisationId,
            UUID projectId,
            UUID cycleId,
            SubmissionType type,
            SubmissionStatus status,
            int revision,
            Integer acceptedRevision,
            UUID allianceId,
            List<String> levels,
            String about,
            Cited instrument,
            List<Cited> measures,
            int heldTexts) {}

    @Override
    default String aggregate() {
        return "submission";
    }

    /** A school has begun to put it together. */
    record Drafted(State state) implements SubmissionEvent {
        @Override
        public String type() {
            return "trellis.evidence.submission-drafted.v1";
        }
    }

    /** What the draft holds has changed. */
    record Changed(State state) implements SubmissionEvent {
        @Override
        public String type() {
            return "trellis.evidence.submission-changed.v1";
        }
    }

    /** It is handed in and waits for a moderator. */
    record Received(State state) implements SubmissionEvent {
        @Override
        public String type() {
            return "trellis.evidence.submission-received.v1";
        }
    }

    /** A moderator gave it back to the school. */
    record Returned(State state) implements SubmissionEvent {
        @Override
        public String type() {
            return "trellis.evidence.submission-returned.v1";
        }
    }

    /** It counts: a moderator accepted it, or, where it feeds no measure, it was handed in. */
    record Accepted(State state) implements SubmissionEvent {
        @Override
        public String type() {
            return "trellis.evidence.submission-accepted.v1";
        }
    }

    /** The school corrects what was accepted, which counts until the correction is accepted. */
    record Amended(State state) implements SubmissionEvent {
        @Override
        public String type() {
            return "trellis.evidence.submission-amended.v1";
        }
    }

    /** It counts no more. */
    record Withdrawn(State state) implements SubmissionEvent {
        @Override
        public String type() {
            return "trellis.evidence.submission-withdrawn.v1";
        }
    }
}
