package org.trellis.project.allocation;

import java.util.EnumSet;
import java.util.Set;
import java.util.UUID;
import org.trellis.project.cohort.Cohort;

/** What is put into one arm as a whole. */
enum Unit {
    SCHOOL(EnumSet.of(Stratum.PHASE, Stratum.SETTING)),
    COHORT(EnumSet.of(Stratum.SCHOOL, Stratum.YEAR_GROUP));

    private final Set<Stratum> strata;

    Unit(Set<Stratum> strata) {
        this.strata = strata;
    }

    UUID of(Cohort cohort) {
        return this == SCHOOL ? cohort.organisationId() : cohort.id();
    }

    boolean takes(Stratum stratum) {
        return strata.contains(stratum);
    }
}
