package org.trellis.alliance.register;

import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.trellis.alliance.organisation.Identifiers;
import org.trellis.alliance.organisation.OrganisationStatus;
import org.trellis.imports.ImportBatch;
import org.trellis.imports.ImportColumn;
import org.trellis.imports.ImportFault;
import org.trellis.imports.ImportLine;
import org.trellis.imports.ImportTally;

/** The register's extract of establishments: a row is applied where the register changed it since it was last applied. */
@ApplicationScoped
class EstablishmentImport extends RegisterKind {
    private static final BigDecimal ALL = BigDecimal.valueOf(100);

    private final Establishments establishments;

    EstablishmentImport(Establishments establishments) {
        this.establishments = establishments;
    }

    @Override
    public String name() {
        return RegisterFile.ESTABLISHMENTS.name();
    }

    /** A column that is left out would empty what is known, so only those may be of which nothing said changes nothing. */
    @Override
    public List<ImportColumn> columns() {
        return Stream.concat(
                        Stream.of(
                                        "URN",
                                        "LA (code)",
                                        "EstablishmentName",
                                        "TypeOfEstablishment (name)",
                                        "EstablishmentStatus (name)",
                                        "LastChangedDate",
                                        "EstablishmentNumber",
                                        "OpenDate",
                                        "CloseDate",
                                        "PhaseOfEducation (name)",
                                        "NumberOfPupils",
                                        "PercentageFSM",
                                        "UKPRN",
                                        "Street",
                                        "Locality",
                                        "Town",
                                        "County (name)",
                                        "Postcode",
                                        "UrbanRural (name)",
                                        "Easting",
                                        "Northing")
                                .map(ImportColumn::required),
                        Stream.of("Diocese (code)", "Diocese (name)").map(ImportColumn::optional))
                .toList();
    }

    /** In the order of {@link Establishments#INCOMING}. */
    @Override
    public Optional<List<String>> read(ImportLine line) {
        var urn = required(line, "URN", Identifiers.URN, "must be five or six digits");
        var authority = line.matching("LA (code)", Identifiers.LA_CODE, "must be three digits");
        var type = line.required("TypeOfEstablishment (name)");
        var status = line.coded("EstablishmentStatus (name)", EstablishmentCodes.STATUS);
        var cells = described(line, urn, authority, type == null ? "" : EstablishmentCodes.type(type), status);
        return "Welsh establishment".equals(type) ? Optional.empty() : Optional.of(cells);
    }

    private static List<String> described(
            ImportLine line, String urn, String authority, String type, OrganisationStatus status) {
        line.required("EstablishmentStatus (name)");
        line.required("LastChangedDate");
        var changed = day(line, "LastChangedDate");
        var phase = line.coded("PhaseOfEducation (name)", EstablishmentCodes.PHASE);
        var number = line.whole("EstablishmentNumber", 0, 9999);
        // "000" is the register's way to say that no authority is meant
        boolean tied = authority != null && !authority.equals("000");
        var lastDay = day(line, "CloseDate");
        var closes = lastDay != null ? lastDay.plusDays(1) : status == OrganisationStatus.CLOSED ? changed : null;
        var diocese = diocese(line.text("Diocese (code)"));
        var name = line.required("EstablishmentName");
        line.text("EstablishmentName", 200);
        return Arrays.asList(
                urn,
                name,
                tied ? authority : null,
                diocese,
                line.text("Diocese (name)", 200),
                tied && number != null ? authority + "%04d".formatted(number) : null,
                line.matching("UKPRN", Identifiers.UKPRN, "must be eight digits"),
                type,
                written(phase),
                written(EstablishmentCodes.setting(type, phase)),
                written(status),
                written(day(line, "OpenDate")),
                written(closes),
                line.text("Street", 200),
                line.text("Locality", 200),
                line.text("Town", 100),
                known(line.text("County (name)", 100)),
                Identifiers.postcode(line.text("Postcode", 10)),
                written(line.whole("Easting", 0, 700_000)),
                written(line.whole("Northing", 0, 1_300_000)),
                written(line.whole("NumberOfPupils", 0, 100_000)),
                written(line.decimal("PercentageFSM", BigDecimal.ZERO, ALL)),
                written(EstablishmentCodes.urbanRural(line.text("UrbanRural (name)"))),
                written(changed));
    }

    private static String required(ImportLine line, String column, String pattern, String expected) {
        return line.required(column) == null ? null : line.matching(column, pattern, expected);
    }

    /** Empty for one that is said to have none; null where nothing is said. The register has codes for not applicable. */
    private static String diocese(String code) {
        return code == null || code.matches(Identifiers.DIOCESE_CODE) ? code : "";
    }

    private static String known(String name) {
        return name == null || name.equals("Not recorded") ? null : name;
    }

    @Override
    public void judge(ImportBatch all) {
        establishments
                .twice(all)
                .forEach(line -> all.refuse(new ImportFault(line, "URN", "twice", "", "is in the file before")));
        establishments
                .withUnknownAuthority(all)
                .forEach(row -> all.refuse(new ImportFault(
                        row.line(),
                        "LA (code)",
                        "unknown-local-authority",
                        row.code(),
                        "is no local authority that is known here")));
    }

    @Override
    public ImportTally apply(ImportBatch batch) {
        return establishments.apply(batch);
    }

    @Override
    public ImportTally finish(ImportBatch all) {
        establishments.proposeSuccessors();
        return ImportTally.NONE;
    }
}
