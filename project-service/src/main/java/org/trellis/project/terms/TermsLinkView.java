package org.trellis.project.terms;

import java.time.Instant;
import java.util.UUID;

/**
 * A link for a head, as who asked for it is shown it this once.
 *
 * @param termsVersion the version that is accepted by it
 */
public record TermsLinkView(UUID id, UUID participationId, int termsVersion, Instant expiresAt, String link) {}
