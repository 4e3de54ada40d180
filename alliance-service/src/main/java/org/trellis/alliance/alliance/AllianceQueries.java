package org.trellis.alliance.alliance;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.trellis.alliance.Roles;
import org.trellis.alliance.Sights;
import org.trellis.identity.Reader;
import org.trellis.paging.Described;
import org.trellis.paging.Listing;
import org.trellis.paging.Lists;
import org.trellis.paging.Page;
import org.trellis.problem.Problems;
import org.trellis.web.Parameters;

/** Questions about alliances. */
@ApplicationScoped
class AllianceQueries implements Described {
    private static final String STATUS = "case when a.ended_on <= days.day then 'ENDED' else 'ACTIVE' end";

    private static final String COLUMNS = """
            a.id, a.version, a.name, a.kind, %1$s as status, a.vision, a.core_values as values, a.region, a.cohort,
            t.id as trust_id, t.name as trust_name, l.id as lead_id, l.name as lead_name, n.members, a.formed_on,
            a.ended_on, a.ending_reason,
            d.awarded_on is not null and (d.lost_on is null or d.lost_on > days.day) as designated,
            d.awarded_on as designation_awarded_on, d.lost_on as designation_lost_on,
            d.lost_reason as designation_lost_reason,
            %1$s = 'ACTIVE' and coalesce(d.lost_on <= days.day, false) as successor_wanted, a.invented""".formatted(STATUS);
    private static final String FROM = """
            (select coalesce(cast(:asOf as date), today()) as day) days cross join alliance a
            left join organisation t on t.id = a.trust_id
            left join lateral (select o.id, o.name from membership m join organisation o on o.id = m.organisation_id
              where m.alliance_id = a.id and m.role = 'LEAD' and m.starts_on <= days.day
                and (m.ends_on is null or m.ends_on > days.day)) l on true
            left join lateral (select awarded_on, lost_on, lost_reason from designation
              where alliance_id = a.id and awarded_on <= days.day order by awarded_on desc limit 1) d on true
            cross join lateral (select count(*) as members from membership m
              where m.alliance_id = a.id and m.starts_on <= days.day
                and (m.ends_on is null or m.ends_on > days.day)) n""";

    private record Standing(boolean active, boolean designated, boolean led) {}

    private final Reader reader;
    private final Roles roles;

    AllianceQueries(Reader reader, Roles roles) {
        this.reader = reader;
        this.roles = roles;
    }

    @Override
    public void describe(Lists lists) {
        lists.collection("/v1/alliances", this::list);
        lists.at("/v1/alliances/{id}", parameters -> view(null, parameters));
        lists.at("/v1/alliances/{id}/protocols", parameters -> versions(null, parameters));
    }

    AllianceView view(UUID id, Parameters parameters) {
        var asOf = parameters.day("asOf").orElse(null);
        parameters.check();
        return view(id, asOf);
    }

    /** As of today. */
    AllianceView view(UUID id) {
        return view(id, (LocalDate) null);
    }

    private AllianceView view(UUID id, LocalDate asOf) {
        var row = reader.with(handle -> handle.createQuery("select " + COLUMNS + " from " + FROM + " where a.id = :id")
                .bind("id", id)
                .bindByType("asOf", asOf, LocalDate.class)
                .map(Reader.row(AllianceRow.class))
                .findOne()
                .orElseThrow(Problems::notFound));
        var standing = reader.one(Standing.class, """
                        select (select status from alliance where id = :id) = 'ACTIVE' as active,
                               exists (select from designation where alliance_id = :id and lost_on is null) as designated,
                               exists (select from membership
                                       where alliance_id = :id and role = 'LEAD' and ends_on is null) as led""", Map.of("id", id)).orElseThrow(Problems::notFound);
        return new AllianceView(
                row,
                standing.active()
                        ? AllianceAction.of(roles.atAlliance(id), standing.designated(), standing.led())
                        : List.of());
    }

