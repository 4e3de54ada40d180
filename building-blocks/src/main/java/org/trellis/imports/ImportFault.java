package org.trellis.imports;

/**
 * What is wrong with a row.
 *
 * @param line where the row starts in the file, the header being line 1; 0 for the file as a whole
 * @param column the column's name; empty for the row as a whole
 * @param code the cause, stable, in lower case with hyphens
 * @param subject what many rows have in common that fail for it, such as the number that nobody knows; else empty
 * @param message what is wrong, for a person
 */
public record ImportFault(int line, String column, String code, String subject, String message) {}
