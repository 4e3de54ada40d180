package org.trellis.project.alert;

import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.trellis.project.Reference;
import org.trellis.web.Versioned;

/**
 * What somebody should look at.
 *
 * @param participationId the school's part that it concerns; null where it is the whole project
 * @param aboutId the milestone, risk, cycle or role that it is about
 * @param settledOn since when its cause is gone; null while it stands
 */
public record AlertView(
        UUID id,
        long version,
        @Nested("project") Reference project,
        UUID participationId,
        String kind,
        UUID aboutId,
        String text,
        LocalDate raisedOn,
        LocalDate settledOn)
        implements Versioned {}
