package org.trellis.alliance.membership;

import java.util.List;
import java.util.UUID;

/**
 * Changes that were made as one.
 *
 * @param memberships that it started or ended, as they are now
 */
public record MembershipAct(UUID id, List<MembershipView> memberships) {}
