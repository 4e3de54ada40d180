package org.trellis.project.milestone;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.trellis.calendar.SchoolDays;
import org.trellis.identity.Writer;
import org.trellis.outbox.Changes;
import org.trellis.project.alert.AlertKind;
import org.trellis.project.alert.Alerts;
import org.trellis.project.directory.SchoolCalendars;
import org.trellis.project.due.DailyWork;
import org.trellis.project.due.Watched;
import org.trellis.project.participation.Participations;

/** Looks at each open milestone once a day: reminds before it is due, sounds the alarm after; never in holidays. */
@ApplicationScoped
class MilestoneWatch implements DailyWork {
    /** Reminders reach at most 60 school days back, which no calendar stretches over more than half a year. */
    private static final String CLAIM = """
            select m.id from milestone m join project p on p.id = m.project_id left join watched w on w.about_id = m.id
            where m.state = 'PLANNED' and m.due < cast(:today as date) + 200
              and (w.watched_on, w.version) is distinct from (cast(:today as date), m.version) and p.state not in ('CLOSED', 'WITHDRAWN', 'SUSPENDED')
              and not is_put_off(m.id)
            order by m.due, m.id limit 1 for update of m skip locked""";

    private final Writer writer;
    private final Milestones milestones;
    private final Participations participations;
    private final SchoolCalendars calendars;
    private final Alerts alerts;
    private final Watched watched;
    private final Changes changes;

    MilestoneWatch(
            Writer writer,
            Milestones milestones,
            Participations participations,
            SchoolCalendars calendars,
            Alerts alerts,
            Watched watched,
            Changes changes) {
        this.writer = writer;
        this.milestones = milestones;
        this.participations = participations;
        this.calendars = calendars;
        this.alerts = alerts;
        this.watched = watched;
        this.changes = changes;
    }

    @Override
    public Optional<UUID> next(LocalDate today) {
        return writer.one(UUID.class, CLAIM, Map.of("today", today));
    }

    @Override
    public Duration rest() {
        return Duration.ofMinutes(1);
    }

    @Override
    public void look(UUID id, LocalDate today) {
        var milestone = milestones.toMove(id);
        var watch = milestone.watch(today, days(milestone, today));
        switch (watch) {
            case NOTHING -> {}
            case NEAR -> raise(AlertKind.MILESTONE_NEAR, milestone, " is due on ", today);
            case MISSED -> {
                alerts.settle(AlertKind.MILESTONE_NEAR, milestone.id(), today);
                raise(AlertKind.MILESTONE_MISSED, milestone, " was due on ", today);
            }
        }
        milestone.missed(watch).ifPresent(event -> changes.record(milestone, event));
        watched.on(today, milestone.id(), milestone.version());
    }

    private void raise(AlertKind kind, Milestone milestone, String when, LocalDate today) {
        alerts.raise(
                kind,
                milestone.projectId(),
                milestone.participationId(),
                milestone.id(),
                milestone.name() + when + milestone.due(),
                today);
    }

    /** The school's whose it is, the project's otherwise. */
    private SchoolDays days(Milestone milestone, LocalDate today) {
        return milestone.participationId() == null
                ? calendars.ofProject(milestone.projectId(), today)
                : calendars.of(participations.organisationOf(milestone.participationId()), today);
    }
}
