package org.trellis.evidence.erasure;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * A school's rule and what it would remove today.
 *
 * @param takenBefore people whose last score was taken before this day are removed
 * @param setAt when the rule was set; null for one that is only tried out
 */
record RetentionView(UUID organisationId, int months, LocalDate takenBefore, int people, int scores, Instant setAt) {}
