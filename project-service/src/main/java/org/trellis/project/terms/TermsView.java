package org.trellis.project.terms;

import java.time.LocalDate;
import java.util.UUID;

/**
 * A version of a project's terms.
 *
 * @param number 1 for the first; the greatest holds
 */
public record TermsView(UUID id, int number, String text, LocalDate publishedOn) {}
