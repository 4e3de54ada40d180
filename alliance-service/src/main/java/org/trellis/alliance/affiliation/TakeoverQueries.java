package org.trellis.alliance.affiliation;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jdbi.v3.core.mapper.Nested;
import org.trellis.alliance.Reference;
import org.trellis.alliance.affiliation.TakeoverView.Inheritance;
import org.trellis.alliance.affiliation.TakeoverView.Tie;
import org.trellis.identity.Reader;
import org.trellis.problem.Problems;

/** Questions about schools that changed hands. */
@ApplicationScoped
class TakeoverQueries {
    private static final String ON_THE_FIRST_DAY =
            "%1$s.starts_on <= t.starts_on and (%1$s.ends_on is null or %1$s.ends_on > t.starts_on)";

    private static final String SCHOOLS = """
            select o.id as organisation_id, o.name as organisation_name, f.id as from_id, f.name as from_name,
              (select count(*) from appointment a where a.organisation_id = o.id and %s) as appointments,
              (select count(*) from person p where p.home_id = o.id) as people
            from takeover t join takeover_school s on s.takeover_id = t.id
            join organisation o on o.id = s.organisation_id left join organisation f on f.id = s.from_id
            where t.id = :id order by o.name, o.id""".formatted(ON_THE_FIRST_DAY.formatted("a"));

    private static final String MEMBERSHIPS = """
            select m.organisation_id as school, a.id as to_id, a.name as to_name, m.role as "as", m.starts_on as since
            from takeover t join takeover_school s on s.takeover_id = t.id
            join membership m on m.organisation_id = s.organisation_id join alliance a on a.id = m.alliance_id
            where t.id = :id and %s order by a.name, a.id""".formatted(ON_THE_FIRST_DAY.formatted("m"));

    private static final String AFFILIATIONS = """
            select f.organisation_id as school, o.id as to_id, o.name as to_name, f.kind as "as", f.starts_on as since
            from takeover t join takeover_school s on s.takeover_id = t.id
            join affiliation f on f.organisation_id = s.organisation_id join organisation o on o.id = f.to_id
            where t.id = :id and f.kind <> 'TRUST' and %s order by f.kind""".formatted(ON_THE_FIRST_DAY.formatted("f"));

    private record Head(UUID id, @Nested("trust") Reference trust, LocalDate startsOn, String note) {}

    private record School(
            @Nested("organisation") Reference organisation,
            @Nested("from") Reference from,
            int appointments,
            int people) {
        Inheritance with(List<Tie> memberships, List<Tie> affiliations) {
            return new Inheritance(organisation, from, memberships, affiliations, appointments, people);
        }
    }

    private record SchoolsTie(UUID school, @Nested("to") Reference to, String as, LocalDate since) {}

    private final Reader reader;

    TakeoverQueries(Reader reader) {
        this.reader = reader;
    }

    TakeoverView view(UUID id) {
        var head = reader.one(Head.class, """
                        select t.id, o.id as trust_id, o.name as trust_name, t.starts_on, t.note
                        from takeover t join organisation o on o.id = t.trust_id where t.id = :id""", Map.of("id", id)).orElseThrow(Problems::notFound);
        var memberships = ties(MEMBERSHIPS, id);
        var affiliations = ties(AFFILIATIONS, id);
        Function<School, Inheritance> whole = school -> school.with(
                memberships.getOrDefault(school.organisation().id(), List.of()),
                affiliations.getOrDefault(school.organisation().id(), List.of()));
        return new TakeoverView(
                head.id(),
                head.trust(),
                head.startsOn(),
                head.note(),
                reader.list(School.class, SCHOOLS, Map.of("id", id)).stream()
                        .map(whole)
                        .toList());
    }

    private Map<UUID, List<Tie>> ties(String sql, UUID id) {
        return reader.list(SchoolsTie.class, sql, Map.of("id", id)).stream()
                .collect(Collectors.groupingBy(
                        SchoolsTie::school,
                        Collectors.mapping(tie -> new Tie(tie.to(), tie.as(), tie.since()), Collectors.toList())));
    }
}
