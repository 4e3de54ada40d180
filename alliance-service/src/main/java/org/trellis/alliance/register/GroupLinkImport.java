package org.trellis.alliance.register;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.trellis.alliance.affiliation.AffiliationFacts;
import org.trellis.alliance.organisation.Identifiers;
import org.trellis.identity.Writer;
import org.trellis.imports.ImportBatch;
import org.trellis.imports.ImportColumn;
import org.trellis.imports.ImportFault;
import org.trellis.imports.ImportLine;
import org.trellis.imports.ImportTally;

/** The register's extract of who is in which group since when: a school's tie to its trust or federation. */
@ApplicationScoped
class GroupLinkImport extends RegisterKind {
    private static final String ROWS = """
            select line, cells[1] as urn, cells[2] as uid, cells[3]::date as joined, cells[4] as kind
            from import_row where import_id = :import and line between :first and :last and not refused""";

    /** Every row with the two organisations, and the day from which the tie can hold beside what was before. */
    private static final String TIES = """
            with incoming as (
              select r.line, o.id as organisation_id, g.id as to_id, r.kind,
                greatest(r.joined, (select max(f.ends_on) from affiliation f
                  where f.organisation_id = o.id and f.kind = r.kind and f.ends_on is not null
                    and not (f.to_id = g.id and f.starts_on = r.joined))) as starts_on
              from (%s) r join organisation o on o.urn = r.urn join organisation g on g.uid = r.uid),
            wanted as (
              select * from incoming i where not exists (select from affiliation f
                where f.organisation_id = i.organisation_id and f.kind = i.kind and f.to_id = i.to_id
                  and f.starts_on = i.starts_on))
            """.formatted(ROWS);

    /** Ties of today to groups that the register has, which none of the rows names. */
    private static final String MISSING = """
            update affiliation f set version = f.version + 1, changed_at = now(), ends_on = today()
            from organisation o, organisation g
            where o.id = f.organisation_id and g.id = f.to_id and o.urn is not null and g.uid is not null
              and not o.invented and not g.invented and f.kind in ('TRUST', 'FEDERATION')
              and f.starts_on <= today() and (f.ends_on is null or f.ends_on > today())
              and not exists (select from (%s) r where r.urn = o.urn and r.uid = g.uid and r.kind = f.kind)
            returning f.id""".formatted(ROWS);

    private record Unknown(int line, String column, String subject) {}

    private final Writer writer;
    private final AffiliationFacts affiliations;

    GroupLinkImport(Writer writer, AffiliationFacts affiliations) {
        this.writer = writer;
        this.affiliations = affiliations;
    }

    @Override
    public String name() {
        return RegisterFile.GROUP_LINKS.name();
    }

    @Override
    public List<ImportColumn> columns() {
        return List.of(
                ImportColumn.required("URN"),
                ImportColumn.required("Group UID"),
                ImportColumn.required("Joined date"),
                ImportColumn.required("Group Type", "Group Type (name)"));
    }

    @Override
    public Optional<List<String>> read(ImportLine line) {
        var kind = GroupImport.TYPES.get(String.valueOf(line.required("Group Type")));
        line.required("URN");
        line.required("Group UID");
        line.required("Joined date");
        var cells = Arrays.asList(
                line.matching("URN", Identifiers.URN, "must be five or six digits"),
                line.matching("Group UID", Identifiers.UID, "must be one to six digits"),
                written(day(line, "Joined date")),
                switch (kind) {
                    case TRUST -> "TRUST";
                    case null, default -> "FEDERATION";
                });
        return kind == null ? Optional.empty() : Optional.of(cells);
    }

    @Override
    public void judge(ImportBatch all) {
        writer.list(Unknown.class, """
                        select line, 'URN' as "column", urn as subject from (%1$s) r
                        where not exists (select from organisation o where o.urn = r.urn)
                        union all
                        select line, 'Group UID', uid from (%1$s) r
                        where not exists (select from organisation o where o.uid = r.uid)""".formatted(ROWS), all.values())
                .forEach(u -> all.refuse(new ImportFault(
                        u.line(), u.column(), "unknown-organisation", u.subject(), "is not known here")));
        writer.list(Integer.class, """
                        select line from (select line, row_number() over (partition by urn, kind order by line) as n
                          from (%s) r) i where n > 1""".formatted(ROWS), all.values())
                .forEach(line -> all.refuse(
                        new ImportFault(line, "URN", "twice", "", "is in another group of this kind before")));
    }

    @Override
    public ImportTally apply(ImportBatch batch) {
        int rows = batch.rows().size();
        // the register corrects a day, or another group takes over on the day on which the school joins it
        var moved = writer.list(UUID.class, TIES + """
                update affiliation f set version = f.version + 1, changed_at = now(), starts_on = w.starts_on
                from wanted w where f.organisation_id = w.organisation_id and f.kind = w.kind and f.to_id = w.to_id
                  and f.ends_on is null
                returning f.id""", batch.values());
        var ended = writer.list(UUID.class, TIES + """
                update affiliation f set version = f.version + 1, changed_at = now(),
                  ends_on = greatest(f.starts_on, w.starts_on)
                from wanted w where f.organisation_id = w.organisation_id and f.kind = w.kind and f.to_id <> w.to_id
                  and f.ends_on is null
                returning f.id""", batch.values());
        var started = writer.list(UUID.class, TIES + """
                insert into affiliation (id, version, changed_at, organisation_id, to_id, kind, starts_on)
                select uuidv7(), 0, now(), organisation_id, to_id, kind, starts_on from wanted returning id""", batch.values());
        affiliations.ended(ended);
        affiliations.started(moved);
        affiliations.started(started);
        return new ImportTally(started.size(), moved.size(), rows - started.size() - moved.size());
    }

    @Override
    public boolean endsWhatIsMissing() {
        return true;
    }

    /** The register does not say since when a school is out of a group, so the tie ends today. */
    @Override
    public ImportTally finish(ImportBatch all) {
        if (!all.complete()) {
            return ImportTally.NONE;
        }
        var ended = writer.list(UUID.class, MISSING, all.values());
        affiliations.ended(ended);
        return new ImportTally(0, ended.size(), 0);
    }
}
