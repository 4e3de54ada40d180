package org.trellis.project.power;

import java.util.List;

/**
 * A way to compare with the schools and cohorts that are there.
 *
 * @param design as a project names it
 * @param unit what would be allocated to arms; null where nothing is
 * @param effect the smallest that it would probably show
 * @param warnings what it cannot tell apart
 */
record PossibleDesign(String design, AllocatedUnit unit, DetectableEffect effect, List<String> warnings) {}
