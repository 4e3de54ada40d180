package org.trellis.project.intervention;

import static org.trellis.project.access.Role.ALLIANCE_TRUST;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;
import org.trellis.outbox.Changes;
import org.trellis.outbox.Ids;
import org.trellis.problem.Problems;
import org.trellis.project.access.Leads;
import org.trellis.project.access.Role;
import org.trellis.project.access.Standing;
import org.trellis.project.directory.Directory;
import org.trellis.web.MergePatch;
import org.trellis.web.Versioned;

/** Commands on interventions. */
@ApplicationScoped
class InterventionService {
    private static final Set<Role> KEEPERS = Leads.and(Leads.OF_ALLIANCE, ALLIANCE_TRUST);

    private final Interventions interventions;
    private final InterventionQueries queries;
    private final Standing standing;
    private final Directory directory;
    private final Changes changes;

    InterventionService(
            Interventions interventions,
            InterventionQueries queries,
            Standing standing,
            Directory directory,
            Changes changes) {
        this.interventions = interventions;
        this.queries = queries;
        this.standing = standing;
        this.directory = directory;
        this.changes = changes;
    }

    @Transactional
    UUID register(NewIntervention body) {
        directory.requireAlliance(body.allianceId(), "$.allianceId");
        requireKeeper(body.allianceId());
        if (body.basedOnId() != null) {
            directory.requireIntervention(body.basedOnId(), "$.basedOnId");
        }
        var intervention = new Intervention(Ids.next(), body);
        interventions.persist(intervention);
        changes.record(intervention, intervention.registered());
        return intervention.id();
    }

    @Transactional
    void revise(UUID id, String ifMatch, MergePatch patch) {
        queries.view(id);
        var intervention = interventions.toChange(id);
        requireKeeper(intervention.allianceId());
        Versioned.require(ifMatch, intervention.version());
        var before = intervention.description();
        var after = patch.applyTo(before);
        if (!after.equals(before)) {
            changes.record(intervention, intervention.revise(after));
        }
    }

    private void requireKeeper(UUID alliance) {
        if (alliance == null) {
            throw Problems.forbidden("The toolkit is everybody's: an alliance makes its own from it");
        }
        Standing.require(
                standing.atAlliance(alliance), KEEPERS, "Its alliance's leads and its trust describe an intervention");
    }
}
