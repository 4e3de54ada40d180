package org.trellis.alliance.appointment;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.UUID;
import org.trellis.alliance.Sights;
import org.trellis.identity.Reader;
import org.trellis.openapi.Described;
import org.trellis.openapi.Lists;
import org.trellis.paging.Listing;
import org.trellis.paging.Page;
import org.trellis.problem.Problems;
import org.trellis.web.Parameters;

/** Questions about appointments. */
@ApplicationScoped
class AppointmentQueries implements Described {
    private static final String COLUMNS = """
            s.id, s.version, p.id as person_id, p.name as person_name, s.role, o.id as organisation_id,
            o.name as organisation_name, a.id as alliance_id, a.name as alliance_name, s.starts_on, s.ends_on""";
    private static final String FROM = """
            appointment s join person p on p.id = s.person_id
            left join organisation o on o.id = s.organisation_id left join alliance a on a.id = s.alliance_id""";

    private final Reader reader;

    AppointmentQueries(Reader reader) {
        this.reader = reader;
    }

    @Override
    public void describe(Lists lists) {
        lists.at("/v1/appointments", this::list);
    }

    AppointmentView view(UUID id) {
        return reader.one(
                        AppointmentView.class,
                        "select " + COLUMNS + " from " + FROM + " where s.id = :id",
                        Map.of("id", id))
                .orElseThrow(Problems::notFound);
    }

    Page<AppointmentView> list(Parameters parameters) {
        return Listing.of(AppointmentView.class, COLUMNS, FROM)
                .id("s.id")
                .where("s.person_id = :personId", "personId", parameters.id("personId"))
                .where("s.alliance_id = :allianceId", "allianceId", parameters.id("allianceId"))
                .where("s.organisation_id = :organisationId", "organisationId", parameters.id("organisationId"))
                .where(
                        "s.role = :role",
                        "role",
                        parameters.oneOf("role", AppointmentRole.class).map(Enum::name))
                .where(
                        "s.starts_on <= :asOf and (s.ends_on is null or s.ends_on > :asOf)",
                        "asOf",
                        parameters.day("asOf"))
                .sortable("startsOn", "s.starts_on", "date")
                .keptInStep("appointment", "s", Sights.PEOPLE)
                .page(reader, parameters);
    }

    boolean seesPerson(UUID person) {
        return reader.one(UUID.class, "select id from person where id = :id", Map.of("id", person))
                .isPresent();
    }
}
