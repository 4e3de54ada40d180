package org.trellis.project.project.plan;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;
import org.trellis.outbox.Ids;
import org.trellis.problem.Problems;

/** The plan of a project and the day after which it only deviates. */
@Embeddable
public class Planning {
    private LocalDate deliveringSince;

    @JdbcTypeCode(SqlTypes.JSON)
    private AnalysisPlan plan;

    /** Null where none is registered. */
    public AnalysisPlan plan() {
        return plan;
    }

    /** Null where no school has begun to deliver. */
    public LocalDate deliveringSince() {
        return deliveringSince;
    }

    public boolean frozen() {
        return deliveringSince != null;
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 409 once a school delivers */
    public void register(LocalDate on, NewAnalysisPlan wanted, List<UUID> measures) {
        if (!measures.contains(wanted.primaryMeasureId())) {
            throw Problems.conflict(
                    "not-a-success-measure",
                    "The primary measure is none by which the project is judged",
                    List.of("a success measure with this measureId"));
        }
        if (frozen()) {
            throw Problems.conflict(
                    "plan-frozen",
                    "Schools have delivered since " + deliveringSince + ": what changes now is a deviation");
        }
        plan = AnalysisPlan.registered(on, wanted, measures);
    }

    public void freeze(LocalDate on) {
        deliveringSince = on;
        plan = plan == null ? null : plan.frozen(on);
    }

    /**
     * Writes down a deviation where there is a frozen plan to deviate from.
     *
     * @return whether there is
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 where no reason is given for it
     */
    public boolean deviate(LocalDate on, String what, String reason) {
        if (plan == null || !frozen()) {
            return false;
        }
        if (reason == null || reason.isBlank()) {
            throw Problems.conflict(
                    "deviation-needs-a-reason",
                    "The analysis plan is frozen since " + deliveringSince + ": what changes now needs a reason",
                    List.of("the reason, in the header X-Reason"));
        }
        plan = plan.deviated(new Deviation(Ids.next(), on, what, reason.strip()));
        return true;
    }
}
