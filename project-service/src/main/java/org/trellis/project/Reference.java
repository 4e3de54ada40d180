package org.trellis.project;

import java.util.UUID;
import org.jdbi.v3.core.mapper.PropagateNull;

/** Another resource, as it stands in a view; where there is none, there is no reference. */
public record Reference(@PropagateNull UUID id, String name) {}
