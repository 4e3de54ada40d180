package org.trellis.evidence.measure;

import java.math.BigDecimal;
import java.util.UUID;
import org.trellis.outbox.Event;

/** What others hear of a measure. */
public sealed interface MeasureEvent extends Event {
    /**
     * A measure's public state.
     *
     * @param edition counts what was said anew of it; scores cite it
     */
    record State(
            UUID id,
            String code,
            String name,
            About about,
            String unit,
            BigDecimal minimum,
            BigDecimal maximum,
            boolean higherIsBetter,
            BigDecimal threshold,
            boolean ageInMonths,
            UUID allianceId,
            MeasureKind kind,
            BigDecimal reliability,
            int edition) {}

    @Override
    default String aggregate() {
        return "measure";
    }

    /** Projects may measure their success by it from now on. */
    record Defined(State state) implements MeasureEvent {
        @Override
        public String type() {
            return "trellis.evidence.measure-defined.v1";
        }
    }

    /** It is described anew, as its next edition. */
    record Revised(State state) implements MeasureEvent {
        @Override
        public String type() {
            return "trellis.evidence.measure-revised.v1";
        }
    }
}
