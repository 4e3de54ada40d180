package org.trellis.alliance.appointment;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.trellis.alliance.Today;
import org.trellis.outbox.Changes;
import org.trellis.problem.Problems;
import org.trellis.problem.Violation;

/** Ends all that a leaver holds on one day, and lets others follow. */
@ApplicationScoped
public class Leavings {
    private final Appointments appointments;
    private final AppointmentService service;
    private final AppointmentQueries queries;
    private final Changes changes;

    Leavings(Appointments appointments, AppointmentService service, AppointmentQueries queries, Changes changes) {
        this.appointments = appointments;
        this.service = service;
        this.queries = queries;
        this.changes = changes;
    }

    /** What a person would leave behind. */
    public List<OpenDuty> open(UUID person) {
        return queries.open(person, Today.inEngland());
    }

    /** What ended when a person left. */
    public List<AppointmentView> ended(UUID person) {
        return queries.endedByLeaving(person);
    }

    /** Rights at the person's home have been asked for; those to appoint a successor are asked for here. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void leave(UUID person, Succession succession) {
        var open = appointments.heldBeyond(person, succession.on());
        requireAnswers(person, succession, open);
        Map<UUID, UUID> successors = new HashMap<>();
        succession.successors().forEach(s -> successors.put(s.appointmentId(), s.personId()));
        for (var appointment : open) {
            var successor = successors.get(appointment.id());
            changes.record(appointment, appointment.endWith(succession.on(), ending(appointment, successor)));
            if (successor != null) {
                service.start(appointment.handedTo(successor, succession.on()));
            }
        }
    }

    private static Ending ending(Appointment appointment, UUID successor) {
        if (successor != null) {
            return Ending.HANDED_ON;
        }
        return appointment.role().sponsorship() ? Ending.LAPSED : Ending.LEFT;
    }

    private void requireAnswers(UUID person, Succession succession, List<Appointment> open) {
        var wrong = new ArrayList<Violation>();
        for (int i = 0; i < succession.successors().size(); i++) {
            var named = succession.successors().get(i);
            var path = "$.successors[" + i + "]";
            var duty = open.stream()
                    .filter(a -> a.id().equals(named.appointmentId()))
                    .findFirst();
            if (duty.isEmpty()) {
                wrong.add(Violation.body(path + ".appointmentId", "is not an open appointment of the person"));
            } else if (duty.get().role().sponsorship()) {
                wrong.add(
                        Violation.body(path + ".appointmentId", "is a sponsorship: it lapses, and is asked for again"));
            } else {
                service.requireAppoint(
                        path, duty.get().allianceId(), path, duty.get().organisationId());
            }
            if (named.personId().equals(person)) {
                wrong.add(Violation.body(path + ".personId", "is the one who leaves"));
            }
        }
        if (!wrong.isEmpty()) {
            throw Problems.invalid(wrong);
        }
        succession.successors().forEach(s -> service.requireThere("$.successors", s.personId(), null));
        var unanswered = queries.open(person, succession.on()).stream()
                .filter(OpenDuty::asksForSuccessor)
                .filter(duty -> !succession.withoutSuccessor().contains(duty.appointmentId()))
                .filter(duty -> succession.successors().stream()
                        .noneMatch(s -> s.appointmentId().equals(duty.appointmentId())))
                .map(OpenDuty::atItsPlace)
                .toList();
        if (!unanswered.isEmpty()) {
            throw Problems.conflict(
                    "successor-asked-for", "Say for each duty who follows, or that nobody does", unanswered);
        }
    }
}
