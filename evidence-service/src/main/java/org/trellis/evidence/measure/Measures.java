package org.trellis.evidence.measure;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** All measures. */
@ApplicationScoped
class Measures implements PanacheRepositoryBase<Measure, UUID> {}
