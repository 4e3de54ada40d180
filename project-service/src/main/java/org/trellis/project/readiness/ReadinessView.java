package org.trellis.project.readiness;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/**
 * How ready a project is, worked out from its records as they are now.
 *
 * @param answers to each of the thirteen messages
 */
public record ReadinessView(UUID projectId, LocalDate on, List<Answered> answers) {
    /**
     * An answer with what it rests on.
     *
     * @param records those that make it so, by collection and id
     * @param better what would make it met
     * @param history earlier answers and this one, oldest first; a change shows here a moment after the record
     */
    public record Answered(
            String message,
            String level,
            String title,
            String question,
            String answer,
            List<Rest> records,
            List<String> better,
            List<Since> history) {}

    /** A record. @param collection as in its path */
    public record Rest(String collection, UUID id) {}

    /** An answer, and from when it held. */
    public record Since(String answer, Instant since) {}
}
