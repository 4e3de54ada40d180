package org.trellis.project.power;

/** How a difference comes about, as far as its precision goes. */
enum Study {
    TWO_GROUPS,
    CLUSTERS,
    BEFORE_AND_AFTER
}
