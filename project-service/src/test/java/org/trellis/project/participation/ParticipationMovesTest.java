package org.trellis.project.participation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.trellis.project.participation.ParticipationStatus.ACTIVE;
import static org.trellis.project.participation.ParticipationStatus.COMMITTED;
import static org.trellis.project.participation.ParticipationStatus.COMPLETED;
import static org.trellis.project.participation.ParticipationStatus.INTERESTED;
import static org.trellis.project.participation.ParticipationStatus.INVITED;
import static org.trellis.project.participation.ParticipationStatus.WITHDRAWN;

import io.quarkiverse.resteasy.problem.HttpProblem;
import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellis.problem.Violation;
import org.trellis.project.Today;
import org.trellis.project.access.Role;
import org.trellis.project.project.ProjectState;
import org.trellis.project.transition.Rule;

class ParticipationMovesTest {
    private static final Map<ParticipationStatus, Map<String, ParticipationStatus>> MODEL = Map.of(
            INTERESTED, Map.of("invite", INVITED, "withdraw", WITHDRAWN),
            INVITED, Map.of("commit", COMMITTED, "withdraw", WITHDRAWN),
            COMMITTED, Map.of("activate", ACTIVE, "withdraw", WITHDRAWN),
            ACTIVE, Map.of("complete", COMPLETED, "withdraw", WITHDRAWN),
            COMPLETED, Map.of(),
            WITHDRAWN, Map.of());

    private static final ParticipationFacts ACTIVE_PROJECT = new ParticipationFacts(ProjectState.ACTIVE, null);

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void neverReachesAStateThatTheModelDoesNotKnow(long seed) {
        var random = new Random(seed);
        for (int life = 0; life < 500; life++) {
            var participation = new Participation(UUID.randomUUID(), entering(random.nextBoolean(), null));
            var status = participation.entered().state().status();
            for (int step = 0; step < 12; step++) {
                var action = ParticipationAction.values()[random.nextInt(ParticipationAction.values().length)];
                var project = ProjectState.values()[random.nextInt(ProjectState.values().length)];
                Integer terms = random.nextBoolean() ? null : 1 + random.nextInt(2);
                Integer accepted = random.nextBoolean() ? null : 1 + random.nextInt(2);
                var facts = new ParticipationFacts(project, terms);
                var roles = EnumSet.of(Role.PARTICIPANT, Role.values()[random.nextInt(Role.values().length)]);
                boolean offered = Rule.actions(List.of(ParticipationAction.values()), status, roles, facts).stream()
                        .anyMatch(a -> a.action().equals(action.toString()) && a.allowed());
                boolean agrees = action != ParticipationAction.COMMIT || terms == null || terms.equals(accepted);
                try {
                    var event = participation.move(
                            new NewParticipationTransition(
                                    action, LeavingReason.STAFFING, null, accepted, null, "agreed by telephone"),
                            roles,
                            facts);
                    assertEquals(
                            MODEL.get(status).get(action.toString()),
                            event.state().status());
                    assertEquals(true, offered && agrees);
                    status = event.state().status();
                } catch (HttpProblem refused) {
                    assertEquals(false, offered && agrees, status + " " + action + " was offered and refused");
                }
            }
        }
    }

    @Test
    void asksForAReasonToLeaveAndForANoteFromWhoActsForTheHead() {
        var byLead = withdrawal(Set.of(Role.ALLIANCE_LEAD));
        var byHead = withdrawal(Set.of(Role.SCHOOL_LEAD));

        assertEquals(2, violations(byLead).size());
        assertEquals(1, violations(byHead).size());
    }

    @Test
    void endsTodayAndKeepsTheEvidenceUnlessToldOtherwise() {
        var left = new Participation(UUID.randomUUID(), entering(true, LocalDate.of(2025, 9, 1)))
                .move(
                        new NewParticipationTransition(
                                ParticipationAction.WITHDRAW, LeavingReason.FUNDING, null, null, null, null),
                        Set.of(Role.SCHOOL_LEAD),
                        ACTIVE_PROJECT)
                .state();

        assertEquals(Today.inEngland(), left.endsOn());
        assertEquals(LeftEvidence.KEEP, left.evidence());
        assertEquals(LeavingReason.FUNDING, left.leavingReason());
    }

    @Test
    void takesPartFromTheDayItCommits() {
        var committed = new Participation(UUID.randomUUID(), entering(true, null))
                .move(
                        new NewParticipationTransition(ParticipationAction.COMMIT, null, null, null, null, null),
                        Set.of(Role.TRUST_TEAM),
                        ACTIVE_PROJECT)
                .state();

        assertEquals(Today.inEngland(), committed.startsOn());
    }

    @Test
    void acceptsTheTermsThatHoldAndNoOthers() {
        var facts = new ParticipationFacts(ProjectState.APPROVED, 2);
        var asked = new Participation(UUID.randomUUID(), entering(true, null));

        assertEquals(
                List.of("$.termsVersion"),
                violations(refused(asked, null, null, facts)).stream()
                        .map(v -> ((Violation) v).path())
                        .toList());
        assertEquals("terms-not-current", code(refused(asked, 1, null, facts)));
        assertEquals(
                2,
                asked.move(commit(2, null), Set.of(Role.SCHOOL_LEAD), facts)
                        .state()
                        .termsVersion());
    }

    @Test
    void holdsFromADayThatHasComeAndNotFromBeforeTheLast() {
        var asked = new Participation(UUID.randomUUID(), entering(true, null));

        assertEquals(
                "day-out-of-order", code(refused(asked, null, Today.inEngland().plusDays(1), ACTIVE_PROJECT)));
        assertEquals(
                "day-out-of-order", code(refused(asked, null, Today.inEngland().minusDays(1), ACTIVE_PROJECT)));
    }

    private static NewParticipationTransition commit(Integer terms, LocalDate on) {
        return new NewParticipationTransition(ParticipationAction.COMMIT, null, null, terms, on, null);
    }

    private static HttpProblem refused(Participation asked, Integer terms, LocalDate on, ParticipationFacts facts) {
        return assertThrows(HttpProblem.class, () -> asked.move(commit(terms, on), Set.of(Role.SCHOOL_LEAD), facts));
    }

    private static Object code(HttpProblem refused) {
        return refused.getParameters().get("code");
    }

    static NewParticipation entering(boolean invited, LocalDate startsOn) {
        return new NewParticipation(
                UUID.fromString("01978a3e-0000-7000-8000-000000000001"),
                UUID.fromString("01978a3e-0000-7000-8000-000000000003"),
                invited ? NewParticipation.Entry.INVITED : NewParticipation.Entry.INTERESTED,
                startsOn);
    }

    private static HttpProblem withdrawal(Set<Role> roles) {
        return assertThrows(
                HttpProblem.class,
                () -> new Participation(UUID.randomUUID(), entering(true, null))
                        .move(
                                new NewParticipationTransition(
                                        ParticipationAction.WITHDRAW, null, null, null, null, null),
                                roles,
                                ACTIVE_PROJECT));
    }

    private static List<?> violations(HttpProblem refused) {
        return (List<?>) refused.getParameters().get("violations");
    }
}
