package org.trellis.evidence.instrument;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;
import org.trellis.evidence.World;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class InstrumentTest {
    private World world;

    @BeforeEach
    void tellOfAProject() {
        world = new World();
    }

    @Test
    void startsWithReadyMeasuresAndForms() {
        world.get(world.staff(), "/v1/measures?limit=200")
                .then()
                .body(
                        "items.code",
                        hasItems(
                                "EYFS_GOOD_LEVEL",
                                "PHONICS_CHECK",
                                "KS2_READING_SCALED",
                                "GCSE_MATHS",
                                "GOAL_ATTAINMENT_SCALE",
                                "TEACHER_CONFIDENCE_ITEM",
                                "SCHOOL_SHARE_AT_STANDARD"))
                .body("items.find { it.code == 'READING_AGE_MONTHS' }.ageInMonths", equalTo(true))
                .body("items.find { it.code == 'SCHOOL_FIXED_TERM_SUSPENSIONS' }.higherIsBetter", equalTo(false));
        world.get(world.staff(), "/v1/instruments?limit=200")
                .then()
                .body(
                        "items.code",
                        hasItems(
                                "TEACHER_CONFIDENCE",
                                "TEACHER_AGREEMENT",
                                "PUPIL_ENGAGEMENT",
                                "LEADER_360",
                                "OBSERVATION_COMMENTS"))
                .body("items.findAll { it.graded }.code", contains("OBSERVATION_GRADED"));
    }

    @Test
    void aPublishedEditionStaysAsItIs() {
        var form = drafted();
        world.get(world.staff(), "/v1/instruments/" + form).then().statusCode(404);
        world.get(world.staff(), "/v1/instruments/" + form + "/history").then().statusCode(404);
        publish(form).then().statusCode(200).body("edition", equalTo(1)).body("draft", nullValue());
        publish(form).then().statusCode(409).body("code", equalTo("instrument-without-draft"));

        var tag = world.get(lead(), "/v1/instruments/" + form).header("ETag");
        patch(form, tag, Map.of("definition", Map.of("questions", List.of(text("b")))))
                .then()
                .statusCode(200);
        patch(form, tag, Map.of("name", "Again")).then().statusCode(412);
        world.get(world.staff(), "/v1/instruments/" + form)
                .then()
                .body("definition.questions.id", contains("a"))
                .body("draft", nullValue());
        world.get(lead(), "/v1/instruments/" + form).then().body("draft.questions.id", contains("b"));
        publish(form).then().statusCode(200).body("edition", equalTo(2)).body("definition.questions.id", contains("b"));
        world.get(world.staff(), "/v1/instruments/" + form + "/editions")
                .then()
                .body("edition", contains(2, 1))
                .body("[1].definition.questions.id", contains("a"));
        world.get(world.staff(), "/v1/instruments/" + form + "/history")
                .then()
                .body("type", hasItem("trellis.evidence.instrument-published.v1"));
    }

    @Test
    void publishesOnlyWhatHangsTogether() {
        var form = World.id(world.post(
                        lead(),
                        "/v1/instruments",
                        body(Map.of(
                                "questions",
                                List.of(
                                        text("a"),
                                        text("a"),
                                        Map.of(
                                                "type", "RATING", "id", "c", "label", "C", "scale", "none", "measure",
                                                "NOTHING")))))
                .then()
                .statusCode(201)
                .extract()
                .response());

        publish(form)
                .then()
                .statusCode(409)
                .body("code", equalTo("instrument-not-publishable"))
                .body(
                        "violations.path",
                        contains(
                                "$.definition.questions[1]",
                                "$.definition.questions[2].scale",
                                "$.definition.questions[2].measure"));
    }

    @Test
    void namesEverythingThatIsWrongWithADraft() {
        world.post(
                        lead(),
                        "/v1/instruments",
                        body(Map.of(
                                "questions",
                                List.of(
                                        Map.of("type", "TEXT", "id", "1a", "label", "ask H801200001001", "longest", 0),
                                        Map.of(
                                                "type", "CHOICE", "id", "b", "label", "B", "options", List.of(),
                                                "colour", "blue"),
                                        Map.of("type", "SONG", "id", "c", "label", "C")))))
                .then()
                .statusCode(400)
                .body(
                        "violations.path",
                        hasItems(
                                "$.definition.questions[0].id",
                                "$.definition.questions[0].label",
                                "$.definition.questions[0].longest",
                                "$.definition.questions[1].options",
                                "$.definition.questions[1].colour",
                                "$.definition.questions[2]"));
    }

    @Test
    void isKeptByThePlatformOrItsAlliancesLead() {
        var own = body(Map.of("questions", List.of(text("a"))));
        for (var other :
                List.of(world.head(), world.appointed("rd-lead"), world.appointed("project-lead"), world.admin())) {
            world.post(other, "/v1/instruments", own).then().statusCode(403);
        }
        var form = drafted();
        publish(form).then().statusCode(200);
        world.post(world.head(), "/v1/instruments/" + form + "/transitions", Map.of("action", "publish"))
                .then()
                .statusCode(403);
        world.post(lead(), "/v1/instruments", own)
                .then()
                .statusCode(409)
                .body("code", equalTo("instrument-code-taken"));
    }

    @Test
    void aMeasureIsDescribedAnewAsItsNextEdition() {
        var measure = World.id(world.post(
                        lead(),
                        "/v1/measures",
                        Map.of(
                                "code",
                                "OWN_READING",
                                "name",
                                "Own",
                                "kind",
                                "READING_AGE",
                                "about",
                                "PUPIL",
                                "unit",
                                "months",
                                "minimum",
                                60,
                                "maximum",
                                200,
                                "allianceId",
                                world.alliance))
                .then()
                .statusCode(201)
                .body("edition", equalTo(1))
                .body("ageInMonths", equalTo(true))
                .extract()
                .response());
        var tag = world.get(lead(), "/v1/measures/" + measure).header("ETag");
        patchMeasure(world.head(), measure, tag, Map.of("name", "Mine")).then().statusCode(403);
        patchMeasure(lead(), measure, tag, Map.of("maximum", 190))
                .then()
                .statusCode(409)
                .body("code", equalTo("measure-range-narrowed"));
        patchMeasure(lead(), measure, tag, Map.of("maximum", 400))
                .then()
                .statusCode(409)
                .body("code", equalTo("measure-range-not-of-its-kind"));
        patchMeasure(lead(), measure, tag, Map.of("code", "OTHER", "reliability", 2))
                .then()
                .statusCode(400)
                .body("violations.path", hasItems("$.code", "$.reliability"));
        patchMeasure(lead(), measure, tag, Map.of("reliability", 0.91, "maximum", 210))
                .then()
                .statusCode(200)
                .body("edition", equalTo(2))
                .body("version", equalTo(1));
        world.get(world.staff(), "/v1/measures/" + measure + "/editions")
                .then()
                .body("edition", contains(2, 1))
                .body("[1].reliability", nullValue())
                .body("[0].madeAt", notNullValue());
    }

    @Test
    void refusesARangeThatIsNoneOfItsKind() {
        world.post(
                        world.admin(),
                        "/v1/measures",
                        Map.of(
                                "code",
                                "WRONG",
                                "name",
                                "Wrong",
                                "kind",
                                "PHONICS",
                                "about",
                                "PUPIL",
                                "unit",
                                "words",
                                "minimum",
                                0,
                                "maximum",
                                50,
                                "ageInMonths",
                                true))
                .then()
                .statusCode(400)
                .body("violations.path", contains("$", "$"))
                .body(
                        "violations.message",
                        containsInAnyOrder(
                                "the range is not one of this kind of measure",
                                "an age in months is a READING_AGE, or of a kind of its own"));
    }

    private String lead() {
        return world.appointed("alliance-lead");
    }

    private UUID drafted() {
        return World.id(world.post(lead(), "/v1/instruments", body(Map.of("questions", List.of(text("a")))))
                .then()
                .statusCode(201)
                .body("edition", nullValue())
                .extract()
                .response());
    }

    private Map<String, Object> body(Map<String, ?> definition) {
        return Map.of(
                "code",
                "OWN",
                "name",
                "Own",
                "purpose",
                "OTHER",
                "about",
                "TEACHER",
                "allianceId",
                world.alliance,
                "definition",
                definition);
    }

    private static Map<String, Object> text(String id) {
        return Map.of("type", "TEXT", "id", id, "label", "Say", "required", false, "longest", 100);
    }

    private Response publish(UUID form) {
        return world.post(lead(), "/v1/instruments/" + form + "/transitions", Map.of("action", "publish"));
    }

    private Response patch(UUID form, String tag, Object change) {
        return patched(lead(), "/v1/instruments/" + form, tag, change);
    }

    private static Response patchMeasure(String token, UUID measure, String tag, Object change) {
        return patched(token, "/v1/measures/" + measure, tag, change);
    }

    private static Response patched(String token, String path, String tag, Object change) {
        return given().auth()
                .oauth2(token)
                .contentType("application/merge-patch+json")
                .header("If-Match", tag)
                .body(change)
                .patch(path);
    }
}
