package org.trellis.project.project;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.trellis.outbox.Event;
import org.trellis.project.project.plan.AnalysisPlan;
import org.trellis.project.project.plan.Planning;

/** What others hear of a project. */
sealed interface ProjectEvent extends Event {
    /**
     * A project's public state.
     *
     * @param deliveringSince when the first school began to deliver; null before
     * @param plan how it is analysed; null where none is registered
     */
    record State(
            UUID id,
            UUID allianceId,
            List<UUID> partnerAllianceIds,
            String title,
            FocusArea focusArea,
            List<String> researchQuestions,
            ProjectKind kind,
            Design design,
            ProjectState state,
            LocalDate startsOn,
            LocalDate endsOn,
            boolean invented,
            List<Measure> successMeasures,
            List<Used> interventions,
            List<Target> targets,
            List<Partner> partners,
            List<UUID> priorityIds,
            UUID buildsOnId,
            Stage stage,
            LocalDate deliveringSince,
            AnalysisPlan plan) {

        State(
                UUID id,
                UUID allianceId,
                ProjectDescription description,
                ProjectState state,
                boolean invented,
                List<SuccessMeasure> measures,
                List<UsedIntervention> interventions,
                Planning planning) {
            this(
                    id,
                    allianceId,
                    description.partnerAllianceIds(),
                    description.title(),
                    description.focusArea(),
                    description.researchQuestions(),
                    description.kind(),
                    description.design(),
                    state,
                    description.startsOn(),
                    description.endsOn(),
                    invented,
                    measures.stream().map(SuccessMeasure::told).toList(),
                    interventions.stream()
                            .map(used -> new Used(used.interventionId(), used.edition()))
                            .toList(),
                    description.targets(),
                    description.partners(),
                    description.priorityIds(),
                    description.buildsOnId(),
                    description.stage(),
                    planning.deliveringSince(),
                    planning.plan());
        }
    }

    /** An intervention that is tried out, in the edition that held when it was chosen. */
    record Used(UUID id, int edition) {}

    /**
     * A success measure.
     *
     * @param points in the order in which they are taken
     * @param schedule the same points with the days by which
     */
    record Measure(UUID id, UUID measureId, boolean primary, List<String> points, List<MeasurePoint> schedule) {}

    @Override
    State state();

    @Override
    default String aggregate() {
        return "project";
    }

    static ProjectEvent of(ProjectAction action, State state) {
        return switch (action) {
            case PROPOSE -> new Proposed(state);
            case APPROVE -> new Approved(state);
            case RETURN -> new Returned(state);
            case START -> new Started(state);
            case REPORT -> new Reporting(state);
            case CLOSE -> new Closed(state);
            case SUSPEND -> new Suspended(state);
            case RESUME -> new Resumed(state);
            case WITHDRAW -> new Withdrawn(state);
        };
    }

    /** A question has been written down. */
    record Drafted(State state) implements ProjectEvent {
        @Override
        public String type() {
            return "trellis.project.project-drafted.v1";
        }
    }

    /** Its description is another. */
    record Changed(State state) implements ProjectEvent {
        @Override
        public String type() {
            return "trellis.project.project-changed.v1";
        }
    }

    /** It will be judged by one measure more. */
    record SuccessMeasureSet(State state) implements ProjectEvent {
        @Override
        public String type() {
            return "trellis.project.success-measure-set.v1";
        }
    }

    /** It is written down how it will be analysed. */
    record AnalysisPlanRegistered(State state) implements ProjectEvent {
        @Override
        public String type() {
            return "trellis.project.analysis-plan-registered.v1";
        }
    }

    /** The first school delivers: what is analysed beyond the plan is exploratory from now on. */
    record AnalysisPlanFrozen(State state) implements ProjectEvent {
        @Override
        public String type() {
            return "trellis.project.analysis-plan-frozen.v1";
        }
    }

    /** Something is not as it was planned. */
    record AnalysisPlanDeviated(State state) implements ProjectEvent {
        @Override
        public String type() {
            return "trellis.project.analysis-plan-deviated.v1";
        }
    }

    /** Another alliance owns it. */
    record Transferred(State state) implements ProjectEvent {
        @Override
        public String type() {
            return "trellis.project.project-transferred.v1";
        }
    }

    /** It asks to be approved. */
    record Proposed(State state) implements ProjectEvent {
        @Override
        public String type() {
            return "trellis.project.project-proposed.v1";
        }
    }

    /** It may go ahead. */
    record Approved(State state) implements ProjectEvent {
        @Override
        public String type() {
            return "trellis.project.project-approved.v1";
        }
    }

    /** It is a draft again. */
    record Returned(State state) implements ProjectEvent {
        @Override
        public String type() {
            return "trellis.project.project-returned.v1";
        }
    }

    /** Schools may deliver. */
    record Started(State state) implements ProjectEvent {
        @Override
        public String type() {
            return "trellis.project.project-started.v1";
        }
    }

    /** Delivery is over; what it shows is being written down. */
    record Reporting(State state) implements ProjectEvent {
        @Override
        public String type() {
            return "trellis.project.project-reporting.v1";
        }
    }

    /** It is done. */
    record Closed(State state) implements ProjectEvent {
        @Override
        public String type() {
            return "trellis.project.project-closed.v1";
        }
    }

    /** It rests. */
    record Suspended(State state) implements ProjectEvent {
        @Override
        public String type() {
            return "trellis.project.project-suspended.v1";
        }
    }

    /** It goes on where it was. */
    record Resumed(State state) implements ProjectEvent {
        @Override
        public String type() {
            return "trellis.project.project-resumed.v1";
        }
    }

    /** It will not be finished. */
    record Withdrawn(State state) implements ProjectEvent {
        @Override
        public String type() {
            return "trellis.project.project-withdrawn.v1";
        }
    }
}
