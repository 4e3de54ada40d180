package org.trellis.alliance.organisation;

/**
 * What was taken and is unusual.
 *
 * @param path where, as a JSON path
 * @param message what is unusual, for a person
 */
public record Warning(String path, String message) {}
