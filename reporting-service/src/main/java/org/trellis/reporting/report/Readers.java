package org.trellis.reporting.report;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.trellis.identity.Writer;

/** For whom a project's results are partly their own: each school of it, and each trust that has some of them today. */
@ApplicationScoped
class Readers {
    private record Tie(UUID school, UUID trust) {}

    private final Writer writer;

    Readers(Writer writer) {
        this.writer = writer;
    }

    /** The schools that each of them speaks for; and nobody's, for who speaks for none. */
    Set<Set<UUID>> of(UUID project) {
        var ties = writer.list(Tie.class, """
                with school as (
                  select organisation_id as id from participation where project_id = :id and not gone
                  union select organisation_id from school_effect where project_id = :id)
                select school.id as school, a.to_id as trust from school
                left join affiliation a on a.organisation_id = school.id and a.kind = 'TRUST' and not a.gone
                  and a.starts_on <= today() and (a.ends_on is null or a.ends_on > today())
                where school.id is not null order by school.id""", Map.of("id", project));
        var readers = new LinkedHashSet<Set<UUID>>();
        readers.add(Set.of());
        ties.forEach(tie -> readers.add(Set.of(tie.school())));
        readers.addAll(ties.stream()
                .filter(tie -> tie.trust() != null)
                .collect(Collectors.groupingBy(
                        Tie::trust, LinkedHashMap::new, Collectors.mapping(Tie::school, Collectors.toSet())))
                .values());
        return readers;
    }

    /** Which cells a project's figures rest on, each with its version. */
    List<Input> inputs(UUID project) {
        return writer.list(
                Input.class,
                "select id, epoch, sequence from cell where project_id = :id and not gone order by id",
                Map.of("id", project));
    }

    record Input(UUID id, long epoch, long sequence) {}
}
