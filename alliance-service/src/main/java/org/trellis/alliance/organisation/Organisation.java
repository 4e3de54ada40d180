package org.trellis.alliance.organisation;

import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.util.UUID;
import org.trellis.outbox.Aggregate;

/** A school, trust, local authority, university, diocese or other partner. */
@Entity
class Organisation extends Aggregate {
    @Enumerated(EnumType.STRING)
    private OrganisationKind kind;

    @Enumerated(EnumType.STRING)
    private OrganisationStatus status;

    private String name;
    private String urn;
    private String uid;
    private String laCode;
    private String phase;
    private String setting;
    private String town;
    private String postcode;
    private boolean invented;

    /** For Hibernate. */
    protected Organisation() {}

    Organisation(UUID id, NewOrganisation registered) {
        super(id);
        kind = registered.kind();
        urn = registered.urn();
        uid = registered.uid();
        laCode = registered.laCode();
        invented = Boolean.TRUE.equals(registered.invented());
        status = OrganisationStatus.OPEN;
        describe(registered);
    }

    OrganisationEvent registered() {
        return new OrganisationEvent.Registered(state());
    }

    private void describe(NewOrganisation description) {
        name = description.name().strip();
        phase = description.phase();
        setting = description.setting();
        town = description.town();
        postcode = description.postcode();
    }

    private OrganisationEvent.State state() {
        return new OrganisationEvent.State(
                id(), kind, name, urn, uid, laCode, registerId(), phase, setting, town, postcode, status, invented);
    }

    private String registerId() {
        return urn != null ? "urn:" + urn : uid != null ? "uid:" + uid : laCode != null ? "la:" + laCode : null;
    }
}
