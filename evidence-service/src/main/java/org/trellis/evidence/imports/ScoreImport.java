package org.trellis.evidence.imports;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.trellis.evidence.reference.Upn;
import org.trellis.evidence.submission.Drafts;
import org.trellis.identity.Reader;
import org.trellis.identity.Writer;
import org.trellis.imports.ImportBatch;
import org.trellis.imports.ImportColumn;
import org.trellis.imports.ImportFault;
import org.trellis.imports.ImportKind;
import org.trellis.imports.ImportLine;
import org.trellis.imports.ImportTally;
import org.trellis.problem.Problems;

/**
 * Scores of many schools in one file, into a draft for each school. The same score sent again replaces itself there; one
 * that counts already is left as it is.
 */
@ApplicationScoped
class ScoreImport implements ImportKind {
    static final String COLLECTION = "evidence-imports";

    private static final String PROJECT = "projectId";
    private static final String CYCLE = "cycleId";
    private static final String SCHOOL = "organisationId";
    private static final String MEASURE = "measureId";
    private static final int BATCH = 20_000;

    private static final String INCOMING = """
        with incoming as materialized (
          select r.line, c.organisation_id, cast(r.cells[1] as uuid) as cohort_id, cast(r.cells[2] as uuid) as measure_id,
                 r.cells[3] as reference, cast(r.cells[4] as jsonb) as subgroups, r.cells[at] as point,
                 cast(r.cells[at + 1] as numeric) as value, cast(r.cells[at + 2] as date) as taken_on
          from import_row r
          join cohort c on c.id = cast(r.cells[1] as uuid)
          cross join generate_series(5, cardinality(r.cells), 3) at
          where r.import_id = :import and r.line between :first and :last and not r.refused)
        """;

    private static final String SCHOOLS = """
        select distinct c.organisation_id from import_row r join cohort c on c.id = cast(r.cells[1] as uuid)
        where r.import_id = :import and r.line between :first and :last and not r.refused order by 1\
        """;

    private static final String COUNTED = INCOMING + """
        select i.line, i.point, f.submission_id,
               (f.value, f.taken_on, f.subgroups) is not distinct from (i.value, i.taken_on, i.subgroups) as same
        from incoming i join score_in_force f on f.cycle_id = :cycle and f.measure_id = i.measure_id
          and f.reference = i.reference and f.cohort_id = i.cohort_id and f.point = i.point
        where f.submission_id <> all(:drafts)\
        """;

    /** Flat, so that the planner knows how many rows there are of what. */
    private static final String PUT = """
        with written as (
          insert into draft_score
            (submission_id, revision, reference, measure_id, cohort_id, point, value, taken_on, subgroups)
          select s.id, s.revision, r.cells[3], cast(r.cells[2] as uuid), c.id, r.cells[at],
                 cast(r.cells[at + 1] as numeric), cast(r.cells[at + 2] as date), cast(r.cells[4] as jsonb)
          from import_row r
          join cohort c on c.id = cast(r.cells[1] as uuid)
          join import_draft d on d.import_id = r.import_id and d.organisation_id = c.organisation_id
          join submission s on s.id = d.submission_id
          cross join generate_series(5, cardinality(r.cells), 3) at
          where r.import_id = :import and r.line between :first and :last and not r.refused
            and r.line <> all(:refused) and (r.line || ' ' || r.cells[at]) <> all(:left)
            and c.organisation_id = any(:schools)
          order by r.line
          on conflict on constraint one_score_a_point do update
            set value = excluded.value, taken_on = excluded.taken_on, subgroups = excluded.subgroups
            where (draft_score.value, draft_score.taken_on, draft_score.subgroups) is distinct from
                  (excluded.value, excluded.taken_on, excluded.subgroups)
          returning old.submission_id is null as fresh)
        select count(*) filter (where fresh) as created, count(*) filter (where not fresh) as changed,
               (select coalesce(sum((cardinality(r.cells) - 4) / 3), 0)
                from import_row r join cohort c on c.id = cast(r.cells[1] as uuid)
                where r.import_id = :import and r.line between :first and :last and not r.refused
                  and r.line <> all(:refused) and c.organisation_id = any(:schools)) as all
        from written\
        """;

    private record Counted(int line, String point, UUID submissionId, boolean same) {}

    private record Written(int created, int changed, int all) {}

    private final Offer offer;
    private final Drafts drafts;
    private final Writer writer;

    ScoreImport(Offer offer, Drafts drafts, Writer writer) {
        this.offer = offer;
        this.drafts = drafts;
        this.writer = writer;
    }

    @Override
    public String collection() {
        return COLLECTION;
    }

    @Override
    public String name() {
        return "SCORES";
    }

    @Override
    public Charset charset() {
        return StandardCharsets.UTF_8;
    }

    @Override
    public List<ImportColumn> columns() {
        return ScoreColumns.ALL;
    }

    /** A pupil's name that nobody asked for does not come in. */
    @Override
    public boolean takesNoOtherColumns() {
        return true;
    }

