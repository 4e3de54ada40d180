package org.trellis.alliance.person;

import jakarta.persistence.Entity;
import java.time.LocalDate;
import java.util.UUID;
import org.trellis.outbox.Aggregate;
import org.trellis.problem.Problems;

/** Somebody who works for an organisation; bound to a sign-in once an invitation is accepted. */
@Entity
class Person extends Aggregate {
    private String name;
    private String email;
    private UUID homeId;
    private LocalDate leftOn;
    private String issuer;
    private String sub;

    /** For Hibernate. */
    protected Person() {}

    Person(UUID id, NewPerson named) {
        super(id);
        become(named.details());
    }

    UUID homeId() {
        return homeId;
    }

    PersonEvent registered() {
        return new PersonEvent.Registered(state());
    }

    PersonDetails details() {
        return new PersonDetails(name, email, homeId);
    }

    PersonEvent change(PersonDetails details) {
        become(details);
        return new PersonEvent.Changed(state());
    }

    PersonEvent leave(LocalDate day) {
        if (leftOn != null) {
            throw Problems.conflict("person-left-already", "The person left on " + leftOn);
        }
        leftOn = day;
        return new PersonEvent.Left(state());
    }

    PersonEvent bind(String toIssuer, String toSub) {
        if (issuer != null) {
            throw Problems.conflict("person-bound-already", "The person has a sign-in already");
        }
        issuer = toIssuer;
        sub = toSub;
        return new PersonEvent.Bound(state());
    }

    boolean leftBy(LocalDate day) {
        return leftOn != null && !leftOn.isAfter(day);
    }

    /** Lets the sign-in of somebody who left be bound to whom they are elsewhere. */
    PersonEvent release() {
        issuer = null;
        sub = null;
        return new PersonEvent.Changed(state());
    }

    private void become(PersonDetails details) {
        name = details.name().strip();
        email = details.email().strip();
        homeId = details.homeOrganisationId();
    }

    private PersonEvent.State state() {
        return new PersonEvent.State(id(), issuer, sub, leftOn);
    }
}
