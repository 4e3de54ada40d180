package org.trellis.evidence.submission;

import java.util.UUID;
import org.trellis.outbox.Event;

/** What others hear of a submission: where it stands, and nothing of what it holds. */
public sealed interface SubmissionEvent extends Event {
    /**
     * A submission's public state.
     *
     * @param revision what is being worked on or was last decided
     * @param acceptedRevision what counts; null where nothing does
     */
    record State(
            UUID id,
            UUID organisationId,
            UUID projectId,
            UUID cycleId,
            SubmissionType type,
            SubmissionStatus status,
            int revision,
            Integer acceptedRevision) {}

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

    /** A moderator accepted it: it counts. */
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
