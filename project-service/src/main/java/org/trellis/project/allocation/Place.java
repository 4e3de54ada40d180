package org.trellis.project.allocation;

import java.util.UUID;
import org.trellis.project.cohort.Arm;

/** The arm into which a school or cohort was drawn. */
record Place(UUID id, String name, String stratum, Arm arm) {}
