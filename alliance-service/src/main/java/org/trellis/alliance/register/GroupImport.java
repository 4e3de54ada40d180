package org.trellis.alliance.register;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.trellis.alliance.organisation.Identifiers;
import org.trellis.alliance.organisation.OrganisationFacts;
import org.trellis.alliance.organisation.OrganisationKind;
import org.trellis.identity.Writer;
import org.trellis.imports.ImportBatch;
import org.trellis.imports.ImportColumn;
import org.trellis.imports.ImportFault;
import org.trellis.imports.ImportLine;
import org.trellis.imports.ImportTally;

/** The register's extract of groups: its trusts and federations. It does not say since when; what is new is so today. */
@ApplicationScoped
class GroupImport extends RegisterKind {
    static final Map<String, OrganisationKind> TYPES = Map.of(
            "Multi-academy trust", OrganisationKind.TRUST,
            "Single-academy trust", OrganisationKind.TRUST,
            "Secure single-academy trust", OrganisationKind.TRUST,
            "Federation", OrganisationKind.OTHER);

    private static final String DESCRIBED = """
            name, group_id, company_number, ukprn, status, opens_on, closes_on, street, locality, town, county, postcode""";

    private static final String INCOMING = """
            with incoming as (
              select line, cells[1] as uid, cells[2] as kind, cells[3] as name, cells[4] as group_id,
                cells[5] as company_number, cells[6] as ukprn, cells[7] as status, cells[8]::date as opens_on,
                cells[9]::date as closes_on, cells[10] as street, cells[11] as locality, cells[12] as town,
                cells[13] as county, cells[14] as postcode
              from import_row where import_id = :import and line between :first and :last and not refused)
            """;

    private record Updated(UUID id, boolean closing) {}

    private final Writer writer;
    private final OrganisationFacts organisations;

    GroupImport(Writer writer, OrganisationFacts organisations) {
        this.writer = writer;
        this.organisations = organisations;
    }

    @Override
    public String name() {
        return RegisterFile.GROUPS.name();
    }

    /** All of them, for what an extract does not name would be taken for empty. */
    @Override
    public List<ImportColumn> columns() {
        return List.of(
                ImportColumn.required("Group UID"),
                ImportColumn.required("Group Name"),
                ImportColumn.required("Group Type", "Group Type (name)"),
                ImportColumn.required("Group ID"),
                ImportColumn.required("Companies House Number"),
                ImportColumn.required("UKPRN"),
                ImportColumn.required("Incorporated on (open date)", "Open date"),
                ImportColumn.required("Closed Date"),
                ImportColumn.required("Group Contact Street"),
                ImportColumn.required("Group Contact Locality"),
                ImportColumn.required("Group Contact Town"),
                ImportColumn.required("Group Contact County"),
                ImportColumn.required("Group Contact Postcode"));
    }

    @Override
    public Optional<List<String>> read(ImportLine line) {
        var kind = TYPES.get(String.valueOf(line.required("Group Type")));
        line.required("Group UID");
        line.required("Group Name");
        var closed = day(line, "Closed Date");
        var groupId = line.text("Group ID");
        var company = line.text("Companies House Number");
        var cells = Arrays.asList(
                line.matching("Group UID", Identifiers.UID, "must be one to six digits"),
                written(kind),
                line.text("Group Name", 200),
                groupId == null || kind != OrganisationKind.TRUST ? null : groupId(line),
                company == null ? null : "0".repeat(Math.max(0, 8 - company.length())) + company,
                line.matching("UKPRN", Identifiers.UKPRN, "must be eight digits"),
                closed == null ? "OPEN" : "CLOSED",
                written(day(line, "Incorporated on (open date)")),
                closed == null ? null : closed.plusDays(1).toString(),
                line.text("Group Contact Street", 200),
                line.text("Group Contact Locality", 200),
                line.text("Group Contact Town", 100),
                line.text("Group Contact County", 100),
                Identifiers.postcode(line.text("Group Contact Postcode", 10)));
        return kind == null ? Optional.empty() : Optional.of(cells);
    }

    private static String groupId(ImportLine line) {
        return line.matching("Group ID", Identifiers.GROUP_ID, "must be TR and five digits");
    }

    @Override
    public void judge(ImportBatch all) {
        writer.list(Integer.class, INCOMING + """
                        select line from (select line, row_number() over (partition by uid order by line) as n from incoming) i
                        where n > 1""", all.values())
                .forEach(line -> all.refuse(new ImportFault(line, "Group UID", "twice", "", "is in the file before")));
    }

    @Override
    public ImportTally apply(ImportBatch batch) {
        int rows = batch.rows().size();
        var registered = writer.list(UUID.class, INCOMING + """
                insert into organisation (id, version, changed_at, kind, uid, invented, %1$s)
                select uuidv7(), 0, now(), kind, uid, false, %1$s
                from incoming i where not exists (select from organisation o where o.uid = i.uid)
                order by uid on conflict (uid) do nothing returning id""".formatted(DESCRIBED), batch.values());
        var updated = writer.list(Updated.class, INCOMING + """
                update organisation o set version = o.version + 1, changed_at = now(),
                  described_from = greatest(today(), o.described_from), (%1$s) = row(%2$s)
                from incoming i where o.uid = i.uid and row(%3$s) is distinct from row(%2$s)
                returning o.id, new.status = 'CLOSED' and old.status <> 'CLOSED' as closing""".formatted(DESCRIBED, of("i"), of("o")), batch.values());
        organisations.registered(registered);
        var changed = new ArrayList<UUID>();
        var closed = new ArrayList<UUID>();
        updated.forEach(update -> (update.closing() ? closed : changed).add(update.id()));
        organisations.changed(changed);
        organisations.closed(closed);
        return new ImportTally(registered.size(), updated.size(), rows - registered.size() - updated.size());
    }

    private static String of(String alias) {
        return alias + "." + DESCRIBED.strip().replaceAll(",\\s+", ", " + alias + ".");
    }
}
