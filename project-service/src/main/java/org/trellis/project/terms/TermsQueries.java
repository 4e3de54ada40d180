package org.trellis.project.terms;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.trellis.identity.Reader;
import org.trellis.project.access.Standing;

/** Questions about terms. */
@ApplicationScoped
class TermsQueries {
    private final Reader reader;
    private final Standing standing;

    TermsQueries(Reader reader, Standing standing) {
        this.reader = reader;
        this.standing = standing;
    }

    /** Newest first. */
    List<TermsView> of(UUID project) {
        standing.inProject(project);
        return reader.list(
                TermsView.class,
                "select id, number, text, published_on from terms where project_id = :id order by number desc",
                Map.of("id", project));
    }
}
