package org.trellis.imports;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jdbi.v3.core.mapper.Nested;

/**
 * A file that is being taken in, or was, as its uploader sees it.
 *
 * @param state QUEUED, RUNNING, DONE, REFUSED (nothing was taken, see the causes), or FAILED (not the file's fault)
 * @param format CSV or JSON_LINES
 * @param complete true where what the file does not name ends
 * @param dryRun true where everything was tried and nothing kept
 * @param sha256 of the file, in hexadecimal
 * @param step what is being done: READ, JUDGE, APPLY, FINISH, or WHOLE where it is kept or left as a whole, and CLOSE
 * @param causes why rows were refused, the cause of most rows first; of one job alone, not in lists
 */
public record ImportView(
        UUID id,
        String kind,
        String state,
        String format,
        boolean complete,
        boolean dryRun,
        String mode,
        long bytes,
        String sha256,
        String step,
        @Nested("progress") Progress progress,
        @Nested("outcome") Outcome outcome,
        Instant submittedAt,
        Instant startedAt,
        Instant finishedAt,
        List<Cause> causes,
        String refusedRows) {

    /** How far it has come, in rows of the file. */
    @Schema(name = "ImportProgress")
    public record Progress(int read, int applied) {}

    /** What became of the rows. @param unchanged rows that found everything as they say already */
    @Schema(name = "ImportOutcome")
    public record Outcome(int created, int changed, int unchanged, int refused) {}

    /**
     * What is wrong, once for all rows that it is wrong with.
     *
     * @param subject what the rows have in common, such as the number that nobody knows; empty where nothing
     * @param rows how many
     * @param lines where the first five of them start; 0 for the file as a whole
     */
    @Schema(name = "ImportCause")
    public record Cause(String code, String column, String subject, String message, int rows, List<Integer> lines) {}
}
