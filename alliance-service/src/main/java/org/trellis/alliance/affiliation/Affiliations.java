package org.trellis.alliance.affiliation;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** All affiliations. */
@ApplicationScoped
class Affiliations implements PanacheRepositoryBase<Affiliation, UUID> {}
