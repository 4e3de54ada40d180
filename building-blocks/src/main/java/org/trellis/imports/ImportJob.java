package org.trellis.imports;

import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.json.Json;

/**
 * A job as the one who runs its next step holds it.
 *
 * @param position the last line that was applied
 * @param late whether its uploader's token is of so long ago that it says nothing of who may today
 */
record ImportJob(
        UUID id,
        String kind,
        ImportFormat format,
        boolean complete,
        boolean dryRun,
        ImportMode mode,
        Step step,
        @Json Map<String, String> settings,
        String actor,
        int position,
        boolean late) {
    enum Step {
        READ,
        JUDGE,
        APPLY,
        FINISH,
        WHOLE,
        CLOSE
    }

    /** Whether everything is applied in one transaction, so that all of it can be taken back. */
    boolean whole() {
        return dryRun || mode == ImportMode.ALL_OR_NOTHING;
    }
}
