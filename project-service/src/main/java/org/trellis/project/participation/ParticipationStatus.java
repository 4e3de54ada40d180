package org.trellis.project.participation;

/** How far an organisation is in a project. */
public enum ParticipationStatus {
    INTERESTED,
    INVITED,
    COMMITTED,
    ACTIVE,
    COMPLETED,
    WITHDRAWN
}
