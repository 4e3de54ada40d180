package org.trellis.project.transfer;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.trellis.project.Reference;
import org.trellis.project.transition.Action;
import org.trellis.web.Versioned;

/**
 * An offer as callers see it.
 *
 * @param actions what this caller may do to it now, and what stands in the way
 */
public record TransferView(@JsonUnwrapped Row transfer, List<Action> actions) implements Versioned {

    /** One in a list. @param title of the project when it was offered */
    public record Row(
            UUID id,
            long version,
            UUID project,
            String title,
            @Nested("from") Reference from,
            @Nested("to") Reference to,
            String status,
            boolean remainsPartner,
            String note,
            LocalDate offeredOn,
            LocalDate answeredOn) {}

    @Override
    public long version() {
        return transfer.version();
    }
}
