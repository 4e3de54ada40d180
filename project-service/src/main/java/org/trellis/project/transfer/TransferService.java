package org.trellis.project.transfer;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Set;
import java.util.UUID;
import org.trellis.outbox.Changes;
import org.trellis.outbox.Ids;
import org.trellis.project.access.Role;
import org.trellis.project.access.Standing;
import org.trellis.project.directory.Directory;
import org.trellis.project.project.Projects;

/** Commands on offers. */
@ApplicationScoped
class TransferService {
    private final Transfers transfers;
    private final TransferQueries queries;
    private final Projects projects;
    private final Standing standing;
    private final Directory directory;
    private final Changes changes;

    TransferService(
            Transfers transfers,
            TransferQueries queries,
            Projects projects,
            Standing standing,
            Directory directory,
            Changes changes) {
        this.transfers = transfers;
        this.queries = queries;
        this.projects = projects;
        this.standing = standing;
        this.directory = directory;
        this.changes = changes;
    }

    @Transactional
    UUID offer(NewTransfer body) {
        var roles = standing.inProject(body.projectId());
        var project = projects.steady(body.projectId());
        Standing.require(roles, Set.of(Role.ALLIANCE_LEAD), "The lead of the alliance that owns it offers a project");
        directory.requireAlliance(body.toAllianceId(), "$.toAllianceId");
        var transfer = new Transfer(Ids.next(), project, body);
        transfers.persist(transfer);
        changes.record(transfer, transfer.offered());
        return transfer.id();
    }

    /** The project first, as everywhere, so that two commands never wait for each other. */
    @Transactional
    UUID move(UUID id, NewTransferTransition body) {
        var project = projects.toMove(queries.row(id).project());
        var transfer = transfers.toMove(id);
        var event = transfer.move(body.action(), standing.atAlliance(transfer.end(body.action())), project);
        changes.record(transfer, event);
        if (body.action() == TransferAction.ACCEPT) {
            changes.record(project, project.transfer(transfer.to(), transfer.remainsPartner()));
        }
        return id;
    }
}
