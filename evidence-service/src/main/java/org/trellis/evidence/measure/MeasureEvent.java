package org.trellis.evidence.measure;

import java.math.BigDecimal;
import java.util.UUID;
import org.trellis.outbox.Event;

/** What others hear of a measure. */
public sealed interface MeasureEvent extends Event {
    /** A measure's public state. */
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
            UUID allianceId) {}

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
}
