package org.trellis.reporting.impact;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.trellis.identity.Writer;
import org.trellis.reporting.directory.OrganisationKeys;

/** Which schools and projects belong to a trust or an alliance; what a caller sees of them is decided elsewhere. */
@ApplicationScoped
class GroupData {
    private final Writer writer;
    private final OrganisationKeys keys;

    GroupData(Writer writer, OrganisationKeys keys) {
        this.writer = writer;
        this.keys = keys;
    }

    /** @param id its id, or the one in the register of groups, as {@code uid:5143} */
    Optional<ImpactView.Named> trust(String id) {
        return keys.find(id, "TRUST")
                .flatMap(trust -> writer.one(
                        ImpactView.Named.class,
                        "select id, name from organisation where id = :id",
                        Map.of("id", trust)));
    }

    Optional<ImpactView.Named> alliance(UUID id) {
        return writer.one(
                ImpactView.Named.class,
                "select id, name from alliance where id = :id and not gone and name is not null",
                Map.of("id", id));
    }

    /** The schools that are in a trust on a day. */
    Set<UUID> schools(UUID trust, LocalDate asOf) {
        return new HashSet<>(writer.list(UUID.class, """
                select organisation_id from affiliation
                where to_id = :trust and kind = 'TRUST' and not gone
                  and starts_on <= :day and (ends_on is null or ends_on > :day)""", Map.of("trust", trust, "day", asOf)));
    }

    /** Projects that any of these schools takes or took part in. */
    Set<UUID> projects(Set<UUID> schools) {
        return new HashSet<>(writer.list(
                UUID.class,
                "select distinct project_id from participation where organisation_id = any(:schools) and not gone",
                Map.of("schools", schools.toArray(UUID[]::new))));
    }

    /** Projects that an alliance owns or is a partner in. */
    Set<UUID> projectsOf(UUID alliance) {
        return new HashSet<>(writer.list(UUID.class, """
                select id from project
                where (alliance_id = :id or partner_alliance_ids @> array[cast(:id as uuid)]) and not gone""", Map.of("id", alliance)));
    }
}
