package org.trellis.reporting.statistics.pooling;

/**
 * What the pooled effect would be without one of the effects.
 *
 * @param label of the effect left out
 * @param estimate pooled without it
 * @param se its standard error, adjusted like the whole
 * @param tau2 variance between the others
 */
public record LeftOut(String label, double estimate, double se, double tau2) {}
