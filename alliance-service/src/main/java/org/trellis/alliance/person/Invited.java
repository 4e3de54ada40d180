package org.trellis.alliance.person;

import java.time.Instant;
import java.util.UUID;

/**
 * An invitation as its inviter sees it, this once.
 *
 * @param link to be handed to the invited person; it is shown this once
 */
public record Invited(UUID id, UUID personId, Instant expiresAt, String link) {}
