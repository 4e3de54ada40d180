package org.trellis.alliance.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.trellis.alliance.Roles;
import org.trellis.outbox.Changes;
import org.trellis.outbox.Ids;

/** Commands on people. */
@ApplicationScoped
class PersonService {
    private final People people;
    private final Roles roles;
    private final Changes changes;

    PersonService(People people, Roles roles, Changes changes) {
        this.people = people;
        this.roles = roles;
        this.changes = changes;
    }

    @Transactional
    UUID name(NewPerson body) {
        roles.atOrganisation("$.homeOrganisationId", body.homeOrganisationId())
                .require("name people here", Naming.ROLES);
        var person = new Person(Ids.next(), body);
        people.persist(person);
        changes.record(person, person.registered());
        return person.id();
    }
}
