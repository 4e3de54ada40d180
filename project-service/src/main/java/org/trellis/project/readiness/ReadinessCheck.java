package org.trellis.project.readiness;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.trellis.project.directory.SchoolCalendars;

/** Answers for one project, on a day. */
@ApplicationScoped
class ReadinessCheck {
    private final ReadinessRecords records;
    private final SchoolCalendars calendars;

    ReadinessCheck(ReadinessRecords records, SchoolCalendars calendars) {
        this.records = records;
        this.calendars = calendars;
    }

    List<Finding> of(UUID project, LocalDate today) {
        var lastTerm = calendars.ofProject(project, today).lastTerm(today);
        return KeyMessages.of(records.of(project), lastTerm.startsOn());
    }
}
