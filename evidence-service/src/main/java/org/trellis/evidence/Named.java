package org.trellis.evidence;

import java.util.UUID;
import org.jdbi.v3.core.mapper.PropagateNull;

/** Another resource, as it stands in a view; nothing where there is no id. */
public record Named(@PropagateNull UUID id, String name) {}
