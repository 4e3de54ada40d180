package org.trellis.project.cycle;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.UUID;

/** A baseline that a school may do without, and why. @param measureId null for all */
@Embeddable
record Waiver(UUID participationId, UUID measureId, String reason, LocalDate waivedOn) {}
