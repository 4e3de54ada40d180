package org.trellis.project.project;

import jakarta.persistence.Embeddable;
import java.util.UUID;

/** An intervention that a project tries out. @param edition the one that held when it was chosen */
@Embeddable
record UsedIntervention(UUID interventionId, int edition) {}
