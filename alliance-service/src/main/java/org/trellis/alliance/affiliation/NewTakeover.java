package org.trellis.alliance.affiliation;

import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * Schools that go to a trust together.
 *
 * @param trustId the trust that takes them over
 * @param organisationIds the schools
 * @param startsOn the first day on which they are the trust's
 */
record NewTakeover(
        @NotNull UUID trustId,
        @NotEmpty @Size(max = 500) List<@NotNull UUID> organisationIds,
        @NotNull LocalDate startsOn,
        @Size(max = 4000) String note) {}
