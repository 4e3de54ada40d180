package org.trellis.project.readiness;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.trellis.project.readiness.Finding.Record;

/**
 * What a project's records say today, as far as answers rest on it.
 *
 * @param citedPriorities priorities that the project cites and one of its alliances holds today
 * @param heldPriorities all that its own alliance holds today
 * @param measures success measures with a baseline and a later point that is dated
 * @param undatedMeasures the other success measures
 * @param evidenced interventions that cite what is known of them
 * @param leaders who leads the project or a cycle today
 * @param systemLeaders facilitators of the alliance, and coaches and critical friends at the project, today
 */
record Records(
        UUID project,
        boolean purpose,
        List<UUID> citedPriorities,
        List<UUID> heldPriorities,
        List<UUID> milestones,
        List<UUID> measures,
        List<UUID> undatedMeasures,
        List<UUID> evidenced,
        List<Cycle> cycles,
        List<School> schools,
        List<Leader> leaders,
        List<SystemLeader> systemLeaders,
        List<Risk> risks) {

    /** @param over whether it is under review or closed */
    record Cycle(UUID id, boolean over, boolean decided) {}

    /**
     * A school's part in the project.
     *
     * @param participationId of it
     * @param joinedLater whether it came in after the first school had begun to deliver
     * @param small whether it is too small to have middle leaders
     * @param confirmed whether its head accepted terms or sponsors the project
     * @param sponsorId who sponsors it today, a head in post; null for nobody
     * @param championIds who champions it today
     * @param middleChampionIds those of them who are middle leaders there
     */
    record School(
            UUID participationId,
            UUID organisationId,
            String status,
            boolean joinedLater,
            boolean small,
            boolean confirmed,
            UUID sponsorId,
            List<UUID> championIds,
            List<UUID> middleChampionIds) {
        boolean committed() {
            return active() || status.equals("COMMITTED") || status.equals("COMPLETED");
        }

        boolean active() {
            return status.equals("ACTIVE");
        }

        boolean left() {
            return status.equals("WITHDRAWN");
        }

        Record record() {
            return new Record("participations", participationId);
        }
    }

    /**
     * Who leads the project or a cycle.
     *
     * @param schoolIds of all schools at which this person holds a post
     * @param middleAtIds those of them at which it is a middle leader's
     */
    record Leader(UUID appointmentId, UUID personId, List<UUID> schoolIds, List<UUID> middleAtIds) {
        Record record() {
            return new Record("project-appointments", appointmentId);
        }
    }

    /** @param kind the collection in which the appointment is. @param heads whether this person heads a school of the project */
    record SystemLeader(String kind, UUID appointmentId, boolean heads) {
        Record record() {
            return new Record(kind, appointmentId);
        }
    }

    /** A risk that is open. */
    record Risk(UUID id, LocalDate reviewedOn) {}

    List<School> committed() {
        return schools.stream().filter(School::committed).toList();
    }

    List<School> active() {
        return schools.stream().filter(School::active).toList();
    }

    static List<Record> all(String kind, List<UUID> ids) {
        return ids.stream().map(id -> new Record(kind, id)).toList();
    }

    static List<Record> holders(Stream<UUID> ids) {
        return ids.map(id -> new Record("role-holders", id)).toList();
    }
}
