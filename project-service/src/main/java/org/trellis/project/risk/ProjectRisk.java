package org.trellis.project.risk;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.trellis.calendar.SchoolDays;
import org.trellis.outbox.Aggregate;
import org.trellis.problem.Problems;
import org.trellis.project.Today;
import org.trellis.project.access.Role;
import org.trellis.project.project.ProjectState;

/** What a project can founder on, who minds it, and how it stood term by term. */
@Entity
class ProjectRisk extends Aggregate {
    private UUID projectId;

    @Enumerated(EnumType.STRING)
    private RiskCategory category;

    private String title;
    private UUID ownerId;
    private int likelihood;
    private int impact;
    private String mitigation;

    @Enumerated(EnumType.STRING)
    private RiskState state;

    private LocalDate raisedOn;
    private LocalDate reviewedOn;
    private LocalDate closedOn;

    @ElementCollection
    @CollectionTable(name = "project_risk_review", joinColumns = @JoinColumn(name = "project_risk_id"))
    @OrderColumn(name = "position")
    private List<RiskReview> reviews = new ArrayList<>();

    /** For Hibernate. */
    protected ProjectRisk() {}

    ProjectRisk(UUID id, NewRisk raised) {
        super(id);
        projectId = raised.projectId();
        category = raised.category();
        title = raised.title().strip();
        ownerId = raised.ownerId();
        state = RiskState.OPEN;
        raisedOn = Today.inEngland();
        assess(raised.likelihood(), raised.impact(), raised.mitigation(), null);
    }

    UUID projectId() {
        return projectId;
    }

    String title() {
        return title;
    }

    RiskEvent raised() {
        return new RiskEvent.Raised(state());
    }

    RiskEvent review(NewRiskReview review) {
        if (state != RiskState.OPEN) {
            throw Problems.conflict("not-in-this-state", "A closed risk is not reviewed", List.of("state OPEN"));
        }
        ownerId = review.ownerId() == null ? ownerId : review.ownerId();
        assess(review.likelihood(), review.impact(), review.mitigation(), review.note());
        return new RiskEvent.Reviewed(state());
    }

    RiskEvent move(NewRiskTransition wanted, Set<Role> by, ProjectState project) {
        state = wanted.action().rule().check(wanted.action(), state, by, project, wanted.given());
        closedOn = state == RiskState.CLOSED ? Today.inEngland() : null;
        return state == RiskState.CLOSED ? new RiskEvent.Closed(state()) : new RiskEvent.Reopened(state());
    }

    /** Whether a whole term has gone by without a look at it; asked on school days only. */
    boolean overdue(LocalDate today, SchoolDays days) {
        return days.isSchoolDay(today) && overdue(reviewedOn, today, days);
    }

    static boolean overdue(LocalDate reviewedOn, LocalDate today, SchoolDays days) {
        return reviewedOn.isBefore(days.lastTerm(today).startsOn());
    }

    private void assess(int likelihood, int impact, String mitigation, String note) {
        this.likelihood = likelihood;
        this.impact = impact;
        this.mitigation = mitigation;
        reviewedOn = Today.inEngland();
        reviews.add(new RiskReview(reviewedOn, likelihood, impact, mitigation, note));
    }

    private RiskEvent.State state() {
        return new RiskEvent.State(
                id(),
                projectId,
                category,
                title,
                ownerId,
                likelihood,
                impact,
                mitigation,
                state,
                raisedOn,
                reviewedOn,
                closedOn);
    }
}
