package org.trellis.project.project;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.trellis.outbox.Aggregate;
import org.trellis.outbox.Event;
import org.trellis.problem.Problems;
import org.trellis.project.Today;
import org.trellis.project.access.Role;
import org.trellis.project.project.plan.NewAnalysisPlan;
import org.trellis.project.project.plan.NewDeviation;
import org.trellis.project.project.plan.Planning;

/** One piece of research and development, with the measures by which it will be judged. */
@Entity
public class Project extends Aggregate {
    private UUID allianceId;

    @SuppressWarnings("UnusedVariable") // written here, looked for by imports
    private String sourceKey;

    @Enumerated(EnumType.STRING)
    private ProjectState state;

    @Enumerated(EnumType.STRING)
    @SuppressWarnings("UnusedVariable") // written here, read with the facts that moves look at
    private ProjectState suspendedFrom;

    private String note;

    private boolean invented;

    @Embedded
    private Described described = new Described();

    @Embedded
    private Planning planning;

    @ElementCollection
    @CollectionTable(name = "project_intervention", joinColumns = @JoinColumn(name = "project_id"))
    @OrderColumn(name = "position")
    private List<UsedIntervention> interventions = new ArrayList<>();

    @OneToMany(cascade = CascadeType.ALL)
    @JoinColumn(name = "project_id", nullable = false, updatable = false)
    @OrderBy("id")
    private List<SuccessMeasure> successMeasures = new ArrayList<>();

    /** For Hibernate. */
    protected Project() {}

    Project(UUID id, NewProject drafted, Map<UUID, Integer> editions) {
        super(id);
        allianceId = drafted.allianceId();
        invented = Boolean.TRUE.equals(drafted.invented());
        state = ProjectState.DRAFT;
        become(drafted.description(), editions);
    }

    /** @param sourceKey what it is called where it is loaded from */
    Project(UUID id, NewProject drafted, Map<UUID, Integer> editions, String sourceKey) {
        this(id, drafted, editions);
        this.sourceKey = sourceKey;
    }

    public ProjectState state() {
        return state;
    }

    public String title() {
        return described.title();
    }

    public UUID allianceId() {
        return allianceId;
    }

    /**
     * The same to be done again: with its measures, dated as much later as it begins, and its plan, and without its schools.
     *
     * @param editions today's, of the interventions that it tries out
     */
    Project copy(UUID as, NewCopy wanted, Map<UUID, Integer> editions) {
        var copy = new Project(as, wanted.of(description(), allianceId, invented, id()), editions);
        var later = Period.between(described.startsOn(), wanted.startsOn());
        successMeasures.forEach(measure -> copy.successMeasures.add(measure.again(later)));
        if (planning().plan() != null) {
            copy.plan(planning().plan().wanted());
        }
        return copy;
    }

    ProjectEvent drafted() {
        return new ProjectEvent.Drafted(facts());
    }

    ProjectDescription description() {
        return described.with(
                interventions.stream().map(UsedIntervention::interventionId).toList());
    }

    /**
     * @param editions today's, of the interventions that are named
     * @param reason why; needed where the design changes after the plan is frozen
     */
    ProjectEvent describe(ProjectDescription description, Map<UUID, Integer> editions, String reason) {
        requireNotOver();
        var before = described.design();
        become(description, editions);
        return description.design() != before
                        && deviated("The design was " + before + " and is " + description.design(), reason)
                ? new ProjectEvent.AnalysisPlanDeviated(facts())
                : new ProjectEvent.Changed(facts());
    }

    /** @param reason why; needed once the plan is frozen */
    ProjectEvent judgeBy(NewSuccessMeasure wanted, String reason) {
        requireNotOver();
        var plan = planning().plan();
        measures().add(wanted, plan == null ? null : plan.primaryMeasureId());
        return deviated("The measure " + wanted.measureId() + " was added", reason)
                ? new ProjectEvent.AnalysisPlanDeviated(facts())
                : new ProjectEvent.SuccessMeasureSet(facts());
    }

    /** What follows up may be dated after the end too. @param reason why; needed once the plan is frozen */
    ProjectEvent take(NewSchedule wanted, String reason) {
        var measure = measures().required(wanted.measureId());
        if (state != ProjectState.CLOSED || !wanted.onlyFollowsUpOtherwise(measure.points())) {
            requireNotOver();
        }
        var before = measure.points();
        measure.takenAt(wanted.points());
        return deviated(
                        "The measure " + wanted.measureId() + " was taken at " + MeasurePoint.words(before)
                                + " and is at " + MeasurePoint.words(wanted.points()),
                        reason)
                ? new ProjectEvent.AnalysisPlanDeviated(facts())
                : new ProjectEvent.SuccessMeasureSet(facts());
    }

