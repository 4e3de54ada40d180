package org.trellis.evidence.instrument;

import java.util.UUID;
import org.trellis.outbox.Event;

/** What others hear of an instrument. */
public sealed interface InstrumentEvent extends Event {
    /**
     * An instrument's public state.
     *
     * @param edition the last one published, and with it the definition; null before the first
     * @param graded whether it judges somebody's practice by a grade
     */
    record State(
            UUID id,
            String code,
            String name,
            Purpose purpose,
            String about,
            UUID allianceId,
            Integer edition,
            boolean graded,
            Definition definition) {}

    @Override
    default String aggregate() {
        return "instrument";
    }

    /** Somebody works on its next edition; nothing that was published has changed. */
    record Drafted(State state) implements InstrumentEvent {
        @Override
        public String type() {
            return "trellis.evidence.instrument-drafted.v1";
        }
    }

    /** It can be answered from now on, in this edition. */
    record Published(State state) implements InstrumentEvent {
        @Override
        public String type() {
            return "trellis.evidence.instrument-published.v1";
        }
    }
}
