package org.trellis.alliance.organisation;

import java.util.List;
import java.util.UUID;

/** What an organisation came from, and what came from it. */
record Lineage(List<UUID> predecessorIds, List<UUID> successorIds) {
    static final Lineage NONE = new Lineage(List.of(), List.of());
}
