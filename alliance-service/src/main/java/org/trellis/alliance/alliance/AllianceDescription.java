package org.trellis.alliance.alliance;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.UUID;

/**
 * What may be changed of an alliance by a merge patch.
 *
 * @param values what it stands for
 * @param cohort with which others it was designated, such as {@code 2}
 * @param trustId the trust that runs it, where one does
 */
record AllianceDescription(
        @NotBlank @Size(max = 200) String name,
        @Size(max = 4000) String vision,
        @Size(max = 20) List<@NotBlank @Size(max = 200) String> values,
        Region region,
        @Size(max = 40) String cohort,
        UUID trustId) {}
