package org.trellis.alliance.person;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.trellis.alliance.Sights;
import org.trellis.alliance.appointment.AppointmentRole;
import org.trellis.identity.Reader;
import org.trellis.paging.Described;
import org.trellis.paging.Listing;
import org.trellis.paging.Lists;
import org.trellis.paging.Page;
import org.trellis.problem.Problems;
import org.trellis.web.Parameters;

/** Questions about people. */
@ApplicationScoped
class PersonQueries implements Described {
    private static final String COLUMNS = """
            p.id, p.version, p.name, p.email, o.id as home_id, o.name as home_name, p.sub is not null as bound,
            p.left_on""";
    private static final String JOINED = " join organisation o on o.id = p.home_id";
    private static final String FROM = "person p" + JOINED;

    private final Reader reader;

    PersonQueries(Reader reader) {
        this.reader = reader;
    }

    @Override
    public void describe(Lists lists) {
        lists.collection("/v1/people", this::list);
    }

    PersonView view(UUID id) {
        return find(id).orElseThrow(Problems::notFound);
    }

    Optional<PersonView> find(UUID id) {
        return reader.one(
                PersonView.class, "select " + COLUMNS + " from " + FROM + " where p.id = :id", Map.of("id", id));
    }

    Page<PersonView> list(Parameters parameters) {
        return Listing.of(PersonView.class, COLUMNS, Sights.PEOPLE.of("person", "id", "p") + JOINED)
                .id("p.id")
                .where("p.home_id = :homeOrganisationId", "homeOrganisationId", parameters.id("homeOrganisationId"))
                .where("(p.sub is not null) = :bound", "bound", parameters.flag("bound"))
                .where("coalesce(p.left_on <= today(), false) = :left", "left", parameters.flag("left"))
                .where("""
                        exists (select from appointment s where s.person_id = p.id and s.alliance_id = :allianceId
                          and s.starts_on <= today() and (s.ends_on is null or s.ends_on > today()))""", "allianceId", parameters.id("allianceId"))
                .where(
                        """
                        exists (select from appointment s where s.person_id = p.id and s.role = :role
                          and s.starts_on <= today() and (s.ends_on is null or s.ends_on > today()))""",
                        "role",
                        parameters.oneOf("role", AppointmentRole.class).map(Enum::name))
                .where(
                        "strpos(lower(p.name), lower(:q)) > 0 or strpos(lower(p.email), lower(:q)) > 0",
                        "q",
                        parameters.text("q"))
                .sortable("name", "p.name", "text")
                .keptInStep("person", "p", Sights.PEOPLE)
                .page(reader, parameters);
    }
}
