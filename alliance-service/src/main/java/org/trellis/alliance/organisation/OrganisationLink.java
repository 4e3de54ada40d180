package org.trellis.alliance.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import java.time.LocalDate;
import java.util.UUID;
import org.trellis.problem.Problems;

/** One organisation that came from another. Its ends tell of it: it has no events of its own. */
@Entity
@SuppressWarnings("UnusedVariable") // what is only kept is read by SQL
class OrganisationLink {
    @Id
    private UUID id;

    private UUID predecessorId;
    private UUID successorId;

    @Enumerated(EnumType.STRING)
    private LinkKind kind;

    private LocalDate day;

    @Enumerated(EnumType.STRING)
    private LinkStatus status;

    /** For Hibernate. */
    protected OrganisationLink() {}

    OrganisationLink(UUID id, NewLink made) {
        this.id = id;
        predecessorId = made.predecessorId();
        successorId = made.successorId();
        kind = made.kind();
        day = made.day();
        status = LinkStatus.CONFIRMED;
    }

    UUID id() {
        return id;
    }

    UUID predecessorId() {
        return predecessorId;
    }

    UUID successorId() {
        return successorId;
    }

    void confirm() {
        requireProposed();
        status = LinkStatus.CONFIRMED;
    }

    void reject() {
        requireProposed();
        status = LinkStatus.REJECTED;
    }

    private void requireProposed() {
        if (status != LinkStatus.PROPOSED) {
            throw Problems.conflict("link-not-proposed", "The link is " + status);
        }
    }
}
