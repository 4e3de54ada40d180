package org.trellis.evidence.moderation;

import java.util.List;
import java.util.UUID;

/** What moderators decided on a submission and had to say of its lines and fields, for whoever mends it. */
record ModerationNotes(UUID submissionId, List<ModerationView.Decided> decisions, List<ModerationView.Noted> notes) {}
