package org.trellis.reporting.impact;

/** A stable code, and what it means in a sentence that a teacher understands. */
public record Explained(String code, String sentence) {}
