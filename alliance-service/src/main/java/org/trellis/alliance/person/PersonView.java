package org.trellis.alliance.person;

import java.time.LocalDate;
import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.trellis.alliance.Reference;
import org.trellis.web.Versioned;

/**
 * A person as those see it who may.
 *
 * @param leftOn the first day on which the person is gone; null for one who is there
 * @param bound true once an invitation was accepted, so that the person can sign in
 */
public record PersonView(
        UUID id,
        long version,
        String name,
        String email,
        @Nested("home") Reference homeOrganisation,
        boolean bound,
        LocalDate leftOn)
        implements Versioned {}
