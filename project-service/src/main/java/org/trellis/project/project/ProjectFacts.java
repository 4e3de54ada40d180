package org.trellis.project.project;

/**
 * What the guards of a project's moves look at.
 *
 * @param suspendedFrom the state before it was suspended; null where it is not
 * @param priorities of its alliances that it cites and that have not ended
 * @param schools that have committed or are active
 * @param openCycles those not closed
 */
record ProjectFacts(
        ProjectState suspendedFrom, int successMeasures, int priorities, int schools, int cycles, int openCycles) {}
