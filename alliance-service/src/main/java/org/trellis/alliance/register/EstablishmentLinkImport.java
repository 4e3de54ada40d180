package org.trellis.alliance.register;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.trellis.alliance.organisation.Identifiers;
import org.trellis.alliance.organisation.LinkKind;
import org.trellis.alliance.organisation.OrganisationFacts;
import org.trellis.identity.Writer;
import org.trellis.imports.ImportBatch;
import org.trellis.imports.ImportColumn;
import org.trellis.imports.ImportFault;
import org.trellis.imports.ImportLine;
import org.trellis.imports.ImportTally;

/** The register's extract of links between establishments: what came from what. Each stands there from both ends. */
@ApplicationScoped
class EstablishmentLinkImport extends RegisterKind {
    private static final String ROWS = """
            select line, cells[1] as predecessor, cells[2] as successor, cells[3] as kind, cells[4]::date as day
            from import_row where import_id = :import and line between :first and :last and not refused""";

    private record Unknown(int line, String column, String subject) {}

    private record Ends(UUID predecessorId, UUID successorId) {}

    private final Writer writer;
    private final OrganisationFacts organisations;

    EstablishmentLinkImport(Writer writer, OrganisationFacts organisations) {
        this.writer = writer;
        this.organisations = organisations;
    }

    @Override
    public String name() {
        return RegisterFile.ESTABLISHMENT_LINKS.name();
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(
                ImportColumn.required("URN"),
                ImportColumn.required("LinkURN"),
                ImportColumn.required("LinkType"),
                ImportColumn.optional("LinkEstablishedDate"));
    }

    /** Types that tell of no succession, such as a shared sixth form, are none of this import's business. */
    @Override
    public Optional<List<String>> read(ImportLine line) {
        var type = String.valueOf(line.required("LinkType"));
        line.required("URN");
        line.required("LinkURN");
        var urn = line.matching("URN", Identifiers.URN, "must be five or six digits");
        var other = line.matching("LinkURN", Identifiers.URN, "must be five or six digits");
        if (urn != null && urn.equals(other)) {
            line.refuse("LinkURN", "linked-to-itself", "is the establishment itself");
        }
        boolean later = type.startsWith("Successor");
        var cells = Arrays.asList(
                later ? urn : other,
                later ? other : urn,
                kind(type).name(),
                written(day(line, "LinkEstablishedDate")),
                later ? "URN" : "LinkURN");
        return later || type.startsWith("Predecessor") || type.startsWith("Merged")
                ? Optional.of(cells)
                : Optional.empty();
    }

    private static LinkKind kind(String type) {
        return type.contains("erged") || type.contains("amalgamated")
                ? LinkKind.MERGER
                : type.contains("Split") ? LinkKind.SPLIT : LinkKind.SUCCESSION;
    }

    @Override
    public void judge(ImportBatch all) {
        writer.list(Unknown.class, """
                        select line, cells[5] as "column", cells[1] as subject from import_row r
                        where import_id = :import and line between :first and :last and not refused
                          and not exists (select from organisation o where o.urn = r.cells[1])
                        union all
                        select line, case cells[5] when 'URN' then 'LinkURN' else 'URN' end, cells[2] from import_row r
                        where import_id = :import and line between :first and :last and not refused
                          and not exists (select from organisation o where o.urn = r.cells[2])""", all.values())
                .forEach(u -> all.refuse(new ImportFault(
                        u.line(), u.column(), "unknown-organisation", u.subject(), "is not known here")));
    }

    @Override
    public ImportTally apply(ImportBatch batch) {
        int rows = batch.rows().size();
        var ends = writer.list(Ends.class, """
                with incoming as (
                  select distinct on (least(p.id, s.id), greatest(p.id, s.id)) p.id as predecessor_id,
                    s.id as successor_id, r.kind, r.day
                  from (%s) r join organisation p on p.urn = r.predecessor join organisation s on s.urn = r.successor
                  order by least(p.id, s.id), greatest(p.id, s.id), r.line)
                insert into organisation_link as l (id, predecessor_id, successor_id, kind, day, status)
                select uuidv7(), predecessor_id, successor_id, kind, day, 'CONFIRMED' from incoming
                on conflict (least(predecessor_id, successor_id), greatest(predecessor_id, successor_id))
                do update set predecessor_id = excluded.predecessor_id, successor_id = excluded.successor_id,
                  kind = excluded.kind, day = excluded.day, status = 'CONFIRMED'
                where l.status <> 'CONFIRMED'
                returning predecessor_id, successor_id""".formatted(ROWS), batch.values());
        var told = ends.stream()
                .flatMap(end -> List.of(end.predecessorId(), end.successorId()).stream())
                .distinct()
                .toList();
        writer.run(
                "update organisation set version = version + 1, changed_at = now() where id = any(:ids)",
                Map.of("ids", told.toArray(UUID[]::new)));
        organisations.changed(told);
        return new ImportTally(ends.size(), 0, rows - ends.size());
    }

    /** What the register says settles what was only proposed. */
    @Override
    public ImportTally finish(ImportBatch all) {
        writer.run("""
                update organisation_link p set status = 'REJECTED' where p.status = 'PROPOSED' and exists (
                  select from organisation_link c where c.predecessor_id = p.predecessor_id and c.status = 'CONFIRMED')""", Map.of());
        return ImportTally.NONE;
    }
}
