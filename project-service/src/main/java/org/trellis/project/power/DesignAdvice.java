package org.trellis.project.power;

import java.util.List;
import java.util.UUID;

/**
 * What a project's schools and cohorts can show, and how they would show most.
 *
 * @param schools with a cohort of this year whose size is known
 * @param members of those cohorts
 * @param withoutSize cohorts that are left out, as nobody said how many are in them
 * @param suggested one of {@code possible}
 * @param reason why that one
 */
record DesignAdvice(
        int schools,
        int cohorts,
        int members,
        List<UUID> withoutSize,
        Assumptions assumptions,
        List<PossibleDesign> possible,
        PossibleDesign suggested,
        String reason) {}
