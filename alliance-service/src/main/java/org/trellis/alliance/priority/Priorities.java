package org.trellis.alliance.priority;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** All priorities. */
@ApplicationScoped
class Priorities implements PanacheRepositoryBase<Priority, UUID> {}
