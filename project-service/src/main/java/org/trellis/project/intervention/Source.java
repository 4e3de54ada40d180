package org.trellis.project.intervention;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.hibernate.validator.constraints.URL;

/**
 * What speaks for an intervention.
 *
 * @param citation as it would stand in a list of references
 * @param url where it can be read; null where nowhere
 * @param finding what it found, in a sentence; null where that is not said
 */
@Embeddable
record Source(
        @NotBlank @Size(max = 500) String citation,
        @URL @Size(max = 500) String url,
        @Size(max = 1000) String finding) {}
