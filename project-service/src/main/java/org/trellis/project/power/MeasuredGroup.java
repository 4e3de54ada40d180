package org.trellis.project.power;

import java.util.UUID;

/** A cohort as far as precision goes. @param size how many are in it; null where it is not known */
record MeasuredGroup(UUID id, UUID school, Integer size, boolean priorYear) {}
