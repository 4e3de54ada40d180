package org.trellis.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.trellis.project.World.at;
import static org.trellis.project.World.get;
import static org.trellis.project.World.made;
import static org.trellis.project.World.post;
import static org.trellis.project.World.token;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;
import org.trellis.testing.Answers;

/** What a view offers is what then succeeds, whoever asks and whatever came before; what it does not is refused. */
@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "project"))
class MovesOverHttpTest {
    /** What moves: where, in which field it says how far it is, by which actions, and what each of them is told. */
    private record Thing(String path, String state, List<String> actions, Map<String, ?> told) {}

    private static final Map<String, ?> NOTE = Map.of("note", "because");
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> SETBACKS = Set.of("withdraw", "take_back", "accept", "return", "suspend");
    private static final Set<Integer> REFUSED = Set.of(403, 404, 409);

    private final Setting setting = Setting.shared();
    private final List<String> actors = List.of(
            token(setting.lead),
            token(setting.rdLead),
            token(setting.facilitator),
            token(setting.projectLead),
            token(setting.partnerLead),
            at(setting.allianceTrustId, "trust-team"),
            at(setting.school.registerId(), "school-lead"),
            at(setting.school.registerId(), "school-staff"),
            at(setting.otherSchool.registerId(), "school-lead"));
    private final List<String> reviewers = List.of(actors.get(0), actors.get(1), actors.get(3));
    private final Set<String> succeeded = new TreeSet<>();

    @Test
    void offersWhatThenSucceeds() {
        for (long seed = 1; seed <= 3; seed++) {
            var life = new Life(new Random(seed));
            for (int step = 0; step < 150; step++) {
                life.step();
            }
        }

        assertTrue(
                succeeded.containsAll(List.of(
                        "projects approve",
                        "projects start",
                        "participations invite",
                        "participations commit",
                        "participations activate",
                        "participations withdraw",
                        "cycles baseline",
                        "cycles deliver",
                        "cycles review",
                        "cycles close",
                        "milestones meet",
                        "milestones drop",
                        "project-risks close",
                        "project-risks reopen",
                        "project-transfers decline",
                        "reviews")),
                "what was tried came far enough: " + succeeded);
    }

    /** A project with all that moves in it, each as it is made. */
    private final class Life {
        private final Random random;
        private final UUID project = made(token(setting.lead), "/v1/projects", setting.newProject());
        private final UUID cycle = setting.cycle(project);
        private final UUID school = setting.invited(project, setting.school);
        private final UUID completeness = UUID.randomUUID();
        private int told;
        private final List<Thing> things = new ArrayList<>();

        Life(Random random) {
            this.random = random;
            var lead = token(setting.lead);
            made(
                    lead,
                    "/v1/project-appointments",
                    Map.of(
                            "projectId",
                            project,
                            "personId",
                            setting.projectLead.id(),
                            "role",
                            "PROJECT_LEAD",
                            "startsOn",
                            "2025-09-01"));
            things.addAll(List.of(
                    new Thing(
                            "/v1/projects/" + project,
                            "state",
                            List.of(
                                    "propose",
                                    "approve",
                                    "return",
                                    "start",
                                    "report",
                                    "close",
                                    "suspend",
                                    "resume",
                                    "withdraw"),
                            NOTE),
                    new Thing("/v1/cycles/" + cycle, "phase", List.of("baseline", "deliver", "review", "close"), NOTE),
                    participation(school),
                    milestone(null),
                    milestone(school),
                    new Thing(
                            "/v1/project-risks/" + made(lead, "/v1/project-risks", setting.newRisk(project)),
                            "state",
                            List.of("close", "reopen"),
                            NOTE),
                    new Thing(
                            "/v1/project-transfers/"
                                    + made(
                                            lead,
                                            "/v1/project-transfers",
                                            Map.of("projectId", project, "toAllianceId", setting.partner)),
                            "status",
                            List.of("decline", "take_back"),
                            Map.of())));
        }

        private Thing participation(UUID id) {
            return new Thing(
                    "/v1/participations/" + id,
                    "status",
                    List.of("invite", "commit", "activate", "complete", "withdraw"),
                    Map.of("note", "because", "reason", "STAFFING"));
        }

        private Thing milestone(UUID participation) {
            var body = new HashMap<String, Object>(Map.of(
                    "projectId",
                    project,
                    "name",
                    "Baselines are in",
                    "ownerId",
                    setting.lead.id(),
                    "due",
                    "2031-03-14"));
            if (participation != null) {
                body.put("participationId", participation);
            }
            return new Thing(
                    "/v1/milestones/" + made(token(setting.lead), "/v1/milestones", body),
                    "state",
                    List.of("meet", "drop"),
                    NOTE);
        }

        void step() {
            if (random.nextInt(4) == 0) {
                somethingElseHappens();
            }
            // What the rest hangs on is moved more often.
            var thing = things.get(random.nextInt(random.nextBoolean() ? 3 : things.size()));
            switch (random.nextInt(8)) {
                case 0 -> review(anyone());
                case 1, 2, 3, 4 -> onwards(thing);
                default ->
                    tryOne(
                            thing,
                            anyone(),
                            thing.actions().get(random.nextInt(thing.actions().size())));
            }
        }

