package org.trellis.project.bundle;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.trellis.identity.Reader;
import org.trellis.imports.ImportBatch;
import org.trellis.imports.ImportColumn;
import org.trellis.imports.ImportFault;
import org.trellis.imports.ImportKind;
import org.trellis.imports.ImportLine;
import org.trellis.imports.ImportTally;

/**
 * Projects with their measures, the schools that are invited and their cohorts, as one bundle: a row each, in any order.
 * Rows belong together by the project's key, which the uploader chooses, and the school.
 */
@ApplicationScoped
class BundleImport implements ImportKind {
    static final String COLLECTION = "project-imports";

    private static final Map<String, BundleKind> KINDS =
            EnumSet.allOf(BundleKind.class).stream().collect(Collectors.toMap(Enum::name, Function.identity()));
    private static final String SCHOOL = "(urn|uid|la):[0-9]+|[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}";

    private final BundleRow row;
    private final BundleFaults faults;
    private final BundleKeeping keeping;

    BundleImport(BundleRow row, BundleFaults faults, BundleKeeping keeping) {
        this.row = row;
        this.faults = faults;
        this.keeping = keeping;
    }

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public String name() {
        return "PROJECTS";
    }

    @Override
    public Charset charset() {
        return StandardCharsets.UTF_8;
    }

    @Override
    public List<ImportColumn> columns() {
        return Stream.concat(
                        Stream.of(
                                ImportColumn.required("kind"),
                                ImportColumn.required("project"),
                                ImportColumn.optional("organisation")),
                        Arrays.stream(BundleColumn.values()).map(column -> ImportColumn.optional(column.header())))
                .toList();
    }

    /** Whoever speaks for an organisation; for each project it is asked what they are at its alliance. */
    @Override
    public boolean permitted(Reader reader) {
        return reader.one(Boolean.class, "select actor_reads_directory()", Map.of())
                .orElseThrow();
    }

    @Override
    public Optional<List<String>> read(ImportLine line) {
        line.required("kind");
        line.required("project");
        var kind = line.coded("kind", KINDS);
        var key = line.text("project", 100);
        var school = line.matching("organisation", SCHOOL, "must be an id, or a register's such as urn:100001");
        if (kind == null) {
            return Optional.of(List.of(""));
        }
        if (kind.ofASchool() != (school != null) && !line.refused()) {
            line.refuse(
                    "organisation",
                    kind.ofASchool() ? "missing" : "not-of-this-kind",
                    (kind.ofASchool() ? "must not be empty" : "must be empty") + " in a row of kind " + kind);
        }
        return Optional.of(Arrays.asList(kind.name(), key, school, row.read(kind, line)));
    }

    @Override
    public void judge(ImportBatch all) {
        faults.of(all).forEach(all::refuse);
    }

    /** Projects with their measures; what belongs to them comes when all are there. */
    @Override
    public ImportTally apply(ImportBatch batch) {
        return keeping.projects(batch);
    }

    /** As the projects are now, which nobody moves meanwhile. */
    @Override
    public ImportTally finish(ImportBatch all) {
        keeping.hold(all);
        var faults = this.faults.ofLives(all, List.of());
        faults.forEach(all::refuse);
        var refused = faults.stream().map(ImportFault::line).distinct().toArray(Integer[]::new);
        return keeping.participations(all, refused).plus(keeping.cohorts(all, refused));
    }
}
