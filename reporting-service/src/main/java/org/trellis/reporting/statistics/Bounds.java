package org.trellis.reporting.statistics;

/** Two ends, whose confidence is stated beside them. */
public record Bounds(double lower, double upper) {}
