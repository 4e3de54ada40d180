package org.trellis.project.project;

import jakarta.persistence.CascadeType;
import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.OrderColumn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.trellis.outbox.Aggregate;
import org.trellis.problem.Problems;
import org.trellis.project.access.Role;

/** One piece of research and development, with the measures by which it will be judged. */
@Entity
public class Project extends Aggregate {
    private UUID allianceId;
    private List<UUID> partnerAllianceIds;
    private String title;

    @Enumerated(EnumType.STRING)
    private FocusArea focusArea;

    private List<String> researchQuestions;

    @Enumerated(EnumType.STRING)
    private ProjectKind kind;

    @Enumerated(EnumType.STRING)
    private Design design;

    @Enumerated(EnumType.STRING)
    private ProjectState state;

    @Enumerated(EnumType.STRING)
    @SuppressWarnings("UnusedVariable") // written here, read with the facts that moves look at
    private ProjectState suspendedFrom;

    private String summary;

    @SuppressWarnings("UnusedVariable") // written here, shown by ProjectQueries
    private String note;

    private LocalDate startsOn;
    private LocalDate endsOn;
    private boolean invented;

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

    public ProjectState state() {
        return state;
    }

    ProjectEvent drafted() {
        return new ProjectEvent.Drafted(facts());
    }

    ProjectDescription description() {
        return new ProjectDescription(
                title,
                focusArea,
                researchQuestions,
                kind,
                design,
                startsOn,
                endsOn,
                summary,
                partnerAllianceIds,
                interventions.stream().map(UsedIntervention::interventionId).toList());
    }

    /** @param editions today's, of the interventions that are named */
    ProjectEvent describe(ProjectDescription description, Map<UUID, Integer> editions) {
        requireNotOver();
        become(description, editions);
        return new ProjectEvent.Changed(facts());
    }

    ProjectEvent judgeBy(NewSuccessMeasure wanted) {
        requireNotOver();
        if (successMeasures.stream().anyMatch(m -> m.measureId().equals(wanted.measureId()))) {
            throw Problems.conflict("success-measure-once", "The project is already judged by this measure");
        }
        if (wanted.primary() && successMeasures.stream().anyMatch(SuccessMeasure::primary)) {
            throw Problems.conflict("one-primary-measure", "The project has a primary measure already");
        }
        successMeasures.add(new SuccessMeasure(wanted));
        return new ProjectEvent.SuccessMeasureSet(facts());
    }

    ProjectEvent move(NewProjectTransition wanted, Set<Role> by, ProjectFacts facts) {
        var given = wanted.note() == null ? Map.<String, String>of() : Map.of("note", wanted.note());
        var to = wanted.action().rule().check(wanted.action(), state, by, facts, given);
        suspendedFrom = to == ProjectState.SUSPENDED ? state : null;
        state = to;
        note = wanted.note();
        return ProjectEvent.of(wanted.action(), facts());
    }

    /** @throws io.quarkiverse.resteasy.problem.HttpProblem 409 where the project is closed or withdrawn */
    public void requireNotOver() {
        if (state.over()) {
            throw Problems.conflict("project-is-over", "A project that is " + state + " changes no more");
        }
    }

    private void become(ProjectDescription description, Map<UUID, Integer> editions) {
        title = description.title().strip();
        focusArea = description.focusArea();
        researchQuestions = List.copyOf(description.researchQuestions());
        kind = description.kind();
        design = description.design();
        startsOn = description.startsOn();
        endsOn = description.endsOn();
        summary = description.summary();
        partnerAllianceIds = description.partnerAllianceIds() == null
                ? List.of()
                : description.partnerAllianceIds().stream().distinct().toList();
        use(description.interventionIds() == null ? List.of() : description.interventionIds(), editions);
    }

    /** What was chosen before stays in the edition in which it was chosen. */
    private void use(List<UUID> chosen, Map<UUID, Integer> editions) {
        var before = List.copyOf(interventions);
        interventions.clear();
        chosen.stream()
                .distinct()
                .map(id -> before.stream()
                        .filter(used -> used.interventionId().equals(id))
                        .findFirst()
                        .orElseGet(() -> new UsedIntervention(id, editions.get(id))))
                .forEach(interventions::add);
    }

    private ProjectEvent.State facts() {
        return new ProjectEvent.State(
                id(),
                allianceId,
                partnerAllianceIds,
                title,
                focusArea,
                researchQuestions,
                kind,
                design,
                state,
                startsOn,
                endsOn,
                invented,
                successMeasures.stream()
                        .map(m -> new ProjectEvent.Measure(m.id(), m.measureId(), m.primary(), m.points()))
                        .toList(),
                interventions.stream()
                        .map(used -> new ProjectEvent.Used(used.interventionId(), used.edition()))
                        .toList());
    }
}
