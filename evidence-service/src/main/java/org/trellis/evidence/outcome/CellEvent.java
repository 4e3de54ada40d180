package org.trellis.evidence.outcome;

import org.trellis.outbox.Event;

/** What reporting hears of a cell; these go on a compacted topic of their own. */
public sealed interface CellEvent extends Event {
    @Override
    default String aggregate() {
        return "cell";
    }

    /** The evidence that counts gives these figures now. */
    record Computed(Cell state) implements CellEvent {
        @Override
        public String type() {
            return "trellis.evidence.cell-computed.v1";
        }
    }

    /** Nothing that counts is left in the cell: a tombstone, which has no state. */
    record Emptied(Void state) implements CellEvent {
        @Override
        public String type() {
            return "trellis.evidence.cell-emptied.v1";
        }
    }
}