    /** Without {@code asOf} all that ever were, as they stand today; with it those formed by then, as they stood. */
    Page<AllianceRow> list(Parameters parameters) {
        var asOf = parameters.day("asOf");
        return Listing.of(AllianceRow.class, COLUMNS, FROM)
                .id("a.id")
                .bind("asOf", asOf.orElse(null))
                .where("a.formed_on <= days.day or cast(:asOf as date) is null")
                .where(
                        "a.kind = :kind",
                        "kind",
                        parameters.oneOf("kind", AllianceKind.class).map(Enum::name))
                .where(
                        STATUS + " = :status",
                        "status",
                        parameters.oneOf("status", AllianceStatus.class).map(Enum::name))
                .where(
                        "a.region = :region",
                        "region",
                        parameters.oneOf("region", Region.class).map(Enum::name))
                .where("a.cohort = :cohort", "cohort", parameters.text("cohort"))
                .where("a.trust_id = :trustId", "trustId", parameters.id("trustId"))
                .where("""
                        exists (select from membership m where m.alliance_id = a.id and m.organisation_id = :organisationId
                          and m.starts_on <= days.day and (m.ends_on is null or m.ends_on > days.day))""", "organisationId", parameters.id("organisationId"))
                .where(
                        "(d.awarded_on is not null and (d.lost_on is null or d.lost_on > days.day)) = :designated",
                        "designated",
                        parameters.flag("designated"))
                .where(
                        "(" + STATUS + " = 'ACTIVE' and coalesce(d.lost_on <= days.day, false)) = :successorWanted",
                        "successorWanted",
                        parameters.flag("successorWanted"))
                .where("strpos(lower(a.name), lower(:q)) > 0", "q", parameters.text("q"))
                .sortable("name", "a.name", "text")
                .keptInStep("alliance", "a", Sights.DIRECTORY)
                .page(reader, parameters);
    }

    /** Who held its designation when: the alliance's leads, where it was designated. */
    List<DesignationRow> designations(UUID id) {
        view(id);
        return reader.list(DesignationRow.class, """
                select o.id as lead_id, o.name as lead_name, greatest(d.awarded_on, m.starts_on) as starts_on,
                       least(d.lost_on, m.ends_on) as ends_on,
                       case when d.lost_on is not null and d.lost_on <= coalesce(m.ends_on, d.lost_on) then 'LOST'
                            when m.ends_on is not null then 'HANDED_ON' end as ending,
                       case when d.lost_on <= coalesce(m.ends_on, d.lost_on) then d.lost_reason end as lost_reason
                from designation d
                join membership m on m.alliance_id = d.alliance_id and m.role = 'LEAD'
                  and daterange(m.starts_on, m.ends_on) && daterange(d.awarded_on, d.lost_on)
                join organisation o on o.id = m.organisation_id
                where d.alliance_id = :id order by starts_on""", Map.of("id", id));
    }

    Page<ProtocolView> protocols(UUID id, Parameters parameters) {
        view(id);
        return versions(id, parameters);
    }

    private Page<ProtocolView> versions(UUID id, Parameters parameters) {
        return Listing.of(ProtocolView.class, """
                        p.id, p.kind, p.version, p.valid_from,
                        (select coalesce(jsonb_agg(jsonb_build_object('code', r.code, 'wording', r.wording)
                                                   order by r.position), '[]')
                         from protocol_requirement r where r.protocol_id = p.id) as requirements""", "protocol p")
                .id("p.id")
                .where("p.alliance_id = :alliance")
                .bind("alliance", id)
                .where(
                        "p.kind = :kind",
                        "kind",
                        parameters.oneOf("kind", ProtocolKind.class).map(Enum::name))
                .where("""
                        p.valid_from <= :asOf and not exists (select from protocol later
                          where later.alliance_id = p.alliance_id and later.kind = p.kind and later.valid_from <= :asOf
                            and (later.valid_from, later.version) > (p.valid_from, p.version))""", "asOf", parameters.day("asOf"))
                .sortable("validFrom", "p.valid_from", "date")
                .page(reader, parameters);
    }

    ProtocolView protocol(UUID id) {
        return reader.one(ProtocolView.class, """
                        select p.id, p.kind, p.version, p.valid_from,
                               (select coalesce(jsonb_agg(jsonb_build_object('code', r.code, 'wording', r.wording)
                                                          order by r.position), '[]')
                                from protocol_requirement r where r.protocol_id = p.id) as requirements
                        from protocol p where p.id = :id""", Map.of("id", id)).orElseThrow(Problems::notFound);
    }

    boolean isTrust(UUID organisation) {
        return reader.one(String.class, "select kind from organisation where id = :id", Map.of("id", organisation))
                .filter("TRUST"::equals)
                .isPresent();
    }
}
