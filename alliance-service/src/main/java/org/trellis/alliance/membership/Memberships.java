package org.trellis.alliance.membership;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** All memberships. */
@ApplicationScoped
class Memberships implements PanacheRepositoryBase<Membership, UUID> {}