        private String anyone() {
            return actors.get(random.nextInt(actors.size()));
        }

        /** Something that somebody is offered and that leads on. */
        private void onwards(Thing thing) {
            var all = new ArrayList<>(actors);
            Collections.shuffle(all, random);
            for (var actor : all) {
                var offer = Seen.by(actor, thing.path()).offers().stream()
                        .filter(each -> each.path("allowed").booleanValue())
                        .map(each -> each.path("action").textValue())
                        .filter(action -> !SETBACKS.contains(action))
                        .findFirst();
                if (offer.isPresent()) {
                    tryOne(thing, actor, offer.get());
                    return;
                }
            }
        }

        private void tryOne(Thing thing, String actor, String action) {
            // What leads back or ends something is tried rarely, so that the others are tried from every state.
            if (SETBACKS.contains(action) && random.nextInt(4) > 0) {
                return;
            }
            var before = Seen.by(actor, thing.path());
            var offer = before.offers().stream()
                    .filter(each -> each.path("action").textValue().equals(action))
                    .findFirst();
            var body = new HashMap<String, Object>(thing.told());
            body.put("action", action);

            var answer = post(actor, thing.path() + "/transitions", body);

            if (offer.filter(each -> each.path("allowed").booleanValue()).isPresent()) {
                assertTrue(answer.statusCode() < 300, action + " was offered: " + answer.asString());
                succeeded.add(thing.path().split("/", -1)[2] + " " + action);
            } else {
                var said = action + " of " + thing.path() + ": " + answer.asString();
                var refused = assertRefused(answer, said);
                if (answer.statusCode() == 409) {
                    offer.ifPresent(each -> assertEquals(each.path("missing"), refused.path("missing"), said));
                }
                assertSame(before, Seen.by(actor, thing.path()), thing.state(), said);
            }
        }

        /** A review is no move: who may write it, and when, is written here apart from the rule under test. */
        private void review(String actor) {
            var path = "/v1/cycles/" + cycle;
            var before = Seen.by(actor, path);
            var state = Seen.by(token(setting.lead), "/v1/projects/" + project).text("state");
            boolean allowed = reviewers.contains(actor)
                    && !Set.of("CLOSED", "WITHDRAWN").contains(state)
                    && "REVIEWING".equals(before.text("phase"));

            var answer = post(actor, path + "/reviews", Setting.REVIEW);

            if (allowed) {
                assertEquals(201, answer.statusCode(), answer.asString());
                succeeded.add("reviews");
            } else {
                assertRefused(answer, answer.asString());
                assertSame(before, Seen.by(actor, path), "phase", answer.asString());
            }
        }

        /** What guards look at comes about between moves, by its own requests; those may be refused. */
        private void somethingElseHappens() {
            var lead = token(setting.lead);
            switch (random.nextInt(4)) {
                case 0 ->
                    post(
                            lead,
                            "/v1/projects/" + project + "/success-measures",
                            Map.of(
                                    "measureId",
                                    setting.measure,
                                    "primary",
                                    true,
                                    "points",
                                    List.of(Map.of("point", "BASELINE"), Map.of("point", "OUTCOME"))));
                case 1 ->
                    post(
                            lead,
                            "/v1/cycles/" + cycle + "/waivers",
                            Map.of("participationId", school, "reason", "Its tests were lost"));
                case 2 -> {
                    var interested = post(
                            at(setting.otherSchool.registerId(), "school-lead"),
                            "/v1/participations",
                            Map.of(
                                    "projectId",
                                    project,
                                    "organisationId",
                                    setting.otherSchool.id(),
                                    "status",
                                    "INTERESTED"));
                    if (interested.statusCode() == 201) {
                        things.add(participation(Answers.made(interested)));
                    }
                }
                default ->
                    setting.world.baseline(project, cycle, setting.school, completeness, told++, setting.measure);
            }
        }
    }

    private static JsonNode assertRefused(Response answer, String said) {
        assertTrue(REFUSED.contains(answer.statusCode()), said);
        var problem = json(answer);
        assertTrue(problem.path("code").textValue().matches("[a-z]+(-[a-z]+)*"), said);
        if (answer.statusCode() == 409) {
            assertTrue(problem.has("missing"), said);
        }
        return problem;
    }

    /** Schools may begin to deliver in a cycle at any moment, which counts as a change of it. */
    private static void assertSame(Seen before, Seen after, String state, String said) {
        assertEquals(before.status(), after.status(), said);
        assertEquals(before.text(state), after.text(state), said);
        if (!state.equals("phase")) {
            assertEquals(before.body().path("version"), after.body().path("version"), said);
        }
    }

    /** A view, read once: REST-assured compiles each path anew. */
    private record Seen(int status, JsonNode body) {
        static Seen by(String actor, String path) {
            var answer = get(actor, path);
            return new Seen(answer.statusCode(), json(answer));
        }

        String text(String field) {
            return body.path(field).textValue();
        }

        List<JsonNode> offers() {
            var offers = new ArrayList<JsonNode>();
            body.path("actions").forEach(offers::add);
            return offers;
        }
    }

    private static JsonNode json(Response answer) {
        try {
            return JSON.readTree(answer.asString());
        } catch (JsonProcessingException e) {
            throw new AssertionError("the answer is no JSON", e);
        }
    }
}
