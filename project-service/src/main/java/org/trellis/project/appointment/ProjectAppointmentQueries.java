package org.trellis.project.appointment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.trellis.identity.Reader;
import org.trellis.paging.Described;
import org.trellis.paging.Listing;
import org.trellis.paging.Lists;
import org.trellis.paging.Page;
import org.trellis.problem.Problems;
import org.trellis.project.access.Standing;
import org.trellis.web.Parameters;

/** Questions about appointments at projects. */
@ApplicationScoped
class ProjectAppointmentQueries implements Described {
    private static final String COLUMNS =
            "x.id, x.version, x.project_id, p.title as project_name, x.person_id, x.role, x.starts_on, x.ends_on";
    private static final String JOINED = " join project p on p.id = x.project_id";
    private static final String TABLES = "project_appointment x" + JOINED;

    private final Reader reader;

    ProjectAppointmentQueries(Reader reader) {
        this.reader = reader;
    }

    @Override
    public void describe(Lists lists) {
        lists.collection("/v1/project-appointments", this::list);
    }

    ProjectAppointmentView view(UUID id) {
        return reader.one(
                        ProjectAppointmentView.class,
                        "select " + COLUMNS + " from " + TABLES + " where x.id = :id",
                        Map.of("id", id))
                .orElseThrow(Problems::notFound);
    }

    Page<ProjectAppointmentView> list(Parameters parameters) {
        return Listing.of(
                        ProjectAppointmentView.class,
                        COLUMNS,
                        Standing.SIGHT.of("project_appointment", "project_id", "x") + JOINED)
                .id("x.id")
                .where("x.project_id = :projectId", "projectId", parameters.id("projectId"))
                .where("x.person_id = :personId", "personId", parameters.id("personId"))
                .where(
                        "x.role = :role",
                        "role",
                        parameters.oneOf("role", ProjectRole.class).map(Enum::name))
                .where("current_on(:asOf, x.starts_on, x.ends_on)", "asOf", parameters.day("asOf"))
                .sortable("startsOn", "x.starts_on", "date")
                .keptInStep("project_appointment", "x", Standing.SIGHT)
                .page(reader, parameters);
    }
}
