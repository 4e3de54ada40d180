package org.trellis.project.transfer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.trellis.outbox.Aggregate;
import org.trellis.project.Today;
import org.trellis.project.access.Role;
import org.trellis.project.project.Project;

/** An offer of a project by the alliance that owns it to another one, and what became of it. */
@Entity
@Table(name = "project_transfer")
class Transfer extends Aggregate {
    private UUID projectId;

    @SuppressWarnings("UnusedVariable") // written here, shown to who does not see the project yet
    private String title;

    @Column(name = "from_id")
    private UUID from;

    @Column(name = "to_id")
    private UUID to;

    @Enumerated(EnumType.STRING)
    private TransferStatus status;

    private boolean remainsPartner;

    @SuppressWarnings("UnusedVariable") // written here, shown by TransferQueries
    private String note;

    private LocalDate offeredOn;
    private LocalDate answeredOn;

    /** For Hibernate. */
    protected Transfer() {}

    Transfer(UUID id, Project project, NewTransfer wanted) {
        super(id);
        project.requireNotOver();
        projectId = project.id();
        title = project.title();
        from = project.allianceId();
        to = wanted.toAllianceId();
        status = TransferStatus.OFFERED;
        remainsPartner = !Boolean.FALSE.equals(wanted.remainsPartner());
        note = wanted.note();
        offeredOn = Today.inEngland();
    }

    UUID projectId() {
        return projectId;
    }

    UUID to() {
        return to;
    }

    boolean remainsPartner() {
        return remainsPartner;
    }

    UUID end(TransferAction action) {
        return action.received() ? to : from;
    }

    TransferEvent offered() {
        return new TransferEvent.Offered(state());
    }

    /** @param by what the caller is at the end of the offer that makes this move */
    TransferEvent move(TransferAction action, Set<Role> by, Project project) {
        status = action.rule().check(action, status, by, project.state(), Map.of());
        answeredOn = Today.inEngland();
        return TransferEvent.of(action, state());
    }

    private TransferEvent.State state() {
        return new TransferEvent.State(id(), projectId, from, to, status, remainsPartner, offeredOn, answeredOn);
    }
}
