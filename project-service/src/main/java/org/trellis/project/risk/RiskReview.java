package org.trellis.project.risk;

import jakarta.persistence.Embeddable;
import java.time.LocalDate;

/** How a risk stood on a day. */
@Embeddable
record RiskReview(LocalDate reviewedOn, int likelihood, int impact, String mitigation, String note) {}
