package org.trellis.alliance.me;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.trellis.alliance.Reference;
import org.trellis.identity.Actor;
import org.trellis.identity.OrganisationRoles;
import org.trellis.identity.Reader;

/** Questions of callers about themselves. */
@ApplicationScoped
class MeQueries {
    private record Held(String role, UUID id, String name, LocalDate since) {}

    private record Registered(String registerId, UUID id, String name) {}

    private final Reader reader;
    private final Actor actor;

    MeQueries(Reader reader, Actor actor) {
        this.reader = reader;
        this.actor = actor;
    }

    Me me() {
        var person = reader.one(Reference.class, "select id, name from person where id = actor_person_id()", Map.of());
        return new Me(
                actor.subject(),
                person.orElse(null),
                Stream.concat(ofToken(), ofAppointments()).toList());
    }

    private Stream<Me.Role> ofToken() {
        var places = reader.list(
                Registered.class,
                "select register_id, id, name from organisation where register_id = any(:ids)",
                Map.of(
                        "ids",
                        actor.organisations().stream()
                                .map(OrganisationRoles::id)
                                .toArray(String[]::new)));
        return actor.organisations().stream().flatMap(at -> {
            var place = places.stream()
                    .filter(p -> p.registerId().equals(at.id()))
                    .findFirst()
                    .map(p -> new Reference(p.id(), p.name()))
                    .orElse(null);
            return at.roles().stream().sorted().map(role -> new Me.Role(role, at.id(), place, null, "TOKEN"));
        });
    }

    private Stream<Me.Role> ofAppointments() {
        List<Held> held = reader.list(Held.class, """
                select s.role, coalesce(a.id, o.id) as id, coalesce(a.name, o.name) as name, s.starts_on as since
                from appointment s left join alliance a on a.id = s.alliance_id
                left join organisation o on o.id = s.organisation_id
                where s.person_id = actor_person_id() and s.starts_on <= today()
                  and (s.ends_on is null or s.ends_on > today())
                order by s.starts_on, s.id""", Map.of());
        return held.stream()
                .map(h -> new Me.Role(h.role(), null, new Reference(h.id(), h.name()), h.since(), "APPOINTMENT"));
    }
}
