package org.trellis.project.allocation;

import java.util.UUID;

/** A school or cohort before the drawing. @param stratum within which arms are kept even; empty where there is none */
record Drawn(UUID id, String name, String stratum) {}
