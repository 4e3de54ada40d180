package org.trellis.alliance.appointment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** All appointments at organisations and alliances. */
@ApplicationScoped
class Appointments implements PanacheRepositoryBase<Appointment, UUID> {
    boolean anyAt(UUID alliance) {
        return count("allianceId", alliance) > 0;
    }
}
