package org.trellis.project.cohort;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.trellis.outbox.Changes;
import org.trellis.outbox.Changes.Change;
import org.trellis.outbox.Ids;
import org.trellis.project.participation.Participations;

/** Cohorts that come in bundles. */
@ApplicationScoped
public class ImportedCohorts {
    private final Cohorts cohorts;
    private final Participations participations;
    private final Changes changes;

    ImportedCohorts(Cohorts cohorts, Participations participations, Changes changes) {
        this.cohorts = cohorts;
        this.participations = participations;
        this.changes = changes;
    }

    /** Forms all; that none of that name is there, and who may form them, has been asked. */
    public void form(List<NewCohort> wanted) {
        var formed = wanted.stream()
                .map(one -> new Cohort(Ids.next(), participations.steady(one.participationId()), one))
                .toList();
        cohorts.persist(formed);
        cohorts.flush();
        changes.record(formed.stream()
                .map(one -> new Change(one.id(), 0, one.formed()))
                .toList());
    }
}
