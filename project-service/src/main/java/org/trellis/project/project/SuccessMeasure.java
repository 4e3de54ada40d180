package org.trellis.project.project;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.Column;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.trellis.outbox.Ids;

/** A measure in a project, with its points in each cycle. */
@Entity
class SuccessMeasure {
    @Id
    private UUID id;

    private UUID measureId;

    @Column(name = "is_primary")
    private boolean primary;

    @ElementCollection
    @CollectionTable(name = "success_measure_point", joinColumns = @JoinColumn(name = "success_measure_id"))
    @OrderColumn(name = "position")
    private List<MeasurePoint> points = new ArrayList<>();

    /** For Hibernate. */
    protected SuccessMeasure() {}

    SuccessMeasure(NewSuccessMeasure wanted) {
        id = Ids.next();
        measureId = wanted.measureId();
        primary = wanted.primary();
        points.addAll(wanted.points());
    }

    UUID id() {
        return id;
    }

    boolean primary() {
        return primary;
    }

    UUID measureId() {
        return measureId;
    }

    List<MeasurePoint> points() {
        return List.copyOf(points);
    }

    void takenAt(List<MeasurePoint> anew) {
        points.clear();
        points.addAll(anew);
    }

    /** The same in another year. */
    SuccessMeasure again(Period later) {
        return new SuccessMeasure(new NewSuccessMeasure(
                measureId,
                primary,
                points.stream()
                        .map(point -> new MeasurePoint(
                                point.point(),
                                point.due() == null ? null : point.due().plus(later)))
                        .toList()));
    }

    ProjectEvent.Measure told() {
        return new ProjectEvent.Measure(
                id, measureId, primary, points.stream().map(MeasurePoint::point).toList(), points());
    }
}
