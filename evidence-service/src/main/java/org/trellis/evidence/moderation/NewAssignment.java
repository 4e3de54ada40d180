package org.trellis.evidence.moderation;

import java.util.UUID;

/** Who shall check a submission. @param personId without one it is the moderator who has least waiting */
record NewAssignment(UUID personId) {}
