package org.trellis.project.intervention;

/** Hargreaves' twelve strands of a self-improving system, which the toolkit's interventions belong to. */
enum Strand {
    JOINT_PRACTICE_DEVELOPMENT,
    TALENT,
    MENTORING_AND_COACHING,
    STAFF_INFORMATION,
    SOCIAL_CAPITAL,
    GOVERNANCE,
    EVALUATION_AND_CHALLENGE,
    SYSTEM_LEADERSHIP,
    INVESTIGATION,
    ENTREPRENEURSHIP,
    INNOVATION,
    ARCHITECTURE
}
