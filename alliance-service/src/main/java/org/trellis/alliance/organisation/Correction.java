package org.trellis.alliance.organisation;

import java.time.LocalDate;

/**
 * What is said anew of days of which something else was said.
 *
 * @param from the first of these days; null as far back as is known
 * @param until the first day after them; null where they reach to today and on
 */
record Correction(LocalDate from, LocalDate until, OrganisationDescription before, OrganisationDescription after) {}
