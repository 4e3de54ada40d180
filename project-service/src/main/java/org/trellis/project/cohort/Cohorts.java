package org.trellis.project.cohort;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** All cohorts. */
@ApplicationScoped
class Cohorts implements PanacheRepositoryBase<Cohort, UUID> {}
