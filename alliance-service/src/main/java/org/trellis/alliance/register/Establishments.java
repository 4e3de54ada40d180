package org.trellis.alliance.register;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trellis.alliance.affiliation.AffiliationFacts;
import org.trellis.alliance.organisation.OrganisationFacts;
import org.trellis.identity.Writer;
import org.trellis.imports.ImportBatch;
import org.trellis.imports.ImportTally;

/** Brings schools, their local authorities and dioceses to what the rows of the register say, a batch in a few statements. */
@ApplicationScoped
class Establishments {
    /** The columns of an organisation that the register describes, with their types. */
    private static final List<String> DESCRIBED = List.of(
            "name text",
            "laestab text",
            "ukprn text",
            "type text",
            "phase text",
            "setting text",
            "status text",
            "opens_on date",
            "closes_on date",
            "street text",
            "locality text",
            "town text",
            "county text",
            "postcode text",
            "easting int",
            "northing int",
            "roll int",
            "free_meals_share numeric(4,1)",
            "urban_rural text");

    /** The cells of a row in the order in which they were read. */
    static final List<String> INCOMING = Stream.of(
                    List.of("urn text", "name text", "la_code text", "diocese_code text", "diocese_name text"),
                    DESCRIBED.subList(1, DESCRIBED.size()),
                    List.of("changed_on date"))
            .flatMap(List::stream)
            .toList();

    private static final String ROWS = "with incoming as (select line, " + cells()
            + " from import_row where import_id = :import and line between :first and :last and not refused%s)\n";

    private static final String ALL_ROWS = ROWS.formatted("");
    private static final String NEWER_ROWS = ROWS.formatted(" and line = any(:lines)");

    private static final String IN_ITS_PLACE = """
            p.kind = 'SCHOOL' and p.status = 'CLOSED' and s.id <> p.id
                    and s.opens_on between p.closes_on - 62 and p.closes_on + 62
                    and not exists (select from organisation_link l where l.predecessor_id = p.id)""";

    record Unknown(int line, String code) {}

    private record Updated(UUID id, boolean closing) {}

    private final Writer writer;
    private final OrganisationFacts organisations;
    private final AffiliationFacts affiliations;

    Establishments(Writer writer, OrganisationFacts organisations, AffiliationFacts affiliations) {
        this.writer = writer;
        this.organisations = organisations;
        this.affiliations = affiliations;
    }

    private static String cells() {
        var names = new StringBuilder();
        for (int i = 0; i < INCOMING.size(); i++) {
            var column = INCOMING.get(i).split(" ", 2);
            names.append(i == 0 ? "" : ", ")
                    .append("cast(cells[%d] as %s) as %s".formatted(i + 1, column[1], column[0]));
        }
        return names.toString();
    }

    private static String described(String form) {
        return DESCRIBED.stream()
                .map(column -> form.formatted(column.substring(0, column.indexOf(' '))))
                .collect(Collectors.joining(", "));
    }

    List<Integer> twice(ImportBatch all) {
        return writer.list(Integer.class, ALL_ROWS + """
                select line from (select line, row_number() over (partition by urn order by line) as n from incoming) i
                where n > 1""", all.values());
    }

    List<Unknown> withUnknownAuthority(ImportBatch all) {
        return writer.list(Unknown.class, ALL_ROWS + """
                select i.line, i.la_code as code from incoming i
                where i.la_code is not null and not exists (select from authority_area a where a.code = i.la_code)
                  and not exists (select from organisation o where o.la_code = i.la_code)""", all.values());
    }

    ImportTally apply(ImportBatch batch) {
        int rows = writer.one(Integer.class, ALL_ROWS + "select count(*) from incoming", batch.values())
                .orElseThrow();
        var newer = writer.list(Integer.class, ALL_ROWS + """
                select line from incoming i left join organisation o on o.urn = i.urn
                where o.id is null or o.register_changed_on is null or i.changed_on > o.register_changed_on""", batch.values());
        if (newer.isEmpty()) {
            return new ImportTally(0, 0, rows);
        }
        var values = new HashMap<>(batch.values());
        values.put("lines", newer.toArray(Integer[]::new));
        organisations.registered(registerAuthorities(values));
        organisations.registered(registerDioceses(values));
        var registered = register(values);
        var updated = update(values);
        writer.run(NEWER_ROWS + """
                update organisation o set register_changed_on = i.changed_on
                from incoming i where o.urn = i.urn and o.register_changed_on is distinct from i.changed_on""", values);
        organisations.registered(registered);
        organisations.changed(
                updated.stream().filter(u -> !u.closing()).map(Updated::id).toList());
        organisations.closed(
                updated.stream().filter(Updated::closing).map(Updated::id).toList());
        affiliations.ended(endTies(values));
        affiliations.started(startTies(values));
        return new ImportTally(registered.size(), updated.size(), rows - registered.size() - updated.size());
    }

    /** An authority of the reference data is an organisation once a school is tied to it. */
    private List<UUID> registerAuthorities(Map<String, ?> values) {
        return writer.list(UUID.class, NEWER_ROWS + """
                insert into organisation (id, version, changed_at, kind, name, la_code, status, closes_on, invented)
                select uuidv7(), 0, now(), 'LOCAL_AUTHORITY', a.name, a.code,
                  case when a.ends_on <= today() then 'CLOSED' else 'OPEN' end, a.ends_on, false
                from (select distinct on (code) code, name, ends_on from authority_area
                      where code in (select la_code from incoming)
                      order by code, ends_on desc nulls first) a
                where not exists (select from organisation o where o.la_code = a.code)
                order by a.code on conflict do nothing returning id""", values);
    }

