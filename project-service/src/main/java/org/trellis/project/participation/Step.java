package org.trellis.project.participation;

import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;

/** A status, and the day from which it held. */
@Embeddable
record Step(@Enumerated(EnumType.STRING) ParticipationStatus status, LocalDate since) {}
