package org.trellis.evidence.measure;

import java.math.BigDecimal;
import java.time.Instant;

/** What a measure was in one of its editions; all else of it never changes. */
record EditionView(
        int edition, String name, BigDecimal minimum, BigDecimal maximum, BigDecimal reliability, Instant madeAt) {}
