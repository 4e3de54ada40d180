package org.trellis.evidence.submission.content;

import java.util.UUID;
import org.jdbi.v3.core.mapper.Nested;
import org.trellis.evidence.Named;

/** How many observations or coaching notes there are, for those who may not read them. */
record DevelopmentCount(
        @Nested("organisation") Named organisation, UUID projectId, UUID cycleId, String type, int submissions) {}
