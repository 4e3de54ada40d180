package org.trellis.evidence.submission;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;
import org.trellis.evidence.World;

/** Answers that nobody's name stands on. */
@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class SurveyTest {
    private World world;
    private Handing handing;

    @BeforeEach
    void tellOfAProject() {
        world = new World();
        handing = new Handing(world);
    }

    @Test
    void showsStaffInGroupsOfFiveEvenToTheirOwnSchool() {
        var four = handing.survey("TEACHER_CONFIDENCE", Handing.answers(4, 2, "More time"));
        var five = handing.survey("TEACHER_CONFIDENCE", Handing.answers(5, 2, "A quiet room"));
        for (var draft : List.of(four, five)) {
            handing.read(world.head(), draft, "/results").then().statusCode(409);
            world.move(world.staff(), draft, "submit").then().statusCode(200).body("status", equalTo("ACCEPTED"));
        }

        for (var own : List.of(world.staff(), world.head())) {
            handing.read(own, four, "/results")
                    .then()
                    .body("withheld", equalTo(true))
                    .body("questions", hasSize(0));
            handing.texts(own, four).then().body("items", hasSize(0));
            handing.read(own, five, "/results")
                    .then()
                    .body("withheld", equalTo(false))
                    .body("questions.find { it.id == 'teaching' }.mean", equalTo(2.0f))
                    .body("questions.find { it.id == 'teaching' }.answers.people", contains(0, 5, 0, 0, 0));
            handing.read(own, five, "/content").then().body("content.responses", hasSize(0));
            handing.texts(own, five).then().body("items.text", contains("A quiet room"));
        }
        handing.read(world.appointed("project-lead"), five, "/results")
                .then()
                .body("withheld", equalTo(true))
                .body("responses", nullValue());
        handing.texts(world.appointed("project-lead"), five).then().body("items", hasSize(0));
    }

    @Test
    void opensNothingOfFewStaffByAnAmendmentWithMoreAnswers() {
        var three = handing.survey("TEACHER_CONFIDENCE", Handing.answers(3, 2, "More time"));
        world.move(world.staff(), three, "submit").then().statusCode(200);
        world.move(world.staff(), three, "amend").then().statusCode(200);
        var padded = new ArrayList<>(Handing.answers(3, 2, "More time"));
        padded.addAll(Handing.answers(2, 3, "A quiet room"));
        Handing.put(
                        world.staff(),
                        three,
                        world.submission(world.school, "SURVEY", handing.ofInstrument("TEACHER_CONFIDENCE", padded)),
                        handing.read(world.staff(), three, "").header("ETag"))
                .then()
                .statusCode(200);

        for (var own : List.of(world.staff(), world.head())) {
            handing.texts(own, three).then().statusCode(200).body("items", hasSize(0));
            handing.read(own, three, "/results").then().body("withheld", equalTo(true));
        }
        world.move(world.staff(), three, "submit").then().statusCode(200);
        handing.texts(world.head(), three).then().body("items.text", hasItems("More time", "A quiet room"));
    }

    @Test
    void aQuestionThatFewStaffAnsweredIsWithheldByItself() {
        var definition = Map.of(
                "scales", List.of(Map.of("id", "s", "steps", List.of(Handing.step(1), Handing.step(2)))),
                "questions",
                        List.of(
                                Map.of("type", "RATING", "id", "all", "label", "All", "required", true, "scale", "s"),
                                Map.of(
                                        "type",
                                        "RATING",
                                        "id",
                                        "few",
                                        "label",
                                        "Few",
                                        "required",
                                        false,
                                        "scale",
                                        "s")));
        var form = handing.published("TEACHER", definition);
        var answers = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < 6; i++) {
            answers.add(i < 4 ? Map.of("all", 1, "few", 2) : Map.of("all", 1));
        }
        var handedIn = handing.begun(
                world.staff(), "SURVEY", Map.of("instrumentId", form, "takenOn", "2026-01-20", "responses", answers));
        world.move(world.staff(), handedIn, "submit").then().statusCode(200);

        handing.read(world.head(), handedIn, "/results")
                .then()
                .body("questions.find { it.id == 'all' }.answered", equalTo(6))
                .body("questions.find { it.id == 'few' }.answered", nullValue())
                .body("questions.find { it.id == 'few' }.answers", hasSize(0));
    }

    @Test
    void moderatesASurveyThatIsCountedForAMeasure() {
        var form = handing.published(
                "PUPIL",
                Map.of(
                        "scales", List.of(Map.of("id", "s", "steps", List.of(Handing.step(80), Handing.step(90)))),
                        "questions",
                                List.of(Map.of(
                                        "type",
                                        "RATING",
                                        "id",
                                        "q",
                                        "label",
                                        "Q",
                                        "required",
                                        true,
                                        "scale",
                                        "s",
                                        "measure",
                                        world.measureCode()))));
        Map<String, Object> content = new HashMap<>(Map.of(
                "instrumentId",
                form,
                "takenOn",
                "2026-01-20",
                "responses",
                List.of(Map.of("q", 80), Map.of("q", 90), Map.of("q", 90))));
        world.post(world.staff(), "/v1/submissions", world.submission(world.school, "SURVEY", content))
                .then()
                .statusCode(400)
                .body("violations.path", hasItem("$.content.cohortId"));
        content.put("cohortId", world.cohort);
        content.put("point", "LATER");
        world.post(world.staff(), "/v1/submissions", world.submission(world.school, "SURVEY", content))
                .then()
                .statusCode(400)
                .body("violations.path", hasItem("$.content.point"));
        content.put("point", "BASELINE");
        var handedIn = handing.begun(world.staff(), "SURVEY", content);
        world.move(world.staff(), handedIn, "submit")
                .then()
                .statusCode(200)
                .body("status", equalTo("SUBMITTED"))
                .body("measures.id", contains(world.measure.toString()))
                .body("measures.edition", contains(1));
        world.assign(handedIn, world.moderator).then().statusCode(201);
        handing.read(world.appointed("moderator"), handedIn, "/results").then().statusCode(200);
        world.decide(world.appointed("moderator"), handedIn, "ACCEPT").then().statusCode(201);

        assertEquals("{80.000=1,90.000=2}", World.sql("""
            select array_agg(value || '=' || people order by value) from accepted_count where submission_id = '%s'\
            """.formatted(handedIn)));
    }

    @Test
    void judgesAnswersByTheirForm() {
        var wrong = Handing.engaged("ask H801200001001");
        wrong.put("interested", 6);
        wrong.remove("trying");
        wrong.put("Ann Other", 1);
        world.post(
                        world.staff(),
                        "/v1/submissions",
                        world.submission(
                                world.school,
                                "SURVEY",
                                handing.ofInstrument("PUPIL_ENGAGEMENT", List.of(Handing.engaged(null), wrong))))
                .then()
                .statusCode(400)
                .body(
                        "violations.path",
                        hasItems(
                                "$.content.responses[1].interested",
                                "$.content.responses[1].trying",
                                "$.content.responses[1].say",
                                "$.content.responses[1].*"))
                .body("violations", hasSize(4));
        var observation = new HashMap<>(handing.observation("TEACHER_CONFIDENCE"));
        world.post(world.staff(), "/v1/submissions", world.submission(world.school, "OBSERVATION", observation))
                .then()
                .statusCode(400)
                .body("violations.path", hasItem("$.content.instrumentId"));
        observation.put("teacherId", UUID.randomUUID());
        world.post(world.staff(), "/v1/submissions", world.submission(world.school, "OBSERVATION", observation))
                .then()
                .statusCode(409)
                .body("code", equalTo("reference-pending"));
    }
}
