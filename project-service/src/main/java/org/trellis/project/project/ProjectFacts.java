package org.trellis.project.project;

/**
 * What the guards of a project's moves look at.
 *
 * @param suspendedFrom the state before it was suspended; null where it is not
 * @param schools that have committed or are active
 * @param openCycles those not closed
 */
record ProjectFacts(ProjectState suspendedFrom, int successMeasures, int schools, int cycles, int openCycles) {}
