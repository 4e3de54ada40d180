package org.trellis.project.project;

/** What a project is about, in the large. */
public enum FocusArea {
    COACHING_AND_MENTORING,
    LESSON_STUDY,
    CLASSROOM_BASED_CPD,
    INITIAL_TEACHER_TRAINING,
    STUDENT_LEADERSHIP,
    TRANSITION_AND_LITERACY,
    LEADERSHIP_MODELS
}
