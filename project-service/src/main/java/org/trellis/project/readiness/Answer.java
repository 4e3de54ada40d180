package org.trellis.project.readiness;

/** What a project's records answer. */
enum Answer {
    MET,
    PARTLY,
    NOT_MET,
    /** It cannot be asked of these schools. */
    NOT_APPLICABLE,
    /** There are no records yet that could answer. */
    NOT_APPLICABLE_YET
}
