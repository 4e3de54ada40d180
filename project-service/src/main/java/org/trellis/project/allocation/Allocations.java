package org.trellis.project.allocation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** All allocations. */
@ApplicationScoped
class Allocations implements PanacheRepositoryBase<Allocation, UUID> {}
