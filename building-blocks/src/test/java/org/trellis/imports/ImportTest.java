package org.trellis.imports;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkiverse.resteasy.problem.HttpProblem;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;
import org.trellis.identity.OnBehalf;
import org.trellis.identity.Writer;
import org.trellis.imports.ImportView.Cause;
import org.trellis.imports.ImportView.Outcome;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "blocks"))
class ImportTest {
    private static final String WEIGHER = """
            {"issuer": "here", "subject": "weigher", "organisations": [{"id": "platform", "roles": ["weigher"]}]}""";
    private static final String NOBODY = """
            {"issuer": "here", "subject": "nobody", "organisations": []}""";

    @Inject
    Imports imports;

    @Inject
    ImportQueries queries;

    @Inject
    WeightImport kind;

    @Inject
    Writer writer;

    @BeforeEach
    void empty() {
        writer.run("delete from weight", Map.of());
    }

    private static <T> T as(String actor, Supplier<T> work) {
        return OnBehalf.call(actor, null, work);
    }

    private UUID upload(String actor, boolean dryRun, ImportMode mode, byte[] file) {
        return upload(actor, new ImportRequest(kind, ImportFormat.CSV, false, dryRun, mode), file);
    }

    private UUID upload(String actor, ImportRequest request, byte[] file) {
        return as(actor, () -> imports.receive(request, new ByteArrayInputStream(file)));
    }

    private ImportView takeJsonLines(String file) {
        var request = new ImportRequest(kind, ImportFormat.JSON_LINES, false, false, ImportMode.BEST_EFFORT);
        return done(WEIGHER, upload(WEIGHER, request, file.getBytes(StandardCharsets.UTF_8)));
    }

