package org.trellis.imports;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.trellis.idempotency.Once;
import org.trellis.identity.CurrentRequest;
import org.trellis.identity.Reader;
import org.trellis.identity.Writer;
import org.trellis.outbox.Ids;
import org.trellis.problem.Problems;
import org.trellis.problem.Violation;
import org.trellis.web.BodyHash;

/** Takes files in: what comes is kept in chunks as it comes, so that no file is ever whole in memory. */
@ApplicationScoped
class Imports {
    private static final int CHUNK = 1 << 20;

    /** Of one caller, all collections of a service together. */
    private static final int MOST_WAITING = 20;

    private final Writer writer;
    private final Reader reader;
    private final Once once;
    private final BodyHash hash;
    private final ImportLoop loop;
    private final ObjectMapper json;
    private final long limit;

    Imports(
            Writer writer,
            Reader reader,
            Once once,
            BodyHash hash,
            ImportLoop loop,
            ObjectMapper json,
            @ConfigProperty(name = "trellis.web.import-limit") long limit) {
        this.writer = writer;
        this.reader = reader;
        this.once = once;
        this.hash = hash;
        this.loop = loop;
        this.json = json;
        this.limit = limit;
    }

    /**
     * Receives a file and queues it.
     *
     * @return the job's id, or that of the job which the same request made before
     * @throws io.quarkiverse.resteasy.problem.HttpProblem 403 for one who may not, 413 beyond the limit for imports, 400
     *     for an empty body, 409 for a complete file that was not tried before, 429 where too many of the caller's wait
     */
    UUID receive(ImportRequest request, InputStream body) {
        if (!request.kind().permitted(reader)) {
            throw Problems.forbidden("Such files are not yours to import");
        }
        request.kind().check(request.settings());
        requireRoom();
        UUID id = Ids.next();
        begin(id, request);
        UUID queued = null;
        try {
            store(id, body);
            if (request.complete() && !request.dryRun()) {
                requireTried(id);
            }
            queued = once.run(() -> queue(id));
        } finally {
            if (!id.equals(queued)) {
                writer.run("delete from import_job where id = :id", Map.of("id", id));
            }
        }
        loop.nudge();
        return queued;
    }

    /** Jobs are done one after another, whoever sent them. */
    private void requireRoom() {
        var actor = actor();
        var caller = Map.of("issuer", of(actor, "issuer"), "subject", of(actor, "subject"));
        int waiting = writer.one(Integer.class, """
                        select count(*) from import_job where issuer = :issuer and subject = :subject
                          and state in ('RECEIVING', 'QUEUED', 'RUNNING')""", caller).orElseThrow();
        if (waiting >= MOST_WAITING) {
            throw Problems.tooManyWaiting(MOST_WAITING, "files");
        }
    }

    private static String actor() {
        return CurrentRequest.callerJson().orElseThrow(Problems::notFound);
    }

    private void begin(UUID id, ImportRequest request) {
        var actor = actor();
        var values = new HashMap<String, Object>(Map.of(
                "id", id,
                "collection", request.kind().collection(),
                "kind", request.kind().name(),
                "dryRun", request.dryRun(),
                "mode", request.mode().name(),
                "format", request.format().name(),
                "complete", request.complete()));
        values.put("settings", settings(request));
        values.put("actor", actor);
        values.put("issuer", of(actor, "issuer"));
        values.put("subject", of(actor, "subject"));
        writer.run("""
                with job as (
                  insert into import_job (id, collection, kind, format, complete, settings, state, step, dry_run, mode,
                                          issuer, subject, actor)
                  values (:id, :collection, :kind, :format, :complete, cast(:settings as jsonb), 'RECEIVING', 'READ',
                          :dryRun, :mode, :issuer, :subject, cast(:actor as jsonb))
                  returning id)
                insert into import_progress (import_id) select id from job""", values);
    }

    private String settings(ImportRequest request) {
        try {
            return json.writeValueAsString(request.settings());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("settings are plain text", e);
        }
    }

    private String of(String actor, String field) {
        try {
            return json.readTree(actor).path(field).asText();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the caller is written as JSON by this system", e);
        }
    }

    private void store(UUID id, InputStream body) {
        var digest = BodyHash.sha256();
        byte[] chunk = new byte[CHUNK];
        long bytes = 0;
        try {
            for (int number = 0, read; (read = body.readNBytes(chunk, 0, CHUNK)) > 0; number++) {
                bytes += read;
                if (bytes > limit) {
                    throw Problems.tooLarge(limit);
                }
                digest.update(chunk, 0, read);
                writer.run(
                        "insert into import_chunk (import_id, number, bytes) values (:id, :number, :bytes)",
                        Map.of("id", id, "number", number, "bytes", Arrays.copyOf(chunk, read)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        if (bytes == 0) {
            throw Problems.invalid(Violation.body("$", "must be a file"));
        }
        byte[] sha256 = digest.digest();
        hash.is(sha256);
        writer.run(
                "update import_job set bytes = :bytes, sha256 = :sha256 where id = :id",
                Map.of("id", id, "bytes", bytes, "sha256", HexFormat.of().formatHex(sha256)));
    }

    /** What a part taken for the whole would end, its sender has to have seen. */
    private void requireTried(UUID id) {
        boolean tried = writer.one(UUID.class, """
                        select d.id from import_job d join import_job j using (issuer, subject, kind, sha256, complete)
                        where j.id = :id and d.dry_run and d.state = 'DONE' limit 1""", Map.of("id", id)).isPresent();
        if (!tried) {
            throw Problems.conflict(
                    "dry-run-first",
                    "A complete file ends what it does not name: send the same file with dryRun=true before");
        }
    }

    private UUID queue(UUID id) {
        writer.run("update import_job set state = 'QUEUED', submitted_at = now() where id = :id", Map.of("id", id));
        return id;
    }
}
