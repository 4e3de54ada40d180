package org.trellis.project.project.plan;

import java.time.LocalDate;
import java.util.UUID;

/**
 * What became different from the plan after it was frozen.
 *
 * @param reason why, in the words of who changed it
 */
public record Deviation(UUID id, LocalDate on, String what, String reason) {}