    private List<UUID> registerDioceses(Map<String, ?> values) {
        return writer.list(UUID.class, NEWER_ROWS + """
                insert into organisation (id, version, changed_at, kind, name, diocese_code, status, invented)
                select uuidv7(), 0, now(), 'DIOCESE', coalesce(min(diocese_name), diocese_code), diocese_code, 'OPEN', false
                from incoming i where diocese_code <> ''
                  and not exists (select from organisation o where o.diocese_code = i.diocese_code)
                group by diocese_code order by diocese_code on conflict do nothing returning id""", values);
    }

    private List<UUID> register(Map<String, ?> values) {
        return writer.list(UUID.class, NEWER_ROWS + """
                insert into organisation (id, version, changed_at, kind, urn, invented, register_changed_on, %s)
                select uuidv7(), 0, now(), 'SCHOOL', urn, false, changed_on, %s
                from incoming i where not exists (select from organisation o where o.urn = i.urn)
                order by urn on conflict do nothing returning id""".formatted(described("%s"), described("i.%s")), values);
    }

    /** The days before the register's date of the change keep the description that they had. */
    private List<Updated> update(Map<String, ?> values) {
        return writer.list(
                Updated.class,
                NEWER_ROWS + """
                update organisation o set version = o.version + 1, changed_at = now(),
                  described_from = greatest(i.changed_on, o.described_from), register_changed_on = i.changed_on, %s
                from incoming i where o.urn = i.urn and row(%s) is distinct from row(%s)
                returning o.id, new.status = 'CLOSED' and old.status <> 'CLOSED' as closing""".formatted(described("%1$s = i.%1$s"), described("o.%s"), described("i.%s")),
                values);
    }

    /** A school that closes is tied to nobody any more; one that changed authority or diocese not to the one before. */
    private List<UUID> endTies(Map<String, ?> values) {
        return writer.list(UUID.class, NEWER_ROWS + """
                update affiliation f set version = f.version + 1, changed_at = now(),
                  ends_on = greatest(f.starts_on, case i.status when 'CLOSED' then i.closes_on else i.changed_on end)
                from incoming i join organisation o on o.urn = i.urn
                  left join organisation a on a.la_code = i.la_code
                  left join organisation d on d.diocese_code = i.diocese_code
                where f.organisation_id = o.id and f.ends_on is null
                  and (i.status = 'CLOSED' or f.kind = 'LOCAL_AUTHORITY' and f.to_id is distinct from a.id
                       or f.kind = 'DIOCESE' and i.diocese_code is not null and f.to_id is distinct from d.id)
                returning f.id""", values);
    }

    private List<UUID> startTies(Map<String, ?> values) {
        return writer.list(UUID.class, NEWER_ROWS + """
                insert into affiliation (id, version, changed_at, organisation_id, to_id, kind, starts_on, ends_on)
                select uuidv7(), 0, now(), o.id, t.id, t.kind, tie.starts_on,
                  case i.status when 'CLOSED' then greatest(tie.starts_on, i.closes_on) end
                from incoming i join organisation o on o.urn = i.urn
                cross join lateral (
                  select id, kind from organisation where la_code = i.la_code
                  union all
                  select id, kind from organisation where diocese_code = i.diocese_code) t
                cross join lateral (
                  select greatest(max(f.ends_on), case when max(f.ends_on) is null then
                    least(coalesce(i.opens_on, i.changed_on), i.closes_on) end) as starts_on, count(f.id) as before,
                    count(f.id) filter (where f.ends_on is null) as open
                  from affiliation f where f.organisation_id = o.id and f.kind = t.kind) tie
                where tie.open = 0 and (i.status <> 'CLOSED' or tie.before = 0)
                returning id""", values);
    }

    /**
     * A school that closed and of which nothing says what came after: what opened about then in its place, by its number
     * within the authority, its UKPRN, or its postcode and phase. Somebody has to confirm it.
     */
    void proposeSuccessors() {
        // after a first import nobody has counted the rows yet, and a loop over all pairs looks cheap
        writer.run("set local enable_nestloop = off", Map.of());
        writer.run("""
                insert into organisation_link (id, predecessor_id, successor_id, kind, day, status)
                select distinct on (predecessor_id) uuidv7(), predecessor_id, successor_id, 'SUCCESSION', opens_on, 'PROPOSED'
                from (
                  select p.id as predecessor_id, s.id as successor_id, s.opens_on, 1 as guess
                  from organisation p join organisation s on s.laestab = p.laestab
                  where %1$s
                  union all
                  select p.id, s.id, s.opens_on, 2 from organisation p join organisation s on s.ukprn = p.ukprn
                  where %1$s
                  union all
                  select p.id, s.id, s.opens_on, 3
                  from organisation p join organisation s on s.postcode = p.postcode and s.phase = p.phase
                  where %1$s) guessed
                order by predecessor_id, guess, opens_on, successor_id
                on conflict do nothing""".formatted(IN_ITS_PLACE), Map.of());
    }
}
