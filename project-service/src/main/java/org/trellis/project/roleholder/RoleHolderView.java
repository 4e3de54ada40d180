package org.trellis.project.roleholder;

import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.trellis.project.Reference;
import org.trellis.web.Versioned;

/**
 * A person's role for a school's part in a project; who the person is, alliance-service knows.
 *
 * @param endsOn the first day on which it holds no more; null while it is open
 * @param ending why it ended before its time; null where it did not
 * @param successorId who holds it next, where it was given over
 */
public record RoleHolderView(
        UUID id,
        long version,
        @Nested("project") Reference project,
        UUID participationId,
        @Nested("organisation") Reference organisation,
        UUID personId,
        String role,
        LocalDate startsOn,
        LocalDate endsOn,
        String ending,
        UUID successorId)
        implements Versioned {}
