package org.trellis.evidence;

import java.util.UUID;

/** Another resource, as it stands in a view. */
public record Named(UUID id, String name) {}
