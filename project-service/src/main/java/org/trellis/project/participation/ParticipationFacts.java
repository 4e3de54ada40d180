package org.trellis.project.participation;

import org.trellis.project.project.ProjectState;

/**
 * What moves of a participation look at.
 *
 * @param terms the newest version of the project's terms; null where it has none
 */
record ParticipationFacts(ProjectState project, Integer terms) {}
