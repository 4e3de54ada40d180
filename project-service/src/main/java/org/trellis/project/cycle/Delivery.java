package org.trellis.project.cycle;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.UUID;

/** A school that delivers in a cycle. @param waived whether it began without some of its baseline */
@Embeddable
record Delivery(UUID participationId, UUID organisationId, LocalDate since, boolean waived) {}
