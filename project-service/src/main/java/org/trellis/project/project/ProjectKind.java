package org.trellis.project.project;

/** How far a project has come from its idea: tried in a few schools, run in full, or spread to many. */
public enum ProjectKind {
    PILOT,
    MAIN,
    SCALE_UP
}
