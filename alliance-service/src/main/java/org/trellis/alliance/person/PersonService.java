package org.trellis.alliance.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.UUID;
import org.trellis.alliance.Roles;
import org.trellis.alliance.appointment.Leavings;
import org.trellis.alliance.appointment.Succession;
import org.trellis.outbox.Changes;
import org.trellis.outbox.Ids;
import org.trellis.problem.Problems;
import org.trellis.web.MergePatch;
import org.trellis.web.Versioned;

/** Commands on people. */
@ApplicationScoped
class PersonService {
    private final People people;
    private final PersonQueries queries;
    private final Leavings leavings;
    private final Roles roles;
    private final Changes changes;

    PersonService(People people, PersonQueries queries, Leavings leavings, Roles roles, Changes changes) {
        this.people = people;
        this.queries = queries;
        this.leavings = leavings;
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

    /** Who moves to another home must be welcome there too. */
    @Transactional
    void change(UUID id, String ifMatch, MergePatch patch) {
        var person = toChange(id);
        roles.atOrganisation("$", person.homeId()).require("change a person", Naming.ROLES);
        Versioned.require(ifMatch, person.version());
        var details = patch.applyTo(person.details());
        roles.atOrganisation("$.homeOrganisationId", details.homeOrganisationId())
                .require("name people here", Naming.ROLES);
        changes.record(person, person.change(details));
    }

    /** All that the person holds ends on that day. */
    @Transactional
    UUID leave(UUID id, Succession body) {
        var person = toChange(id);
        roles.atOrganisation("$", person.homeId())
                .require("say that a person leaves", "SCHOOL_LEAD", "TRUST_TEAM", "PLATFORM_ADMIN");
        changes.record(person, person.leave(body.on()));
        leavings.leave(id, body);
        return id;
    }

    private Person toChange(UUID id) {
        queries.view(id);
        return people.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Problems::notFound);
    }
}
