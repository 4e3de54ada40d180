package org.trellis.alliance.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.trellis.alliance.Roles;
import org.trellis.alliance.Today;
import org.trellis.identity.Actor;
import org.trellis.outbox.Changes;
import org.trellis.outbox.Ids;
import org.trellis.problem.Problems;

/** Commands on invitations. */
@ApplicationScoped
class InvitationService {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Invitations invitations;
    private final People people;
    private final PersonQueries queries;
    private final Roles roles;
    private final Changes changes;
    private final Actor actor;
    private final String page;
    private final Duration valid;

    InvitationService(
            Invitations invitations,
            People people,
            PersonQueries queries,
            Roles roles,
            Changes changes,
            Actor actor,
            @ConfigProperty(name = "trellis.invitations.page") String page,
            @ConfigProperty(name = "trellis.invitations.days") int days) {
        this.invitations = invitations;
        this.people = people;
        this.queries = queries;
        this.roles = roles;
        this.changes = changes;
        this.actor = actor;
        this.page = page;
        this.valid = Duration.ofDays(days);
    }

    record Invited(UUID id, String link) {}

    /** The link is in this answer and nowhere else: only its hash is kept. */
    @Transactional
    Invited invite(NewInvitation body) {
        var person = queries.find(body.personId()).orElseThrow(() -> Problems.referencePending("$.personId"));
        roles.atOrganisation("$.personId", person.homeOrganisation().id()).require("invite people here", Naming.ROLES);
        if (person.bound()) {
            throw Problems.conflict("person-bound-already", "The person has a sign-in already");
        }
        var secret = secret();
        var now = Instant.now();
        invitations.expireOpen(person.id(), now);
        var invitation = new Invitation(Ids.next(), person.id(), secret, now, now.plus(valid));
        invitations.persist(invitation);
        return new Invited(invitation.id(), page + "/" + invitation.id() + "#" + secret);
    }

    /** Binds the caller's sign-in to the invited person; who left elsewhere may come with the sign-in of then. */
    @Transactional
    void accept(UUID id, Acceptance body) {
        var invitation =
                invitations.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Problems::notFound);
        invitation.accept(body.secret(), Instant.now());
        people.signingInAs(actor.issuer(), actor.subject())
                .filter(former -> former.leftBy(Today.inEngland()))
                .ifPresent(former -> changes.record(former, former.release()));
        var person = people.findByIdOptional(invitation.personId(), LockModeType.PESSIMISTIC_WRITE)
                .orElseThrow(Problems::notFound);
        changes.record(person, person.bind(actor.issuer(), actor.subject()));
    }

    private static String secret() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
