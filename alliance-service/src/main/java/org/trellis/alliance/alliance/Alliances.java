package org.trellis.alliance.alliance;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** All alliances. */
@ApplicationScoped
class Alliances implements PanacheRepositoryBase<Alliance, UUID> {}
