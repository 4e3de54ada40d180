package org.trellis.alliance.membership;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.trellis.alliance.Sights;
import org.trellis.alliance.organisation.OrganisationKeys;
import org.trellis.identity.Reader;
import org.trellis.paging.Described;
import org.trellis.paging.Listing;
import org.trellis.paging.Lists;
import org.trellis.paging.Page;
import org.trellis.problem.Problems;
import org.trellis.web.Parameters;

/** Questions about memberships. */
@ApplicationScoped
class MembershipQueries implements Described {
    private static final String COLUMNS = """
            m.id, m.version, a.id as alliance_id, a.name as alliance_name, o.id as organisation_id,
            o.name as organisation_name, m.role, m.starts_on, m.ends_on, m.leaving_reason,
            m.joined_under, m.left_under""";
    private static final String FROM =
            "membership m join alliance a on a.id = m.alliance_id join organisation o on o.id = m.organisation_id";

    private static final String DIFFERENCE = """
            a.id as alliance_id, a.name as alliance_name, o.id as organisation_id, o.name as organisation_name,
            d.change, d.happened_on as "on", d.role_before, d.role_after, d.leaving_reason""";

    /** A membership that was over on its first day changed nothing. */
    private static final String DIFFERENCES = """
            (select m.id, m.alliance_id, m.organisation_id,
                    case when p.id is null then 'JOINED' else 'ROLE_CHANGED' end as change,
                    m.starts_on as happened_on, p.role as role_before, m.role as role_after,
                    cast(null as text) as leaving_reason
             from membership m
             left join membership p on p.alliance_id = m.alliance_id and p.organisation_id = m.organisation_id
               and p.ends_on = m.starts_on and p.starts_on < p.ends_on
             where m.starts_on > :from and m.starts_on <= :to and (m.ends_on is null or m.ends_on > m.starts_on)
               and p.role is distinct from m.role
             union all
             select cast(md5(m.id || ' left') as uuid), m.alliance_id, m.organisation_id, 'LEFT', m.ends_on, m.role,
                    null, m.leaving_reason
             from membership m
             where m.ends_on > :from and m.ends_on <= :to and m.ends_on > m.starts_on
               and not exists (select from membership n
                 where n.alliance_id = m.alliance_id and n.organisation_id = m.organisation_id
                   and n.starts_on = m.ends_on and (n.ends_on is null or n.ends_on > n.starts_on))) d
            join alliance a on a.id = d.alliance_id join organisation o on o.id = d.organisation_id""";

    /** Where a membership is. */
    record Place(UUID id, UUID allianceId, UUID organisationId) {}

    private final Reader reader;

    MembershipQueries(Reader reader) {
        this.reader = reader;
    }

    @Override
    public void describe(Lists lists) {
        lists.collection("/v1/memberships", this::list);
        lists.collection("/v1/memberships/changes", this::differences);
    }

    MembershipView view(UUID id) {
        return reader.one(
                        MembershipView.class,
                        "select " + COLUMNS + " from " + FROM + " where m.id = :id",
                        Map.of("id", id))
                .orElseThrow(Problems::notFound);
    }

    /** Where memberships are; without those that are unknown to the caller. */
    Map<UUID, Place> places(Collection<UUID> memberships) {
        return reader
                .list(
                        Place.class,
                        "select id, alliance_id, organisation_id from membership where id = any(:ids)",
                        Map.of("ids", memberships.toArray(UUID[]::new)))
                .stream()
                .collect(Collectors.toMap(Place::id, place -> place));
    }

    boolean seesOrganisation(UUID organisation) {
        return reader.one(UUID.class, "select id from organisation where id = :id", Map.of("id", organisation))
                .isPresent();
    }

    /** What an act touched. */
    MembershipAct act(UUID id) {
        List<MembershipView> touched = reader.list(
                MembershipView.class,
                "select " + COLUMNS + " from " + FROM + " join membership_act t on t.membership_id = m.id"
                        + " where t.id = :id order by m.starts_on, m.id",
                Map.of("id", id));
        if (touched.isEmpty()) {
            throw Problems.notFound();
        }
        return new MembershipAct(id, touched);
    }

    /** Who joined, left or changed role after one day, up to another. */
    Page<MembershipDifference> differences(Parameters parameters) {
        var from = required("from", parameters);
        var to = required("to", parameters);
        if (from.isAfter(to)) {
            parameters.refuse("to", "must not be before from");
        }
        return Listing.of(MembershipDifference.class, DIFFERENCE, DIFFERENCES)
                .id("d.id")
                .bind("from", from)
                .bind("to", to)
                .where("d.alliance_id = :allianceId", "allianceId", parameters.id("allianceId"))
                .where("d.organisation_id = :organisationId", "organisationId", parameters.id("organisationId"))
                .sortable("on", "d.happened_on", "date")
                .page(reader, parameters);
    }

    private static LocalDate required(String name, Parameters parameters) {
        var day = parameters.day(name);
        if (day.isEmpty()) {
            parameters.refuse(name, "is required");
        }
        return day.orElse(LocalDate.EPOCH);
    }

    /** Without {@code asOf} all that ever were; with it those that held on that day. */
    Page<MembershipView> list(Parameters parameters) {
        boolean lineage = parameters.flag("withLineage").orElse(false);
        return Listing.of(MembershipView.class, COLUMNS, FROM)
                .id("m.id")
                .where("m.alliance_id = :allianceId", "allianceId", parameters.id("allianceId"))
                .where(
                        OrganisationKeys.of("m.organisation_id", lineage),
                        "organisationId",
                        parameters.id("organisationId"))
                .where(
                        "m.role = :role",
                        "role",
                        parameters.oneOf("role", MembershipRole.class).map(Enum::name))
                .where(
                        "m.starts_on <= :asOf and (m.ends_on is null or m.ends_on > :asOf)",
                        "asOf",
                        parameters.day("asOf"))
                .sortable("startsOn", "m.starts_on", "date")
                .keptInStep("membership", "m", Sights.DIRECTORY)
                .page(reader, parameters);
    }
}
