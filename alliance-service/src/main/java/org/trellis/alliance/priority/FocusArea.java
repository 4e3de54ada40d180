package org.trellis.alliance.priority;

/** What a priority is about, in the words that projects use. */
public enum FocusArea {
    COACHING_AND_MENTORING,
    LESSON_STUDY,
    CLASSROOM_BASED_CPD,
    INITIAL_TEACHER_TRAINING,
    STUDENT_LEADERSHIP,
    TRANSITION_AND_LITERACY,
    LEADERSHIP_MODELS
}
