package org.trellis.project.cycle;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;
import java.util.UUID;
import org.trellis.project.PlausibleDay;

/** What peers of another alliance asked, or doubted. */
@Embeddable
record Challenge(
        @NotNull UUID allianceId,
        @NotBlank @Size(max = 4000) String said,
        @NotNull @PlausibleDay LocalDate saidOn) {}
