package org.trellis.project.cycle;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.jdbi.v3.json.Json;
import org.trellis.project.Reference;

/**
 * A school in a cycle: delivering, ready, or waiting for its baseline.
 *
 * @param status of its part in the project; only who is ACTIVE delivers
 * @param deliveringSince null while it does not
 * @param missing measures whose baseline is neither accepted nor waived
 * @param waived whether some of its baseline is waived
 */
public record AtTheGate(
        UUID participationId,
        @Nested("organisation") Reference organisation,
        String status,
        LocalDate deliveringSince,
        @Json List<Reference> missing,
        boolean waived) {

    boolean ready() {
        return deliveringSince == null && status.equals("ACTIVE") && missing.isEmpty();
    }
}
