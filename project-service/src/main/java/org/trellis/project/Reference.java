package org.trellis.project;

import java.util.UUID;

/** Another resource, as it stands in a view. */
public record Reference(UUID id, String name) {}
