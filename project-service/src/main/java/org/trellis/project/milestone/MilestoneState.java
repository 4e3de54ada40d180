package org.trellis.project.milestone;

/** What has become of a milestone. One that was missed may still be met, late. */
enum MilestoneState {
    PLANNED,
    MISSED,
    MET,
    DROPPED
}
