package org.trellis.alliance.person;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** All people. */
@ApplicationScoped
class People implements PanacheRepositoryBase<Person, UUID> {}
