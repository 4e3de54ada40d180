package org.trellis.evidence.erasure;

import static org.hamcrest.Matchers.containsString;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;
import org.trellis.evidence.World;

/** Files that were received and are not taken in yet; these are put where a received file is, as no request can hold one. */
@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class WaitingFilesTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final String HEADER = "reference,cohort,measure,point,value,taken_on\n";

    private World world;
    private UUID known;

    @BeforeEach
    void tellOfAProject() {
        world = new World();
        known = world.accepted(List.of(
                world.score("gone", world.cohort, "BASELINE", 80), world.score("b", world.cohort, "BASELINE", 80)));
    }

    @Test
    void nobodyComesBackWithAFileThatWaitedWhenTheyWereErased() {
        var file = HEADER + row("gone") + row("c") + row("gone");
        // the second of the two lies across two chunks
        var received = received(file.getBytes(StandardCharsets.UTF_8), file.lastIndexOf(world.reference("gone")) + 20);
        var other = received((HEADER + row("c")).getBytes(StandardCharsets.UTF_8), 30);
        var untouched = bytes(other);

        world.post(world.head(), "/v1/references/erasures", Map.of("reference", world.reference("gone")))
                .then()
                .statusCode(201);

        assertEquals(untouched, bytes(other));
        World.sql("delete from import_job where id = '" + other + "' returning 1");
        World.sql("update import_job set state = 'QUEUED', submitted_at = now() where id = '" + received
                + "' returning 1");
        done(received);
        assertEquals(
                "2", World.sql("select count(distinct line) from import_fault where import_id = '" + received + "'"));
        world.get(world.staff(), "/v1/evidence-imports/" + received + "/refused-rows")
                .then()
                .statusCode(200)
                .body(containsString("*".repeat(world.reference("gone").length())));
        assertEquals("1", drafted("c"));
        assertEquals("0", drafted("gone"));
    }

    private static void done(UUID job) {
        var until = Instant.now().plus(PATIENCE);
        while (!World.sql("select state from import_job where id = '" + job + "'")
                .equals("DONE")) {
            assertTrue(Instant.now().isBefore(until), "never done");
            LockSupport.parkNanos(Duration.ofMillis(20).toNanos());
        }
    }

    private String row(String pupil) {
        return world.reference(pupil) + ",7B," + world.code() + ",BASELINE,70,2025-10-01\n";
    }

    private String drafted(String pupil) {
        return World.sql("select count(*) from draft_score where reference = '" + world.reference(pupil) + "'");
    }

    private UUID received(byte[] file, int cut) {
        var id = UUID.randomUUID();
        World.sql("""
            insert into import_job (id, collection, kind, state, step, dry_run, mode, issuer, subject, actor, format,
              complete, settings)
            select '%s', 'evidence-imports', 'SCORES', 'RECEIVING', 'READ', false, 'BEST_EFFORT', s.maker_issuer,
              s.maker_subject, h.actor, 'CSV', false, '{"projectId": "%s", "cycleId": "%s", "organisationId": "%s"}'
            from submission s join history h on h.aggregateid = s.id and h.actor ->> 'subject' = s.maker_subject
            where s.id = '%s' limit 1 returning id\
            """.formatted(id, world.project, world.cycle, world.school, known));
        World.sql("insert into import_progress (import_id) values ('" + id + "') returning 1");
        chunk(id, 0, Arrays.copyOf(file, cut));
        chunk(id, 1, Arrays.copyOfRange(file, cut, file.length));
        return id;
    }

    private static void chunk(UUID id, int number, byte[] bytes) {
        World.sql("insert into import_chunk (import_id, number, bytes) values ('%s', %d, '\\x%s') returning 1"
                .formatted(id, number, HexFormat.of().formatHex(bytes)));
    }

    private static String bytes(UUID id) {
        return World.sql(
                "select string_agg(bytes, '' order by number) from import_chunk where import_id = '" + id + "'");
    }
}