    private ImportView done(String actor, UUID id) {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> as(actor, () -> queries.view("weight-imports", id)), view -> view.finishedAt() != null);
    }

    private ImportView take(boolean dryRun, ImportMode mode, String file) {
        return done(WEIGHER, upload(WEIGHER, dryRun, mode, file.getBytes(StandardCharsets.UTF_8)));
    }

    private Map<String, Integer> weights() {
        record Weight(String name, int grams) {}
        return writer.list(Weight.class, "select name, grams from weight", Map.of()).stream()
                .collect(Collectors.toMap(Weight::name, Weight::grams));
    }

    private static String good(int rows) {
        return IntStream.rangeClosed(1, rows)
                .mapToObj(n -> "thing " + n + "," + n + "\n")
                .collect(Collectors.joining("", "Name,Grams\n", ""));
    }

    @Test
    void takesAFileInByHeaderNameAndLeavesASecondWithoutEffect() {
        var file =
                "Colour,Grams,Name of thing\nred,5,\"a \"\"quoted\"\"\\, tab\tand\nline\"\nblue,7,plain\ngrey,1,SKIP\n";

        var first = take(false, ImportMode.BEST_EFFORT, file);
        var second = take(false, ImportMode.BEST_EFFORT, file);

        assertEquals("DONE", first.state());
        assertEquals(new Outcome(2, 0, 0, 0), first.outcome());
        assertEquals(new Outcome(0, 0, 2, 0), second.outcome());
        assertEquals(Map.of("a \"quoted\"\\, tab\tand\nline", 5, "plain", 7), weights());
    }

    @Test
    void namesCausesAndNotRowsAndGivesTheRefusedRowsBack() {
        var view = take(
                false, ImportMode.BEST_EFFORT, good(12) + ",3\n,4\nheavy,1e9\nlight,none\nthing 1,9\nshort\n=cmd,x\n");

        assertEquals("DONE", view.state());
        assertEquals(new Outcome(12, 0, 0, 7), view.outcome());
        assertEquals(
                List.of(
                        new Cause("missing", "Name", "", "must not be empty", 2, List.of(14, 15)),
                        new Cause("no-number", "Grams", "", "must be a number from 0 to 1000000", 2, List.of(17, 20)),
                        new Cause("field-count", "", "", "has 1 fields, the header has 2", 1, List.of(19)),
                        new Cause("out-of-range", "Grams", "", "must be a number from 0 to 1000000", 1, List.of(16)),
                        new Cause("twice", "Name", "", "is in the file before", 1, List.of(18))),
                view.causes());
        var refused = as(WEIGHER, () -> queries.refusedRows("weight-imports", view.id()))
                .lines()
                .toList();
        assertEquals("line,faults,Name,Grams", refused.getFirst());
        assertEquals("14,Name must not be empty,,3", refused.get(1));
        assertEquals("20,Grams must be a number from 0 to 1000000,'=cmd,x", refused.getLast());
        assertEquals(8, refused.size());
    }

    @Test
    void takesNothingOfAFileWithAFaultWhereAllOrNothingIsAskedFor() {
        var refused = take(false, ImportMode.ALL_OR_NOTHING, good(30) + "late,none\n");
        assertEquals("REFUSED", refused.state());
        assertEquals(new Outcome(0, 0, 0, 1), refused.outcome());
        assertEquals(Map.of(), weights());

        var taken = take(false, ImportMode.ALL_OR_NOTHING, good(30));
        assertEquals("DONE", taken.state());
        assertEquals(30, weights().size());
    }

    @Test
    void triesEverythingAndKeepsNothingInADryRun() {
        var view = take(true, ImportMode.BEST_EFFORT, good(25) + "thing 3,4\n");

        assertEquals("DONE", view.state());
        assertEquals(new Outcome(25, 0, 0, 1), view.outcome());
        assertEquals(25, view.progress().applied());
        assertEquals(Map.of(), weights());
    }

    @Test
    void goesOnWhereAStepWasCutOff() {
        kind.cutOffAfter.set(2);

        var view = take(false, ImportMode.BEST_EFFORT, good(45));

        assertTrue(kind.cutOffAfter.get() < 0, "a step was cut off");
        assertEquals(new Outcome(45, 0, 0, 0), view.outcome());
        assertEquals(45, view.progress().applied());
        assertEquals(45, weights().size());
    }

    @Test
    void readsTheKindsEncodingUnlessTheFileSaysAnother() {
        var plain = "Name,Grams\ncaf\u00e9,1\n".getBytes(Charset.forName("windows-1252"));
        var marked = "\ufeffName,Grams\n\u0142ak\u0105,2\n".getBytes(StandardCharsets.UTF_8);
        var broken = new byte[] {'N', 'a', 'm', 'e', ',', 'G', 'r', 'a', 'm', 's', '\n', (byte) 0x81, ',', '1', '\n'};

        done(WEIGHER, upload(WEIGHER, false, ImportMode.BEST_EFFORT, plain));
        done(WEIGHER, upload(WEIGHER, false, ImportMode.BEST_EFFORT, marked));
        var view = done(WEIGHER, upload(WEIGHER, false, ImportMode.BEST_EFFORT, broken));

        assertEquals(Map.of("caf\u00e9", 1, "\u0142ak\u0105", 2), weights());
        assertEquals("undecodable", view.causes().getFirst().code());
    }

    @Test
    void takesJsonLinesInAsTheSameRowsAsCsv() {
        var view = takeJsonLines("""
                \ufeff{"Name": "a \\"quoted\\",\\nline", "Grams": 5, "Colour": ["red"]}

                {"Grams": "7", "Name of thing": "caf\u00e9"}\r
                {"Name": "exact", "Grams": 1e3}""");

        assertEquals(new Outcome(3, 0, 0, 0), view.outcome());
        assertEquals(Map.of("a \"quoted\",\nline", 5, "caf\u00e9", 7, "exact", 1000), weights());
        assertEquals(
                new Outcome(0, 0, 1, 0),
                take(false, ImportMode.BEST_EFFORT, "Name,Grams\nexact,1000\n").outcome());
    }

    @Test
    void namesWhatIsWrongWithJsonLinesAndGivesThemBack() {
        var view = takeJsonLines("""
                {"Name": "good", "Grams": 1}
                {"Name": "no weight"}
                {"Name": "empty", "Grams": null}
                {"Name": ["nested"], "Grams": 1}
                {"Name": "twice", "Name": "in one", "Grams": 1}
                {"Name": "cut
                [1]
                {"Name": "good", "Grams": 2}
                """);

        assertEquals(new Outcome(1, 0, 0, 7), view.outcome());
        assertEquals(
                Map.of(
                        "broken-json", List.of(5, 6, 7),
                        "missing", List.of(3),
                        "missing-column", List.of(2),
                        "no-cell", List.of(4),
                        "twice", List.of(8)),
                view.causes().stream().collect(Collectors.toMap(Cause::code, Cause::lines)));
        var refused = as(WEIGHER, () -> queries.refusedRows("weight-imports", view.id()))
                .lines()
                .toList();
        assertEquals("line,faults,row", refused.getFirst());
        assertEquals("6,must be a JSON object that has each name once,\"{\"\"Name\"\": \"\"cut\"", refused.get(5));
        assertEquals(
                "too-long-line",
                takeJsonLines("x".repeat(1 << 21)).causes().getFirst().code());
    }

    @Test
    void refusesAFileThatIsAnotherOne() {
        assertEquals(
                List.of("missing-column"),
                take(false, ImportMode.BEST_EFFORT, "Name,Ounces\na,1\n").causes().stream()
                        .map(Cause::code)
                        .toList());
        assertEquals(
                "REFUSED",
                take(false, ImportMode.BEST_EFFORT, "Name,Grams\n\"a,1\n").state());
        var nothing =
                assertThrows(HttpProblem.class, () -> upload(WEIGHER, false, ImportMode.BEST_EFFORT, new byte[0]));
        assertEquals(400, nothing.getStatusCode());
    }

    @Test
    void refusesAJobWhoseUploaderMayNotAnyMoreAndShowsItToNobodyElse() {
        byte[] file = good(3).getBytes(StandardCharsets.UTF_8);
        var refused = assertThrows(HttpProblem.class, () -> upload(NOBODY, false, ImportMode.BEST_EFFORT, file));
        assertEquals(403, refused.getStatusCode());
        kind.permissions.set(1);
        var id = upload(WEIGHER, false, ImportMode.BEST_EFFORT, file);

        var view = done(WEIGHER, id);
        kind.permissions.set(Integer.MAX_VALUE);

        assertEquals("REFUSED", view.state());
        assertEquals("no-longer-permitted", view.causes().getFirst().code());
        assertEquals(Map.of(), weights());
        assertThrows(HttpProblem.class, () -> as(NOBODY, () -> queries.view("weight-imports", id)));
        assertThrows(HttpProblem.class, () -> as(WEIGHER, () -> queries.view("other-imports", id)));
        assertThrows(HttpProblem.class, () -> as(WEIGHER, () -> queries.refusedRows("weight-imports", id)));
    }

    @Test
    void givesRefusedRowsToNobodyWhoMayNotImportThemAnyMore() {
        var view = take(false, ImportMode.BEST_EFFORT, "Name,Grams\na,1\nb,heavy\n");
        kind.permissions.set(0);
        var refused = assertThrows(
                HttpProblem.class, () -> as(WEIGHER, () -> queries.refusedRows("weight-imports", view.id())));
        kind.permissions.set(Integer.MAX_VALUE);

        assertEquals(403, refused.getStatusCode());
        assertEquals(
                2,
                as(WEIGHER, () -> queries.refusedRows("weight-imports", view.id()))
                        .lines()
                        .count());
    }

    /** What its uploader's token said is known for the moment of the upload alone. */
    @Test
    void takesNothingInWithATokenOfAnotherDay() {
        var id = UUID.randomUUID();
        writer.run(
                """
                with job as (
                  insert into import_job (id, collection, kind, format, complete, state, step, dry_run, mode, issuer,
                                          subject, actor, submitted_at)
                  select :id, 'weight-imports', :kind, 'CSV', false, 'QUEUED', 'READ', false, 'BEST_EFFORT',
                         a.actor ->> 'issuer', a.actor ->> 'subject', a.actor, now() - interval '25 hours'
                  from (select cast(:actor as jsonb) as actor) a),
                progress as (insert into import_progress (import_id) values (:id))
                insert into import_chunk (import_id, number, bytes) values (:id, 0, :bytes)""",
                Map.of(
                        "id",
                        id,
                        "kind",
                        kind.name(),
                        "actor",
                        WEIGHER,
                        "bytes",
                        "Name,Grams\nlate,1\n".getBytes(StandardCharsets.UTF_8)));
        var view = done(WEIGHER, id);

        assertEquals("REFUSED", view.state());
        assertEquals("no-longer-permitted", view.causes().getFirst().code());
        assertFalse(weights().containsKey("late"));
    }

    @Test
    void takesNoMoreOfACallerWhileTwentyWait() {
        try {
            writer.run("""
                    insert into import_job (id, collection, kind, format, complete, state, step, dry_run, mode, issuer,
                                            subject, actor)
                    select gen_random_uuid(), 'weight-imports', 'OF_NOBODY', 'CSV', false, 'QUEUED', 'READ', false,
                           'BEST_EFFORT', a.actor ->> 'issuer', a.actor ->> 'subject', a.actor
                    from (select cast(:actor as jsonb) as actor) a, generate_series(1, 20)""", Map.of("actor", WEIGHER));

            var refused = assertThrows(HttpProblem.class, () -> take(false, ImportMode.BEST_EFFORT, good(1)));

            assertEquals(429, refused.getStatusCode());
            assertEquals(Map.of(), weights());
            writer.run(
                    "delete from import_job where id = (select id from import_job where kind = 'OF_NOBODY' limit 1)",
                    Map.of());
            assertEquals("DONE", take(false, ImportMode.BEST_EFFORT, good(1)).state());
        } finally {
            writer.run("delete from import_job where kind = 'OF_NOBODY'", Map.of());
        }
    }

    @Test
    void forgetsAnUploadThatBreaksOff() {
        var broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("the caller is gone");
            }
        };
        assertThrows(
                UncheckedIOException.class,
                () -> as(
                        WEIGHER,
                        () -> imports.receive(
                                new ImportRequest(kind, ImportFormat.CSV, false, false, ImportMode.BEST_EFFORT),
                                broken)));

        assertEquals(
                0,
                writer.one(Integer.class, "select count(*) from import_job where state = 'RECEIVING'", Map.of())
                        .orElseThrow());
    }

    @Test
    void keepsNeitherFileNorRowsWhenDone() {
        var view = take(false, ImportMode.BEST_EFFORT, good(3));

        assertNull(view.refusedRows());
        assertEquals(0, writer.one(Integer.class, """
                                select (select count(*) from import_chunk where import_id = :id)
                                     + (select count(*) from import_row where import_id = :id)""", Map.of("id", view.id())).orElseThrow());
    }
}
