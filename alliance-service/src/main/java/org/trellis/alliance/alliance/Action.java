package org.trellis.alliance.alliance;

import java.util.List;

/**
 * A move that the caller's role allows.
 *
 * @param allowed true where it would succeed now
 * @param missing what stands in its way, for a person
 * @param needs fields that the request must carry
 */
public record Action(String action, boolean allowed, List<String> missing, List<String> needs) {}
