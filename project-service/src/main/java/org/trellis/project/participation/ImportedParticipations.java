package org.trellis.project.participation;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import org.trellis.outbox.Changes;
import org.trellis.outbox.Changes.Change;
import org.trellis.outbox.Ids;

/** Invitations that come in bundles. */
@ApplicationScoped
public class ImportedParticipations {
    private final Participations participations;
    private final Changes changes;

    ImportedParticipations(Participations participations, Changes changes) {
        this.participations = participations;
        this.changes = changes;
    }

    /** Invites all; that none is in its project yet, and who may invite, has been asked. */
    public void invite(List<NewParticipation> wanted) {
        var invited =
                wanted.stream().map(one -> new Participation(Ids.next(), one)).toList();
        participations.persist(invited);
        participations.flush();
        changes.record(invited.stream()
                .map(one -> new Change(one.id(), 0, one.entered()))
                .toList());
    }
}
