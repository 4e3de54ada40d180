package org.trellis.alliance.person;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import java.util.UUID;
import org.trellis.outbox.Aggregate;
import org.trellis.problem.Problems;

/** Somebody who works for an organisation; bound to a sign-in once an invitation is accepted. */
@Entity
class Person extends Aggregate {
    @Column // read by SQL only
    private String name;

    @Column // read by SQL only
    private String email;

    private UUID homeId;
    private String issuer;
    private String sub;

    /** For Hibernate. */
    protected Person() {}

    Person(UUID id, NewPerson named) {
        super(id);
        name = named.name().strip();
        email = named.email().strip();
        homeId = named.homeOrganisationId();
    }

    UUID homeId() {
        return homeId;
    }

    PersonEvent registered() {
        return new PersonEvent.Registered(state());
    }

    PersonEvent bind(String toIssuer, String toSub) {
        if (issuer != null) {
            throw Problems.conflict("person-bound-already", "The person has a sign-in already");
        }
        issuer = toIssuer;
        sub = toSub;
        return new PersonEvent.Bound(state());
    }

    private PersonEvent.State state() {
        return new PersonEvent.State(id(), issuer, sub);
    }
}
