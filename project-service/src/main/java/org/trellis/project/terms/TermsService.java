package org.trellis.project.terms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.trellis.identity.CurrentRequest;
import org.trellis.outbox.Changes;
import org.trellis.outbox.Ids;
import org.trellis.problem.Problems;
import org.trellis.project.access.Leads;
import org.trellis.project.access.Standing;
import org.trellis.project.participation.ParticipationService;
import org.trellis.project.participation.Participations;
import org.trellis.project.project.Projects;

/** Commands on terms, and on the links by which heads accept them. */
@ApplicationScoped
class TermsService {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final TermsVersions versions;
    private final TermsLinks links;
    private final Participations participations;
    private final ParticipationService commitment;
    private final Projects projects;
    private final Standing standing;
    private final Changes changes;
    private final String page;
    private final Duration valid;

    TermsService(
            TermsVersions versions,
            TermsLinks links,
            Participations participations,
            ParticipationService commitment,
            Projects projects,
            Standing standing,
            Changes changes,
            @ConfigProperty(name = "trellis.terms.page") String page,
            @ConfigProperty(name = "trellis.terms.days") int days) {
        this.versions = versions;
        this.links = links;
        this.participations = participations;
        this.commitment = commitment;
        this.projects = projects;
        this.standing = standing;
        this.changes = changes;
        this.page = page;
        this.valid = Duration.ofDays(days);
    }

    @Transactional
    UUID publish(UUID project, NewTerms body) {
        Standing.require(
                standing.inProject(project), Leads.OF_PROJECT, "The project's lead and its alliance's leads set terms");
        projects.steady(project).requireNotOver();
        var terms = new Terms(Ids.next(), project, versions.newest(project) + 1, body.text());
        versions.persist(terms);
        changes.record(terms, terms.published());
        return terms.id();
    }

    /** The link is in this answer and nowhere else: only its hash is kept. */
    @Transactional
    TermsLinkView link(UUID participation) {
        var roles = standing.inParticipation(participation);
        var project = participations.projectOf(participation);
        Standing.require(roles, Leads.OF_PROJECT, "The project's lead and its alliance's leads invite");
        projects.steady(project).requireNotOver();
        // Held for a change, so that of two links at once the later one makes the earlier one useless.
        participations.toMove(participation).requireInvited();
        int newest = versions.newest(project);
        if (newest == 0) {
            throw Problems.conflict(
                    "no-terms",
                    "The project has no terms that could be accepted",
                    List.of("a version of the project's terms"));
        }
        var secret = secret();
        var now = Instant.now();
        links.expireOpen(participation, now);
        var link = new TermsLink(Ids.next(), participation, newest, secret, now.plus(valid));
        links.persist(link);
        return new TermsLinkView(
                link.id(), participation, newest, link.expiresAt(), page + "/" + link.id() + "#" + secret);
    }

    /** Who holds the link and signs in at the school says yes for it. */
    @Transactional
    void accept(UUID id, NewAcceptance body) {
        var participation = links.participationOf(id).orElseThrow(Problems::notFound);
        var roles = standing.atSchool(participations.organisationOf(participation));
        if (roles.isEmpty()) {
            throw Problems.notFound();
        }
        // The project first, as everywhere, and the participation before its links.
        projects.steady(participations.projectOf(participation));
        participations.toMove(participation);
        var link = links.findByIdOptional(id, LockModeType.PESSIMISTIC_WRITE).orElseThrow(Problems::notFound);
        if (link.accept(body.secret(), caller(), Instant.now())) {
            commitment.commitByLink(link.participationId(), link.termsNumber(), roles);
        }
    }

    private static String caller() {
        var actor = CurrentRequest.actor().orElseThrow(Problems::unauthenticated);
        return actor.issuer() + " " + actor.subject();
    }

    private static String secret() {
        var bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
