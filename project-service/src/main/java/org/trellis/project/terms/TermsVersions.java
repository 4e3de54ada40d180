package org.trellis.project.terms;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** All versions of all projects' terms. */
@ApplicationScoped
class TermsVersions implements PanacheRepositoryBase<Terms, UUID> {
    int newest(UUID project) {
        return find("projectId = ?1 order by number desc", project)
                .firstResultOptional()
                .map(terms -> terms.published().state().number())
                .orElse(0);
    }
}
