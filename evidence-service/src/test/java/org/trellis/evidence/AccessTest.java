package org.trellis.evidence;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.Database;
import org.trellis.embedded.SuiteResource;
import org.trellis.testing.Follower;
import org.trellis.testing.WithoutCaller;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class AccessTest {
    private static final String VIEW = "view";
    private static final String ROWS = "rows";
    private static final String CHECK = "check";
    private static final String HISTORY = "history";

    private World world;

    @BeforeEach
    void tellOfAProject() {
        world = new World();
    }

    /** Who reads what of a draft that the school's staff make, of the same once it is handed in, and of an academy's. */
    @Test
    void letsEachReadWhatIsTheirs() {
        var draft = draftOf(world.staff(), world.school, world.cohort);
        var waiting = draftOf(world.staff(), world.school, world.comparison);
        world.move(world.staff(), waiting, "submit").then().statusCode(200);
        world.assign(waiting, world.moderator).then().statusCode(201);
        var academys = draftOf(world.trustTeam(), world.academy, world.academyCohort);
        world.move(world.trustTeam(), academys, "submit").then().statusCode(200);

        expect("maker", world.staff(), draft, 200, 200, 403);
        expect("colleague", world.colleague(), draft, 200, 403, 403);
        expect("controller", world.head(), draft, 200, 200, 200);
        expect("moderator", world.appointed("moderator"), draft, 404, 404, 404);
        expect("R&D lead", world.appointed("rd-lead"), draft, 200, 403, 200);

        expect("maker", world.staff(), waiting, 200, 403, 403);
        expect("controller", world.head(), waiting, 200, 200, 200);
        expect("moderator", world.appointed("moderator"), waiting, 200, 403, 200);
        expect("moderator of the school", world.moderatorWorkingAtTheSchool(), waiting, 200, 403, 403);
        expect("other moderator", world.appointed("second-moderator"), waiting, 404, 404, 404);
        expect("R&D lead", world.appointed("rd-lead"), waiting, 200, 403, 200);
        expect("alliance lead", world.appointed("alliance-lead"), waiting, 200, 403, 403);
        expect("project lead", world.appointed("project-lead"), waiting, 200, 403, 403);
        expect("another school", world.academyHead(), waiting, 404, 404, 404);
        expect("another trust", world.trustTeam(), waiting, 404, 404, 404);
        expect("a school in no project", world.stranger(), waiting, 404, 404, 404);
        expect("platform", world.admin(), waiting, 404, 404, 404);
        expect("local authority", world.token("analyst", "la:990", "la-analyst"), waiting, 404, 404, 404);
        expect("nobody's", SuiteResource.issuer().token("lost").signed(), waiting, 404, 404, 404);

        expect("the academy's trust", world.trustTeam(), academys, 200, 200, 200);
        expect("the academy's head", world.academyHead(), academys, 200, 403, 403);
        expect("the other school's head", world.head(), academys, 404, 404, 404);
    }

    @Test
    void listsNothingToThoseWhoHaveNothing() {
        draftOf(world.staff(), world.school, world.cohort);
        for (var token : List.of(
                world.stranger(),
                world.admin(),
                SuiteResource.issuer().token("lost").signed())) {
            world.get(token, "/v1/submissions?count=true")
                    .then()
                    .statusCode(200)
                    .body("total", equalTo(0));
            world.get(token, "/v1/moderation").then().statusCode(200).body("items", hasSize(0));
        }
        world.get(world.staff(), "/v1/submissions").then().statusCode(200).body("items", hasSize(1));
        given().get("/v1/submissions").then().statusCode(401).body("code", equalTo("unauthenticated"));
        world.get("garbage", "/v1/submissions").then().statusCode(401);
        world.get(world.staff(), "/v1/submissions?colour=blue&limit=201")
                .then()
                .statusCode(400)
                .body("violations", hasSize(2));
    }

    @Test
    void tellsASchoolsLeadWhoHasReadItsRows() {
        var draft = draftOf(world.staff(), world.school, world.cohort);
        var log = "/v1/evidence-access-log?aboutId=" + draft;
        given().auth()
                .oauth2(world.head())
                .header("X-Reason", "a parent asked")
                .get("/v1/submissions/" + draft + "/scores")
                .then()
                .statusCode(200);
        world.get(world.head(), "/v1/submissions/" + draft + "/history").then().statusCode(200);
        world.get(world.colleague(), "/v1/submissions/" + draft + "/scores")
                .then()
                .statusCode(403);

        world.get(world.head(), log)
                .then()
                .statusCode(200)
                .body("items.what", contains("scores", "history"))
                .body("items[0].reason", equalTo("a parent asked"))
                .body("items[0].by.subject", notNullValue())
                .body("items[0].organisationId", equalTo(world.school.toString()));
        for (var other : List.of(world.staff(), world.stranger(), world.trustTeam(), world.admin())) {
            world.get(other, log).then().statusCode(200).body("items", hasSize(0));
        }
    }

    @Test
    void letsASchoolKeepInStepWithWhatIsItsOwn() {
        var own = new Follower(world.staff(), "/v1/submissions");
        var others = new Follower(world.stranger(), "/v1/submissions");
        own.catchUp();
        others.catchUp();
        var draft = draftOf(world.staff(), world.school, world.cohort);
        world.move(world.staff(), draft, "submit").then().statusCode(200);
        own.catchUp();
        others.catchUp();
        var measures = new Follower(world.staff(), "/v1/measures");
        measures.catchUp();

        assertTrue(own.kept().containsKey(draft.toString()));
        assertEquals(Map.of(), others.kept());
        assertTrue(measures.kept().containsKey(world.measure.toString()));
    }

    @Test
    void letsThePlatformAndAnAlliancesLeadDefineMeasures() {
        Map<String, Object> measure = new LinkedHashMap<>(
                Map.of("code", "OWN", "name", "Own", "about", "TEACHER", "unit", "points", "minimum", 1, "maximum", 5));
        world.post(world.appointed("alliance-lead"), "/v1/measures", measure)
                .then()
                .statusCode(403);
        measure.put("allianceId", world.alliance);
        world.post(world.head(), "/v1/measures", measure).then().statusCode(403);
        world.post(world.appointed("alliance-lead"), "/v1/measures", measure)
                .then()
                .statusCode(201)
                .body("alliance.id", equalTo(world.alliance.toString()));
        world.post(world.appointed("alliance-lead"), "/v1/measures", measure)
                .then()
                .statusCode(409)
                .body("code", equalTo("measure-code-taken"));
        measure.put("threshold", 9);
        world.post(world.appointed("alliance-lead"), "/v1/measures", measure)
                .then()
                .statusCode(400);
    }

    @Test
    void theWriterCannotTouchWhatWasAccepted() throws SQLException {
        var submission = world.accepted(List.of(world.score("a", world.cohort, "BASELINE", 80)));
        Database database = SuiteResource.postgres().database("evidence");
        for (var change : List.of(
                "update accepted_score set value = 1",
                "delete from accepted_score",
                "update accepted_count set people = 1",
                "delete from accepted_count",
                "update moderation_note set note = ''",
                "delete from second_opinion",
                "truncate accepted_score",
                "update moderation_decision set decision = 'RETURN'",
                "delete from moderation_decision",
                "delete from moderation_assignment",
                "update measure set code = 'X'",
                "update measure_edition set maximum = 1",
                "delete from measure_edition",
                "update instrument_edition set graded = true",
                "update accepted_content set responses = null",
                "delete from accepted_content",
                "update accepted_count set people = 1",
                "delete from passage",
                "update passage set content = null",
                "insert into erasure (id) values (null)",
                "delete from erasure",
                "delete from submission",
                "delete from history",
                "update history set reason = 'none'")) {
            try (var writer = SuiteResource.postgres().connect("evidence", database.writer());
                    var statement = writer.createStatement()) {
                var refused = assertThrows(SQLException.class, () -> statement.execute(change), change);
                assertEquals("42501", refused.getSQLState(), change);
            }
        }
        assertEquals("1", World.sql("select count(*) from accepted_score where submission_id = '" + submission + "'"));
    }

    @Test
    void theReaderSeesNoRowWithoutACallerAndNoTableWithoutAPolicy() throws SQLException {
        world.accepted(List.of(world.score("a", world.cohort, "BASELINE", 80)));
        assertEquals(List.of(), WithoutCaller.open("evidence"));
    }

    private UUID draftOf(String token, UUID school, UUID cohort) {
        var submission = world.begun(token, school);
        world.add(token, submission, List.of(world.score("a", cohort, "BASELINE", 80)));
        return submission;
    }

    private void expect(String who, String token, UUID submission, int view, int rows, int check) {
        Map<String, Integer> expected = new LinkedHashMap<>();
        expected.put(VIEW, view);
        expected.put(ROWS, rows);
        expected.put(CHECK, check);
        expected.put(HISTORY, view);
        Map<String, Integer> found = new LinkedHashMap<>();
        found.put(VIEW, world.get(token, "/v1/submissions/" + submission).statusCode());
        found.put(
                ROWS,
                world.get(token, "/v1/submissions/" + submission + "/scores").statusCode());
        found.put(CHECK, world.get(token, "/v1/moderation/" + submission).statusCode());
        found.put(
                HISTORY,
                world.get(token, "/v1/submissions/" + submission + "/history").statusCode());
        assertEquals(expected, found, who);
    }
}
