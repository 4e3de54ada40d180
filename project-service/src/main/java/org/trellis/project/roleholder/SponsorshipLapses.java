package org.trellis.project.roleholder;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.trellis.identity.Writer;
import org.trellis.outbox.Changes;
import org.trellis.project.alert.AlertKind;
import org.trellis.project.alert.Alerts;
import org.trellis.project.due.DailyWork;

/** A sponsorship is the head's: when the headship ends, it lapses, and the school is asked for another. */
@ApplicationScoped
class SponsorshipLapses implements DailyWork {
    /** One after the other, each by whoever holds its row; headships that have not been heard of lapse nothing. */
    private static final String CLAIM = """
            select h.id from role_holder h
            where h.role = 'HEADTEACHER_SPONSOR' and (h.ends_on is null or h.ends_on > :today) and h.starts_on <= :today
              and exists (select from post t where t.person_id = h.person_id and t.organisation_id = h.organisation_id
                            and t.role = any(headships()) and t.ends_on <= :today)
              and not exists (select from post t where t.person_id = h.person_id and t.organisation_id = h.organisation_id
                                and t.role = any(headships()) and current_on(:today, t.starts_on, t.ends_on))
              and not is_put_off(h.id)
            order by h.id limit 1 for update of h skip locked""";

    /** A school that takes part no longer, or has named who comes next, is not asked. */
    private static final String ASKED = """
            select exists (select from participation i join project p on p.id = i.project_id
                           where i.id = :participation and i.status not in ('WITHDRAWN', 'COMPLETED')
                             and p.state not in ('CLOSED', 'WITHDRAWN')
                             and not exists (select from role_holder h
                                             where h.participation_id = i.id and h.role = 'HEADTEACHER_SPONSOR'
                                               and (h.ends_on is null or h.ends_on > :today)))""";

    private final Writer writer;
    private final RoleHolders holders;
    private final Alerts alerts;
    private final Changes changes;

    SponsorshipLapses(Writer writer, RoleHolders holders, Alerts alerts, Changes changes) {
        this.writer = writer;
        this.holders = holders;
        this.alerts = alerts;
        this.changes = changes;
    }

    @Override
    public Optional<UUID> next(LocalDate today) {
        return writer.one(UUID.class, CLAIM, Map.of("today", today));
    }

    @Override
    public void look(UUID id, LocalDate today) {
        var holder = holders.toMove(id);
        changes.record(holder, holder.end(today, Ending.LAPSED));
        ask(holder, today);
    }

    private void ask(RoleHolder lapsed, LocalDate today) {
        var participation = lapsed.participationId();
        boolean asked = writer.one(Boolean.class, ASKED, Map.of("participation", participation, "today", today))
                .orElseThrow();
        if (asked) {
            alerts.raise(
                    AlertKind.SPONSORSHIP_LAPSED,
                    lapsed.projectId(),
                    participation,
                    participation,
                    "The head who sponsored the project has left the post; the school is asked for a new sponsor",
                    today);
        }
    }

    @Override
    public Duration rest() {
        return Duration.ofSeconds(5);
    }
}
