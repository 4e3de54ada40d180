package org.trellis.project.project;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.trellis.project.World.at;
import static org.trellis.project.World.get;
import static org.trellis.project.World.post;
import static org.trellis.project.World.token;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellis.embedded.SuiteResource;
import org.trellis.project.Setting;
import org.trellis.project.World;

/** What a view offers is what then succeeds, whoever asks and whatever came before; what it does not is refused. */
@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "project"))
class ProjectMovesOverHttpTest {
    private final Setting setting = Setting.shared();

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void offersWhatThenSucceeds(long seed) {
        var random = new Random(seed);
        var project = World.made(token(setting.lead), "/v1/projects", setting.newProject());
        appoint(project);
        var actors = List.of(
                token(setting.lead),
                token(setting.rdLead),
                token(setting.facilitator),
                token(setting.projectLead),
                token(setting.partnerLead),
                at(setting.allianceTrustId, "trust-team"));
        for (int step = 0; step < 30; step++) {
            if (random.nextInt(4) == 0) {
                somethingElseHappens(random, project);
            }
            tryOne(project, actors.get(random.nextInt(actors.size())), random);
        }
    }

    private void tryOne(UUID project, String actor, Random random) {
        var path = "/v1/projects/" + project;
        var action = ProjectAction.values()[random.nextInt(ProjectAction.values().length)].toString();
        // What ends a project for good is tried rarely, so that the others are tried from every state.
        if (action.equals("withdraw") && random.nextInt(6) > 0) {
            return;
        }
        var before = get(actor, path);
        Map<String, Object> offer = before.path("actions.find { it.action == '" + action + "' }");

        var answer = post(actor, path + "/transitions", Map.of("action", action, "note", "because"));

        if (offer != null && (boolean) offer.get("allowed")) {
            assertEquals(200, answer.statusCode(), action + " was offered: " + answer.asString());
        } else {
            refused(answer, action, offer, before.path("state"));
            assertEquals(before.<String>path("state"), get(actor, path).path("state"));
            assertEquals(before.<Integer>path("version"), get(actor, path).path("version"));
        }
    }

    private static void refused(Response answer, String action, Map<String, Object> offer, String state) {
        var said = action + " from " + state + ": " + answer.asString();
        assertTrue(List.of(403, 409).contains(answer.statusCode()), said);
        assertTrue(answer.<String>path("code").matches("[a-z]+(-[a-z]+)*"), said);
        if (answer.statusCode() == 409) {
            assertNotNull(answer.path("missing"), said);
        }
        if (offer != null && answer.statusCode() == 409) {
            assertEquals(offer.get("missing"), answer.path("missing"), said);
        }
    }

    /** What guards look at comes about between moves, by its own requests; those may be refused. */
    private void somethingElseHappens(Random random, UUID project) {
        var lead = token(setting.lead);
        switch (random.nextInt(3)) {
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
            case 1 -> {
                var invited = post(
                        lead,
                        "/v1/participations",
                        Map.of("projectId", project, "organisationId", setting.school.id()));
                if (invited.statusCode() == 201) {
                    post(
                            at(setting.school.registerId(), "school-lead"),
                            "/v1/participations/" + invited.path("id") + "/transitions",
                            Map.of("action", "commit"));
                }
            }
            default ->
                post(
                        lead,
                        "/v1/cycles",
                        Map.of("projectId", project, "number", 1, "startsOn", "2025-09-01", "endsOn", "2026-07-20"));
        }
    }

    private void appoint(UUID project) {
        World.made(
                token(setting.lead),
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
    }
}
