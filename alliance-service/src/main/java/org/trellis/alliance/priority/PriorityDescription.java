package org.trellis.alliance.priority;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** What may be changed of a priority by a merge patch. */
record PriorityDescription(
        @NotBlank @Size(max = 200) String title,
        @Size(max = 4000) String description,
        FocusArea focusArea) {}
