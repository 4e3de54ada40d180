package org.trellis.evidence.submission;

import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;
import org.trellis.evidence.World;

/** Observations and coaching notes. */
@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class DevelopmentTest {
    private World world;
    private Handing handing;

    @BeforeEach
    void tellOfAProject() {
        world = new World();
        handing = new Handing(world);
    }

    @Test
    void whatIsForDevelopmentIsForItsAuthorTheTeacherAndTheHeadAlone() {
        var observed =
                handing.begun(world.appointed("coach"), "OBSERVATION", handing.observation("OBSERVATION_COMMENTS"));
        handing.read(world.appointed("appointed-head"), observed, "").then().statusCode(404);
        handing.read(world.teacher(), observed, "").then().statusCode(404);
        world.move(world.appointed("coach"), observed, "submit")
                .then()
                .statusCode(200)
                .body("status", equalTo("ACCEPTED"));

        for (var reader : List.of(world.appointed("coach"), world.teacher(), world.appointed("appointed-head"))) {
            handing.read(reader, observed, "").then().statusCode(200);
            handing.read(reader, observed, "/history").then().statusCode(200);
            handing.read(reader, observed, "/content")
                    .then()
                    .statusCode(200)
                    .body("content.answers.seen", equalTo("Pairs"));
        }
        for (var other : others()) {
            for (var part : List.of("", "/content", "/history", "/results", "/scores")) {
                handing.read(other, observed, part).then().statusCode(404);
            }
            world.move(other, observed, "withdraw").then().statusCode(404);
            world.get(other, "/v1/submissions?type=OBSERVATION")
                    .then()
                    .statusCode(200)
                    .body("items", hasSize(0));
        }
        world.move(world.teacher(), observed, "amend").then().statusCode(403);
    }

    @Test
    void othersSeeHowManyThereAre() {
        var note = handing.begun(
                world.staff(),
                "COACHING_NOTE",
                Map.of(
                        "teacherId",
                        world.teacher,
                        "endedAt",
                        "2026-01-20T15:30:00Z",
                        "focus",
                        "Questions",
                        "note",
                        "Waits"));
        world.move(world.staff(), note, "submit").then().statusCode(200);
        handing.begun(world.staff(), "OBSERVATION", handing.observation("OBSERVATION_GRADED"));

        for (var counting : List.of(world.colleague(), world.head(), world.appointed("project-lead"))) {
            world.get(counting, "/v1/submission-counts?projectId=" + world.project)
                    .then()
                    .statusCode(200)
                    .body("$", hasSize(1))
                    .body("[0].type", equalTo("COACHING_NOTE"))
                    .body("[0].submissions", equalTo(1));
        }
        for (var other : List.of(world.stranger(), world.academyHead(), world.admin())) {
            world.get(other, "/v1/submission-counts").then().statusCode(200).body("$", hasSize(0));
        }
    }

    private List<String> others() {
        var others = new ArrayList<>(List.of(world.colleague(), world.trustTeam(), world.head()));
        others.addAll(outsiders());
        return others;
    }

    private List<String> outsiders() {
        return List.of(
                world.appointed("rd-lead"),
                world.appointed("alliance-lead"),
                world.appointed("project-lead"),
                world.appointed("moderator"),
                world.academyHead(),
                world.trustTeam(),
                world.stranger(),
                world.admin());
    }
}
