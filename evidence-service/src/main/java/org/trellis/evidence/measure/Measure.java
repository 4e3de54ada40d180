package org.trellis.evidence.measure;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.util.UUID;
import org.trellis.outbox.Aggregate;

/** What is measured and how. It never changes once defined: scores were judged by it. */
@Entity
class Measure extends Aggregate {
    @Enumerated(EnumType.STRING)
    private About about;

    private String code;
    private String name;
    private String unit;
    private BigDecimal minimum;
    private BigDecimal maximum;
    private boolean higherIsBetter;
    private BigDecimal threshold;
    private boolean ageInMonths;
    private UUID allianceId;

    /** For Hibernate. */
    protected Measure() {}

    Measure(UUID id, NewMeasure defined) {
        super(id);
        code = defined.code();
        name = defined.name().strip();
        about = defined.about();
        unit = defined.unit().strip();
        minimum = defined.minimum();
        maximum = defined.maximum();
        higherIsBetter = !Boolean.FALSE.equals(defined.higherIsBetter());
        threshold = defined.threshold();
        ageInMonths = Boolean.TRUE.equals(defined.ageInMonths());
        allianceId = defined.allianceId();
    }

    MeasureEvent defined() {
        return new MeasureEvent.Defined(new MeasureEvent.State(
                id(), code, name, about, unit, minimum, maximum, higherIsBetter, threshold, ageInMonths, allianceId));
    }
}