    ProjectEvent plan(NewAnalysisPlan wanted) {
        requireNotOver();
        measures().requirePrimary(wanted.primaryMeasureId());
        replanning().register(Today.inEngland(), wanted, measures().ids());
        return new ProjectEvent.AnalysisPlanRegistered(facts());
    }

    /**
     * The first school begins to deliver, which freezes the analysis plan. The project is to be held by
     * {@link Projects#toMove}.
     *
     * @return what to tell; nothing where one delivers already
     */
    public Optional<Event> firstDelivery(LocalDate day) {
        if (planning().frozen()) {
            return Optional.empty();
        }
        replanning().freeze(day);
        return Optional.of(
                planning().plan() == null
                        ? new ProjectEvent.Changed(facts())
                        : new ProjectEvent.AnalysisPlanFrozen(facts()));
    }

    /** Whether a school delivers or did: what is changed about the plan from now on is a deviation. */
    public boolean planFrozen() {
        return planning().frozen();
    }

    /**
     * Something that belongs to the plan, such as a cohort, is not as it was when the plan was frozen. The project is to
     * be held by {@link Projects#toMove}.
     *
     * @param what in words
     * @param reason why, as the caller gave it ({@code CurrentRequest.reason()})
     * @return what to tell; nothing before the freeze, or where no plan was registered
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 409 deviation-needs-a-reason
     */
    public Optional<Event> deviate(String what, String reason) {
        return deviated(what, reason) ? Optional.of(new ProjectEvent.AnalysisPlanDeviated(facts())) : Optional.empty();
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 409 where there is no frozen plan to deviate from */
    Event deviate(NewDeviation wanted) {
        return deviate(wanted.what().strip(), wanted.reason())
                .orElseThrow(() -> Problems.conflict(
                        "plan-not-frozen",
                        "Until the first school delivers a plan is registered anew",
                        List.of("an analysis plan that is frozen")));
    }

    ProjectEvent move(NewProjectTransition wanted, Set<Role> by, ProjectFacts facts) {
        var given = wanted.note() == null ? Map.<String, String>of() : Map.of("note", wanted.note());
        var to = wanted.action().rule().check(wanted.action(), state, by, facts, given);
        suspendedFrom = to == ProjectState.SUSPENDED ? state : null;
        state = to;
        note = wanted.note();
        return ProjectEvent.of(wanted.action(), facts());
    }

    /** @param staying whether the alliance that gives it away stays a partner */
    public Event transfer(UUID to, boolean staying) {
        requireNotOver();
        described.handOver(allianceId, to, staying);
        allianceId = to;
        return new ProjectEvent.Transferred(facts());
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 409 where the project is closed or withdrawn */
    public void requireNotOver() {
        if (state.over()) {
            throw Problems.conflict(
                    "project-is-over",
                    "A project that is " + state + " changes no more",
                    List.of("a project that is not over"));
        }
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 409 where it is none of its success measures */
    public void requireJudgedBy(UUID measure) {
        measures().required(measure);
    }

    /** Those of the measures by which it is not judged yet. */
    List<NewSuccessMeasure> missing(List<NewSuccessMeasure> measures) {
        return measures().missing(measures);
    }

    private record Untold(String note, String summary) {}

    /** What the next move or description writes over. */
    @Override
    protected Object untold() {
        return new Untold(note, described.summary());
    }

    /** Hibernate leaves it away where all its columns are null; looking at it changes nothing. */
    Planning planning() {
        return planning == null ? new Planning() : planning;
    }

    private Planning replanning() {
        planning = planning();
        return planning;
    }

    private boolean deviated(String what, String reason) {
        return planning().frozen() && replanning().deviate(Today.inEngland(), what, reason);
    }

    private Measures measures() {
        return new Measures(successMeasures);
    }

    private void become(ProjectDescription description, Map<UUID, Integer> editions) {
        described.become(description);
        var chosen = UsedIntervention.chosen(description.interventionIds(), List.copyOf(interventions), editions);
        interventions.clear();
        interventions.addAll(chosen);
    }

    private ProjectEvent.State facts() {
        return new ProjectEvent.State(
                id(), allianceId, description(), state, invented, successMeasures, interventions, planning());
    }
}
