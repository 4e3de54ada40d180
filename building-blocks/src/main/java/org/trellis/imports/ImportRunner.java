package org.trellis.imports;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;
import org.trellis.identity.OnBehalf;
import org.trellis.identity.Reader;
import org.trellis.identity.Writer;
import org.trellis.imports.ImportJob.Step;

/** Does the next step of the oldest job that nobody holds, in one transaction that holds the job. */
@ApplicationScoped
class ImportRunner {
    private static final Logger LOG = Logger.getLogger(ImportRunner.class);
    private static final int MOST_FAILURES = 5;
    private static final int AN_HOUR = (int) Duration.ofHours(1).toSeconds();

    /** Takes back what a transaction did, and keeps what it found. */
    private static final class TakenBack extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient ImportTally tally;

        TakenBack(ImportTally tally) {
            super("taken back on purpose", null, false, false);
            this.tally = tally;
        }
    }

    private final Writer writer;
    private final Reader reader;
    private final ImportFile file;
    private final ImportFaults faults;
    private final Map<String, ImportKind> kinds;
    private final MeterRegistry metrics;

    ImportRunner(
            Writer writer,
            Reader reader,
            ImportFile file,
            ImportFaults faults,
            @All List<ImportKind> kinds,
            MeterRegistry metrics) {
        this.writer = writer;
        this.reader = reader;
        this.file = file;
        this.faults = faults;
        this.kinds = kinds.stream().collect(Collectors.toMap(ImportKind::name, Function.identity()));
        this.metrics = metrics;
    }

    /** @return false where there was nothing to do */
    boolean step() {
        var held = new ImportJob[1];
        try {
            return QuarkusTransaction.requiringNew().timeout(AN_HOUR).call(() -> {
                claim().ifPresent(job -> {
                    held[0] = job;
                    OnBehalf.call(job.actor(), "import " + job.id(), () -> run(job));
                });
                return held[0] != null;
            });
        } catch (TakenBack e) {
            QuarkusTransaction.requiringNew().run(() -> next(held[0].id(), Step.CLOSE, e.tally));
            return true;
        } catch (RuntimeException e) {
            LOG.errorf(e, "import %s waits", held[0] == null ? "of anybody" : held[0].id());
            failed(held[0]);
            return false;
        }
    }

    private Optional<ImportJob> claim() {
        // commands keep one plan for all; that for the first batch, of an empty table, would be the worst for the last
        writer.run("set local plan_cache_mode = auto", Map.of());
        return writer.one(ImportJob.class, """
                update import_job set state = 'RUNNING', started_at = coalesce(started_at, now())
                where id = (select id from import_job where state in ('QUEUED', 'RUNNING') and kind = any(:kinds)
                            order by submitted_at, id limit 1 for no key update skip locked)
                returning id, kind, format, complete, dry_run, mode, step, settings, actor::text as actor, position,
                  submitted_at < now() - interval '1 day' as late""", Map.of("kinds", kinds.keySet().toArray(String[]::new)));
    }

    private Void run(ImportJob job) {
        var kind = kinds.get(job.kind());
        if (job.late() || !kind.permitted(reader)) {
            var message =
                    job.late() ? "the upload was a day ago: send the file again" : "the uploader may not any more";
            faults.keep(job.id(), List.of(new ImportFault(0, "", "no-longer-permitted", "", message)));
            end(job.id(), "REFUSED");
            return null;
        }
        switch (job.step()) {
            case READ -> read(job, kind);
            case JUDGE -> {
                judge(job, kind);
                next(job.id(), Step.APPLY, ImportTally.NONE);
            }
            case APPLY -> apply(job, kind);
            case FINISH -> next(job.id(), Step.CLOSE, finish(job, kind));
            case WHOLE -> whole(job, kind);
            case CLOSE -> close(job, kind);
        }
        return null;
    }

    private void read(ImportJob job, ImportKind kind) {
        if (file.read(job, kind)) {
            // thousands of rows that PostgreSQL has never counted would be planned as dozens
            writer.run("analyze import_row", Map.of());
            next(job.id(), job.whole() ? Step.WHOLE : Step.JUDGE, ImportTally.NONE);
        } else {
            end(job.id(), "REFUSED");
        }
    }

    private void judge(ImportJob job, ImportKind kind) {
        var all = all(job);
        kind.judge(all);
        faults.keep(job.id(), all.faults());
    }

    private ImportTally finish(ImportJob job, ImportKind kind) {
        var all = all(job);
        var tally = kind.finish(all);
        faults.keep(job.id(), all.faults());
        return tally;
    }

    private void apply(ImportJob job, ImportKind kind) {
        var last = lastOfBatch(job.id(), job.position(), kind.batchSize());
        if (last.isEmpty()) {
            next(job.id(), Step.FINISH, ImportTally.NONE);
        } else {
            next(job.id(), Step.APPLY, apply(job, kind, job.position(), last.get()));
            writer.run(
                    "update import_job set position = :last where id = :id",
                    Map.of("id", job.id(), "last", last.get()));
        }
    }

    private ImportTally apply(ImportJob job, ImportKind kind, int position, int last) {
        var batch = new ImportBatch(job.id(), job.complete(), position + 1, last, job.settings(), writer);
        var tally = kind.apply(batch);
        faults.keep(job.id(), batch.faults());
        int rows = tally.created() + tally.changed() + tally.unchanged();
        metrics.counter("import.rows", "kind", kind.name()).increment(rows);
        var progress = job.whole() ? QuarkusTransaction.requiringNew() : QuarkusTransaction.joiningExisting();
        progress.run(() -> writer.run(
                "update import_progress set rows_applied = case :position when 0 then 0 else rows_applied end + :rows "
                        + "where import_id = :id",
                Map.of("id", job.id(), "rows", rows, "position", position)));
        return tally;
    }

    /** Everything or nothing, and for a dry run nothing. */
    private void whole(ImportJob job, ImportKind kind) {
        judge(job, kind);
        var tally = ImportTally.NONE;
        int position = 0;
        for (var last = lastOfBatch(job.id(), 0, kind.batchSize());
                last.isPresent();
                last = lastOfBatch(job.id(), position, kind.batchSize())) {
            tally = tally.plus(apply(job, kind, position, last.get()));
            position = last.get();
        }
        tally = tally.plus(finish(job, kind));
        if (job.dryRun()) {
            throw new TakenBack(tally);
        }
        if (faults.any(job.id())) {
            throw new TakenBack(ImportTally.NONE);
        }
        next(job.id(), Step.CLOSE, tally);
    }

    private void close(ImportJob job, ImportKind kind) {
        file.keepRefusedRows(job, kind);
        boolean refused = job.mode() == ImportMode.ALL_OR_NOTHING && !job.dryRun() && faults.any(job.id());
        end(job.id(), refused ? "REFUSED" : "DONE");
    }

    private ImportBatch all(ImportJob job) {
        return new ImportBatch(job.id(), job.complete(), 0, Integer.MAX_VALUE, job.settings(), writer);
    }

    /** Lines are numbered almost without gaps, so a range of them is a batch. */
    private Optional<Integer> lastOfBatch(UUID id, int position, int size) {
        return writer.one(Integer.class, """
                select least(max(line), :position + :size) from import_row where import_id = :id
                having max(line) > :position""", Map.of("id", id, "position", position, "size", size));
    }

    private void next(UUID id, Step step, ImportTally tally) {
        var values = new HashMap<String, Object>(Map.of("id", id, "step", step.name()));
        values.put("created", tally.created());
        values.put("changed", tally.changed());
        values.put("unchanged", tally.unchanged());
        writer.run("""
                update import_job set step = :step, created = created + :created, changed = changed + :changed,
                  unchanged = unchanged + :unchanged, failures = 0 where id = :id""", values);
    }

    private void end(UUID id, String state) {
        writer.run("delete from import_chunk where import_id = :id", Map.of("id", id));
        writer.run("delete from import_row where import_id = :id", Map.of("id", id));
        writer.run(
                "update import_job set state = :state, step = 'CLOSE', finished_at = now() where id = :id",
                Map.of("id", id, "state", state));
    }

    /** What fails again and again is given up: it is not the file's fault, and others wait behind it. */
    private void failed(ImportJob job) {
        if (job != null) {
            QuarkusTransaction.requiringNew().run(() -> {
                writer.run("update import_job set failures = failures + 1 where id = :id", Map.of("id", job.id()));
                writer.one(
                                UUID.class,
                                "select id from import_job where id = :id and failures >= :most",
                                Map.of("id", job.id(), "most", MOST_FAILURES))
                        .ifPresent(id -> end(id, "FAILED"));
            });
        }
    }
}
