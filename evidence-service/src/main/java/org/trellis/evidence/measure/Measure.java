package org.trellis.evidence.measure;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.math.BigDecimal;
import java.util.UUID;
import org.trellis.outbox.Aggregate;
import org.trellis.problem.Problems;

/** What is measured and how. Its name, reliability and range may be put better, each time as the next edition. */
@Entity
class Measure extends Aggregate {
    private static final String FIXED = "what it measures, and how, stays once defined";

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private MeasureKind kind;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    private About about;

    @Column(updatable = false)
    private String code;

    private String name;

    @Column(updatable = false)
    private String unit;

    private BigDecimal minimum;
    private BigDecimal maximum;

    @Column(updatable = false)
    private boolean higherIsBetter;

    @Column(updatable = false)
    private BigDecimal threshold;

    @Column(updatable = false)
    private boolean ageInMonths;

    private BigDecimal reliability;

    @Column(updatable = false)
    private UUID allianceId;

    private int edition;

    /** For Hibernate. */
    protected Measure() {}

    Measure(UUID id, NewMeasure defined) {
        super(id);
        code = defined.code();
        name = defined.name().strip();
        kind = defined.kind();
        about = defined.about();
        unit = defined.unit().strip();
        minimum = defined.minimum();
        maximum = defined.maximum();
        higherIsBetter = defined.higherIsBetter();
        threshold = defined.threshold();
        ageInMonths = defined.ageInMonths();
        reliability = defined.reliability();
        allianceId = defined.allianceId();
        edition = 1;
    }

    MeasureEvent defined() {
        return new MeasureEvent.Defined(state());
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 409 where scores that were taken would fall out */
    MeasureEvent revise(MeasureDescription after) {
        if (after.minimum().compareTo(minimum) > 0 || after.maximum().compareTo(maximum) < 0) {
            throw Problems.conflict("measure-range-narrowed", "Scores were taken within its range, so it only widens");
        }
        if (!kind.spans(after.minimum(), after.maximum())) {
            throw Problems.conflict("measure-range-not-of-its-kind", "That is no range of this kind: " + FIXED);
        }
        name = after.name().strip();
        minimum = after.minimum();
        maximum = after.maximum();
        reliability = after.reliability();
        edition++;
        return new MeasureEvent.Revised(state());
    }

    MeasureDescription description() {
        return new MeasureDescription(name, minimum, maximum, reliability);
    }

    /** Null where it is for all. */
    UUID allianceId() {
        return allianceId;
    }

    private MeasureEvent.State state() {
        return new MeasureEvent.State(
                id(),
                code,
                name,
                about,
                unit,
                minimum,
                maximum,
                higherIsBetter,
                threshold,
                ageInMonths,
                allianceId,
                kind,
                reliability,
                edition);
    }
}