    @Override
    public List<Setting> settings() {
        return List.of(
                new Setting(PROJECT, true, "Where the scores belong"),
                new Setting(CYCLE, true, "Where the scores belong"),
                new Setting(SCHOOL, false, "The school of rows that name none"),
                new Setting(MEASURE, false, "The measure of rows that name none"));
    }

    @Override
    public void check(Map<String, String> settings) {
        if (!offer.knows(id(settings, PROJECT), id(settings, CYCLE))) {
            throw Problems.referencePending(CYCLE);
        }
    }

    private static UUID id(Map<String, String> settings, String name) {
        return Optional.ofNullable(settings.get(name)).map(UUID::fromString).orElse(null);
    }

    @Override
    public boolean permitted(Reader asked) {
        return !asked.list(UUID.class, Offer.MINE, Map.of()).isEmpty();
    }

    @Override
    public Reading reading(Map<String, String> settings) {
        return new ScoreReading(offer.of(id(settings, PROJECT)), id(settings, SCHOOL), id(settings, MEASURE));
    }

    @Override
    public Optional<List<String>> read(ImportLine line) {
        throw new IllegalStateException("a row of scores is read against its project");
    }

    /** What must never come in does not go out again either. */
    @Override
    public String givenBack(String cell) {
        return Upn.isIn(cell) ? "" : cell;
    }

    @Override
    public ImportTally apply(ImportBatch batch) {
        var allowed = new HashSet<UUID>();
        offer.schools(id(batch.settings(), PROJECT)).forEach(school -> allowed.add(school.id()));
        var schools = writer.list(UUID.class, SCHOOLS, batch.values());
        var open = schools.stream()
                .filter(allowed::contains)
                .filter(school -> drafts.open(draft(batch, school)))
                .toArray(UUID[]::new);
        if (open.length < schools.size()) {
            refuseOthers(batch, open);
        }
        var counted = counted(batch, open);
        var values = new HashMap<>(batch.values());
        values.put("schools", open);
        values.put("left", counted.stream().map(c -> c.line() + " " + c.point()).toArray(String[]::new));
        values.put(
                "refused",
                counted.stream().filter(c -> !c.same()).map(Counted::line).toArray(Integer[]::new));
        var written = writer.one(Written.class, PUT, values).orElseThrow();
        return new ImportTally(
                written.created(), written.changed(), written.all() - written.created() - written.changed());
    }

    private UUID draft(ImportBatch batch, UUID school) {
        var values = Map.of("import", batch.importId(), "school", school);
        return writer.one(
                        UUID.class,
                        "select submission_id from import_draft where import_id = :import and organisation_id ="
                                + " :school",
                        values)
                .orElseGet(() -> {
                    var draft = drafts.of(school, id(batch.settings(), PROJECT), id(batch.settings(), CYCLE));
                    writer.run("""
                        insert into import_draft (import_id, organisation_id, submission_id)
                        values (:import, :school, :draft)\
                        """, Map.of("import", batch.importId(), "school", school, "draft", draft));
                    return draft;
                });
    }

    private void refuseOthers(ImportBatch batch, UUID[] schools) {
        var values = new HashMap<>(batch.values());
        values.put("schools", schools);
        writer.list(
                        Integer.class,
                        INCOMING + "select distinct line from incoming where organisation_id <> all(:schools)",
                        values)
                .forEach(line -> batch.refuse(new ImportFault(
                        line,
                        ScoreColumns.SCHOOL,
                        "not-open",
                        "",
                        "takes nothing now: its draft was handed in, or it has left the project")));
    }

    /** Scores that count already in another submission: the same are left, others are refused. */
    private List<Counted> counted(ImportBatch batch, UUID[] schools) {
        var values = new HashMap<>(batch.values());
        values.put("cycle", id(batch.settings(), CYCLE));
        values.put("schools", schools);
        if (!writer.one(Boolean.class, """
            select exists (select from submission where cycle_id = :cycle and organisation_id = any(:schools)
                           and accepted_revision is not null)\
            """, values).orElseThrow()) {
            return List.of();
        }
        values.put(
                "drafts",
                writer.list(
                                UUID.class,
                                "select submission_id from import_draft where import_id = :import",
                                Map.of("import", batch.importId()))
                        .toArray(UUID[]::new));
        var counted = writer.list(Counted.class, COUNTED, values);
        counted.stream()
                .filter(c -> !c.same())
                .forEach(c -> batch.refuse(new ImportFault(
                        c.line(),
                        ScoreColumns.REFERENCE,
                        "counts-already",
                        c.submissionId().toString(),
                        "has this measure, cohort and point in a submission that counts: amend that one")));
        return counted;
    }

    @Override
    public ImportTally finish(ImportBatch all) {
        writer.list(
                        UUID.class,
                        "select submission_id from import_draft where import_id = :import order by submission_id",
                        Map.of("import", all.importId()))
                .forEach(drafts::filled);
        return ImportTally.NONE;
    }

    @Override
    public int batchSize() {
        return BATCH;
    }
}
