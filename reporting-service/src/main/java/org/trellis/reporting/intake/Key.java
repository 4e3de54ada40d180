package org.trellis.reporting.intake;

import java.util.UUID;

/** What one school's effect is about. */
record Key(
        UUID projectId, UUID cycleId, UUID measureId, String from, String to, String subgroup, UUID organisationId) {}
