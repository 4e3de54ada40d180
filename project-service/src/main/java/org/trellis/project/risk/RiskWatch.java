package org.trellis.project.risk;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.trellis.identity.Writer;
import org.trellis.project.alert.AlertKind;
import org.trellis.project.alert.Alerts;
import org.trellis.project.directory.SchoolCalendars;
import org.trellis.project.due.DailyWork;
import org.trellis.project.due.Watched;

/** Asks on the first school day after a term for a look at what nobody looked at in it. */
@ApplicationScoped
class RiskWatch implements DailyWork {
    private static final String CLAIM = """
            select r.id from project_risk r join project p on p.id = r.project_id left join watched w on w.about_id = r.id
            where r.state = 'OPEN' and (w.watched_on, w.version) is distinct from (cast(:today as date), r.version)
              and p.state not in ('CLOSED', 'WITHDRAWN', 'SUSPENDED') and not is_put_off(r.id)
            order by r.id limit 1 for update of r skip locked""";

    private final Writer writer;
    private final ProjectRisks risks;
    private final SchoolCalendars calendars;
    private final Alerts alerts;
    private final Watched watched;

    RiskWatch(Writer writer, ProjectRisks risks, SchoolCalendars calendars, Alerts alerts, Watched watched) {
        this.writer = writer;
        this.risks = risks;
        this.calendars = calendars;
        this.alerts = alerts;
        this.watched = watched;
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
        var risk = risks.toMove(id);
        if (risk.overdue(today, calendars.ofProject(risk.projectId(), today))) {
            alerts.raise(
                    AlertKind.RISK_REVIEW_OVERDUE,
                    risk.projectId(),
                    null,
                    risk.id(),
                    "Not looked at for a whole term: " + risk.title(),
                    today);
        }
        watched.on(today, risk.id(), risk.version());
    }
}
