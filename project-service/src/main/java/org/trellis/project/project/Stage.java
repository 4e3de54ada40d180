package org.trellis.project.project;

/** How far something new has come into practice. */
public enum Stage {
    EXPLORE,
    PREPARE,
    DELIVER,
    SUSTAIN
}
