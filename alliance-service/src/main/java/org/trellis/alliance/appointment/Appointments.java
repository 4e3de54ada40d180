package org.trellis.alliance.appointment;

import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** All appointments at organisations and alliances. */
@ApplicationScoped
class Appointments implements PanacheRepositoryBase<Appointment, UUID> {
    boolean anyAt(UUID alliance) {
        return count("allianceId", alliance) > 0;
    }

    /** What a person holds on a day or will hold after it, whatever end is planned, to be changed. */
    List<Appointment> heldBeyond(UUID person, LocalDate day) {
        return find(
                        "personId = ?1 and (endsOn is null or endsOn > ?2 and endsOn > startsOn) order by startsOn, id",
                        person,
                        day)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    /** Those at an alliance that a day does not find ended. */
    List<Appointment> reachingBeyond(UUID alliance, LocalDate day) {
        return find("allianceId = ?1 and (endsOn is null or endsOn > ?2) order by startsOn, id", alliance, day)
                .withLock(LockModeType.PESSIMISTIC_WRITE)
                .list();
    }

    boolean isHead(UUID person, UUID organisation, LocalDate day) {
        return count(
                        "personId = ?1 and organisationId = ?2 and role in ?3 and startsOn <= ?4"
                                + " and (endsOn is null or endsOn > ?4)",
                        person,
                        organisation,
                        AppointmentRole.headships(),
                        day)
                > 0;
    }
}
