package org.trellis.project.terms;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** A link for the head of a school that is invited. */
record NewTermsLink(@NotNull UUID participationId) {}
