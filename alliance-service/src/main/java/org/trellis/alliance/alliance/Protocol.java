package org.trellis.alliance.alliance;

import jakarta.persistence.CollectionTable;
import jakarta.persistence.ElementCollection;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.OrderColumn;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.trellis.outbox.Ids;

/** A version of what must be met to join an alliance, or to leave it. Never changed: a later version follows it. */
@Entity
class Protocol {
    @Id
    private UUID id;

    @Enumerated(EnumType.STRING)
    private ProtocolKind kind;

    private int version;
    private LocalDate validFrom;

    @ElementCollection
    @CollectionTable(name = "protocol_requirement", joinColumns = @JoinColumn(name = "protocol_id"))
    @OrderColumn(name = "position")
    private List<Requirement> requirements = new ArrayList<>();

    /** For Hibernate. */
    protected Protocol() {}

    Protocol(int version, NewProtocol agreed) {
        id = Ids.next();
        kind = agreed.kind();
        this.version = version;
        validFrom = agreed.validFrom();
        requirements.addAll(agreed.requirements());
    }

    UUID id() {
        return id;
    }

    ProtocolKind kind() {
        return kind;
    }

    int version() {
        return version;
    }

    AllianceEvent.ProtocolState state() {
        return new AllianceEvent.ProtocolState(kind, version, validFrom, List.copyOf(requirements));
    }
}
