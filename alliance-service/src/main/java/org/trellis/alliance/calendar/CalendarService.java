package org.trellis.alliance.calendar;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.trellis.alliance.Roles;
import org.trellis.calendar.AcademicYear;
import org.trellis.outbox.Changes;
import org.trellis.outbox.Ids;
import org.trellis.problem.Problems;
import org.trellis.problem.Violation;
import org.trellis.web.MergePatch;
import org.trellis.web.Versioned;

/** Commands on calendars. A school or a trust sets its own; a local authority's is reference data of the platform's staff. */
@ApplicationScoped
class CalendarService {
    private static final String[] SETTERS = {"SCHOOL_LEAD", "TRUST_TEAM", "PLATFORM_ADMIN"};

    private final Calendars calendars;
    private final CalendarQueries queries;
    private final Roles roles;
    private final Changes changes;

    CalendarService(Calendars calendars, CalendarQueries queries, Roles roles, Changes changes) {
        this.calendars = calendars;
        this.queries = queries;
        this.roles = roles;
        this.changes = changes;
    }

    @Transactional
    UUID set(NewCalendar body) {
        roles.atOrganisation("$.organisationId", body.organisationId()).require("set a calendar", SETTERS);
        if (!AcademicYear.written(body.academicYear())) {
            throw Problems.invalid(
                    Violation.body("$.academicYear", "must be two years that follow each other: 2025/26"));
        }
        var calendar = new Calendar(Ids.next(), body);
        calendars.persist(calendar);
        changes.record(calendar, calendar.published());
        return calendar.id();
    }

    @Transactional
    void change(UUID id, String ifMatch, MergePatch patch) {
        var organisation = queries.view(id).organisation().id();
        roles.atOrganisation("$", organisation).require("change a calendar", SETTERS);
        var calendar =
                calendars.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Problems::notFound);
        Versioned.require(ifMatch, calendar.version());
        changes.record(calendar, calendar.change(patch.applyTo(calendar.dates())));
    }
}
