package org.trellis.evidence.moderation;

import jakarta.validation.constraints.Size;
import org.trellis.evidence.reference.WithoutUpn;

/** Why a moderator wants somebody else to decide. */
record NewSecondOpinion(@Size(max = 2000) @WithoutUpn String note) {}
