package org.trellis.evidence;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.config.EncoderConfig;
import io.restassured.http.ContentType;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class EvidenceServiceTest {
    private World world;

    @BeforeEach
    void tellOfAProject() {
        world = new World();
    }

    @Test
    void takesScoresAsJsonAndAsAFileThroughModeration() {
        var submission = world.begun(world.staff(), world.school);
        world.add(
                world.staff(),
                submission,
                List.of(
                        world.score("a", world.cohort, "BASELINE", 80, "PUPIL_PREMIUM", "YES"),
                        world.score("b", world.cohort, "BASELINE", 85)));
        file(submission, """
            reference,cohort,measure,point,value,taken_on,pupil_premium
            %s,7A,%s,OUTCOME,95.5,2026-03-02,
            %s,%s,%s,OUTCOME,88,2026-03-02,NO
            """.formatted(
                                world.reference("a"), world.measure, world.reference("b"), world.cohort, world.measure))
                .then()
                .statusCode(200)
                .body("counts.scores", equalTo(4))
                .body("counts.references", equalTo(2))
                .body("status", equalTo("DRAFT"))
                .body("actions.action", hasItem("submit"))
                .body("organisation.name", containsString("School"));

        world.move(world.staff(), submission, "submit").then().statusCode(200).body("status", equalTo("SUBMITTED"));
        world.assign(submission, world.moderator).then().statusCode(201).body("assignments", hasSize(1));
        world.get(world.appointed("moderator"), "/v1/moderation")
                .then()
                .statusCode(200)
                .body("items.submissionId", hasItem(submission.toString()))
                .body("items[0].mine", equalTo(true));
        world.get(world.appointed("moderator"), "/v1/moderation/" + submission)
                .then()
                .statusCode(200)
                .body("gaps[0].paired", equalTo(2))
                .body("gaps[0].expected", equalTo(30))
                .body("distributions[0].n", equalTo(2))
                .body("distributions[0].mean", equalTo(null));
        world.decide(world.appointed("moderator"), submission, "ACCEPT")
                .then()
                .statusCode(201)
                .body("status", equalTo("ACCEPTED"));
        assertEquals("2", cell("ALL", "n"));
        assertEquals("1", cell("PUPIL_PREMIUM=YES", "n"));
        assertEquals("1", cell("PUPIL_PREMIUM=UNKNOWN", "n"));
    }

    @Test
    void sendingTheSameScoreAgainUpdatesTheDraft() {
        var submission = world.begun(world.staff(), world.school);
        world.add(world.staff(), submission, List.of(world.score("a", world.cohort, "BASELINE", 80)));
        world.add(world.staff(), submission, List.of(world.score("a", world.cohort, "BASELINE", 81.5)));

        world.get(world.staff(), "/v1/submissions/" + submission + "/scores")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].value", equalTo(81.5f));
    }

    @Test
    void namesEverythingThatIsWrongWithAFileAndStoresNothing() {
        var submission = world.begun(world.staff(), world.school);
        file(submission, """
            reference,cohort,measure,point,value,taken_on,sen
            %1$s,7A,%2$s,BASELINE,80,2025-10-01,NONE
            H801200001001,7A,%2$s,BASELINE,80,2025-10-01,
            short,=7A,%2$s,LATER,200,tomorrow,MAYBE
            %3$s,8X,MATHS,BASELINE,eighty,2199-01-01,
            %1$s,7A,%2$s,BASELINE,81,2025-10-01
            %1$s,7A,%2$s,BASELINE,80.1234,2025-10-01,
            """.formatted(world.reference("a"), world.measure, world.reference("b")))
                .then()
                .statusCode(400)
                .body("code", equalTo("invalid-request"))
                .body(
                        "violations.path",
                        hasItems(
                                "line 3, column reference",
                                "line 4, column reference",
                                "line 4, column cohort",
                                "line 4, column point",
                                "line 4, column value",
                                "line 4, column taken_on",
                                "line 4, column sen",
                                "line 5, column cohort",
                                "line 5, column measure",
                                "line 5, column value",
                                "line 5, column taken_on",
                                "line 6",
                                "line 7, column reference",
                                "line 7, column value"))
                .body("violations.message", not(hasItem(containsString("H801200001001"))));

        assertEquals("0", World.sql("select count(*) from draft_score where submission_id = '" + submission + "'"));
    }

    @Test
    void namesEverythingThatIsWrongWithAJsonBody() {
        var submission = world.begun(world.staff(), world.school);
        var bad = world.score("a", world.cohort, "BASELINE", 1e308);
        var unknown = world.score("b", world.academyCohort, "OUTCOME", 80, "SHOE_SIZE", "43");
        var reference = world.score("c", world.cohort, "REVIEW_1", 80);
        reference.put("reference", "H801200001001");
        world.post(
                        world.staff(),
                        "/v1/submissions/" + submission + "/scores",
                        Map.of("scores", List.of(bad, unknown, reference)))
                .then()
                .statusCode(400)
                .body(
                        "violations.path",
                        hasItems(
                                "$.scores[0].value",
                                "$.scores[1].cohortId",
                                "$.scores[1].subgroups.*",
                                "$.scores[2].reference",
                                "$.scores[2].point"));

        var wrong = world.submission(world.school);
        wrong.put("title", "Results of H801200001001");
        wrong.put("colour", "blue");
        wrong.put("cycleId", 7);
        world.post(world.staff(), "/v1/submissions", wrong)
                .then()
                .statusCode(400)
                .body("violations.path", hasItems("$.title", "$.colour", "$.cycleId"));
    }

    @Test
    void refusesFilesThatAreNoCsvOrTooLarge() {
        var submission = world.begun(world.staff(), world.school);
        file(submission, "a;b;c\n1;2;3\n").then().statusCode(400).body("violations.path", hasItem("line 1"));
        file(submission, "reference,\"cohort\n").then().statusCode(400);
        file(submission, "").then().statusCode(400);
        file(submission, "reference,cohort,measure,point,value,taken_on\n\u0000,7A,x,BASELINE,1,2025-10-01\n")
                .then()
                .statusCode(400)
                .body("violations[0].path", equalTo("line 2, column reference"));
        fileOf(submission, new byte[] {'a', '\n', (byte) 0xff, (byte) 0xfe})
                .then()
                .statusCode(400)
                .body("violations[0].path", equalTo("line 2"));
        fileOf(submission, new byte[(8 << 20) + 1]).then().statusCode(413);
        var many = new StringBuilder("reference,cohort,measure,point,value,taken_on\n");
        for (int i = 0; i < 250; i++) {
            many.append("x,7A,").append(world.measure).append(",BASELINE,80,2025-10-01\n");
        }
        file(submission, many.toString())
                .then()
                .statusCode(400)
                .body("violations", hasSize(101))
                .body("violations[100].message", containsString("more"));
    }

    @Test
    void keepsAReasonThatNamesAPupilOut() {
        var submission = world.begun(world.staff(), world.school);
        given().auth()
                .oauth2(world.staff())
                .header("X-Reason", "asked for by H801200001001")
                .contentType("application/json")
                .body(Map.of("action", "withdraw"))
                .post("/v1/submissions/" + submission + "/transitions")
                .then()
                .statusCode(400);
    }

    @Test
    void takesAPhonesIdOnceHoweverOftenItIsSent() {
        var id = UUID.randomUUID();
        var body = world.submission(world.school);
        put(world.staff(), id, body, null).then().statusCode(201).header("Location", equalTo("/v1/submissions/" + id));
        put(world.staff(), id, body, null).then().statusCode(200);
        body.put("title", "Autumn");
        put(world.staff(), id, body, null).then().statusCode(412).body("code", equalTo("stale"));
        var tag = world.get(world.staff(), "/v1/submissions/" + id).header("ETag");
        put(world.staff(), id, body, tag)
                .then()
                .statusCode(200)
                .body("title", equalTo("Autumn"))
                .body("version", equalTo(1));
        put(world.staff(), id, world.submission(world.school), tag).then().statusCode(412);
        put(world.stranger(), id, body, null).then().statusCode(404);
        put(world.staff(), UUID.nameUUIDFromBytes(new byte[] {1}), body, null)
                .then()
                .statusCode(400);
    }

    @Test
    void asksToTryAgainForWhatIsNotYetKnown() {
        var body = world.submission(world.school);
        body.put("cycleId", UUID.randomUUID());
        world.post(world.staff(), "/v1/submissions", body)
                .then()
                .statusCode(409)
                .header("Retry-After", "1")
                .body("code", equalTo("reference-pending"))
                .body("violations[0].path", equalTo("$.cycleId"));
        world.post(world.stranger(), "/v1/submissions", world.submission(world.school))
                .then()
                .statusCode(403);
    }

    @Test
    void neverLetsAModeratorOfTheOwnSchoolDecide() {
        var submission = world.begun(world.staff(), world.school);
        world.add(world.staff(), submission, List.of(world.score("a", world.cohort, "BASELINE", 80)));
        world.move(world.staff(), submission, "submit").then().statusCode(200);

        world.assign(submission, world.moderatorOfTheSchool)
                .then()
                .statusCode(409)
                .body("code", equalTo("moderator-of-own-school"));
        world.assign(submission, UUID.randomUUID()).then().statusCode(409).body("code", equalTo("reference-pending"));
        world.assign(submission, world.moderator).then().statusCode(201);
        world.assign(submission, world.moderator).then().statusCode(409).body("code", equalTo("assigned-already"));
        world.decide(world.moderatorWorkingAtTheSchool(), submission, "ACCEPT")
                .then()
                .statusCode(403);
        world.decide(world.head(), submission, "ACCEPT").then().statusCode(403);
        world.decide(world.appointed("rd-lead"), submission, "ACCEPT").then().statusCode(403);
        world.decide(world.appointed("second-moderator"), submission, "ACCEPT")
                .then()
                .statusCode(404);
    }

    @Test
    void comesToOneDecisionWhereTwoModeratorsDecideAtOnce() throws Exception {
        var submission = world.begun(world.staff(), world.school);
        world.add(world.staff(), submission, List.of(world.score("a", world.cohort, "BASELINE", 80)));
        world.move(world.staff(), submission, "submit").then().statusCode(200);
        world.assign(submission, world.moderator).then().statusCode(201);
        world.assign(submission, world.secondModerator).then().statusCode(201);

        var decisions = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 4; i++) {
            decisions.add(() -> world.decide(world.appointed("moderator"), submission, "ACCEPT")
                    .statusCode());
            decisions.add(() -> world.decide(world.appointed("second-moderator"), submission, "RETURN")
                    .statusCode());
        }
        var answers = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(decisions.size())) {
            for (var answer : threads.invokeAll(decisions)) {
                answers.add(answer.get());
            }
        }
        assertEquals(1, answers.stream().filter(a -> a == 201).count(), answers.toString());
        assertEquals(7, answers.stream().filter(a -> a == 409).count(), answers.toString());
        assertEquals(
                "1", World.sql("select count(*) from moderation_decision where submission_id = '" + submission + "'"));
    }

    @Test
    void returnedEvidenceIsMendedAndHandedInAsTheNextRevision() {
        var submission = world.begun(world.staff(), world.school);
        world.move(world.staff(), submission, "submit")
                .then()
                .statusCode(409)
                .body("code", equalTo("submission-empty"));
        world.add(world.staff(), submission, List.of(world.score("a", world.cohort, "BASELINE", 80)));
        world.move(world.staff(), submission, "submit").then().statusCode(200);
        world.assign(submission, world.moderator).then().statusCode(201);
        world.decide(world.appointed("moderator"), submission, "RETURN").then().statusCode(201);
        world.add(world.staff(), submission, List.of(world.score("b", world.cohort, "BASELINE", 70)));
        world.move(world.staff(), submission, "submit").then().statusCode(200).body("revision", equalTo(2));
        world.post(
                        world.appointed("moderator"),
                        "/v1/moderation/" + submission + "/decisions",
                        Map.of("decision", "ACCEPT", "revision", 1))
                .then()
                .statusCode(409)
                .body("code", equalTo("another-revision"));
        world.decide(world.appointed("moderator"), submission, "ACCEPT").then().statusCode(201);
        world.post(
                        world.staff(),
                        "/v1/submissions/" + submission + "/scores",
                        Map.of("scores", List.of(world.score("c", world.cohort, "BASELINE", 70))))
                .then()
                .statusCode(409)
                .body("code", equalTo("submission-not-open"));
        assertEquals("2", cell("ALL", "earlierOnly"));
    }

    @Test
    void anAmendmentCountsOnceItIsAcceptedAndNotBefore() {
        var scores = new ArrayList<Map<String, Object>>();
        for (var pupil : List.of("a", "b", "c")) {
            scores.add(world.score(pupil, world.cohort, "BASELINE", 80));
            scores.add(world.score(pupil, world.cohort, "OUTCOME", 90));
        }
        var submission = world.accepted(scores);
        assertEquals("90.0", cell("ALL", "moments,meanY"));

        world.move(world.colleague(), submission, "amend")
                .then()
                .statusCode(200)
                .body("revision", equalTo(2))
                .body("acceptedRevision", equalTo(1))
                .body("counts.scores", equalTo(6));
        rows(world.colleague(), submission).body("items", hasSize(0));
        world.add(world.colleague(), submission, List.of(world.score("c", world.cohort, "OUTCOME", 96)));
        rows(world.colleague(), submission).body("items", hasSize(1)).body("items[0].value", equalTo(96f));
        world.get(world.staff(), "/v1/submissions/" + submission + "/scores")
                .then()
                .statusCode(403);
        rows(world.head(), submission).body("items", hasSize(6));
        world.move(world.colleague(), submission, "submit").then().statusCode(200);
        assertEquals("90.0", cell("ALL", "moments,meanY"));
        world.get(world.appointed("moderator"), "/v1/moderation/" + submission)
                .then()
                .statusCode(200)
                .body("difference.changed", equalTo(1))
                .body("difference.added", equalTo(0))
                .body("difference.removed", equalTo(0));
        world.decide(world.appointed("moderator"), submission, "ACCEPT").then().statusCode(201);
        assertEquals("92.0", cell("ALL", "moments,meanY"));
        assertEquals("AMENDED", cell("ALL", "cause"));
        assertEquals("2", cell("ALL", "submissions,0,revision"));

        world.move(world.staff(), submission, "withdraw").then().statusCode(403);
        world.move(world.head(), submission, "withdraw").then().statusCode(200).body("status", equalTo("WITHDRAWN"));
        assertEquals("0", cells());
    }

    @Test
    void countsAScoreInOneSubmissionAlone() {
        world.accepted(List.of(world.score("a", world.cohort, "BASELINE", 80)));
        var second = world.begun(world.staff(), world.school);
        world.post(
                        world.staff(),
                        "/v1/submissions/" + second + "/scores",
                        Map.of("scores", List.of(world.score("a", world.cohort, "BASELINE", 82))))
                .then()
                .statusCode(400)
                .body("violations[0].message", containsString("already in submission"));
    }

    @Test
    void aSchoolThatLeavesWithItsEvidenceTakesItAlong() {
        var submission = world.accepted(List.of(world.score("a", world.cohort, "BASELINE", 80)));
        var draft = world.begun(world.staff(), world.school);
        assertEquals("1", cells());

        world.leaves("REMOVE");

        assertEquals("0", cells());
        for (var id : List.of(submission, draft)) {
            world.get(world.staff(), "/v1/submissions/" + id)
                    .then()
                    .statusCode(200)
                    .body("status", equalTo("WITHDRAWN"));
        }
        world.post(world.staff(), "/v1/submissions", world.submission(world.school))
                .then()
                .statusCode(409)
                .body("code", equalTo("school-not-taking-part"));
    }

    @Test
    void aSchoolThatLeavesWithoutItsEvidenceLeavesItHere() {
        world.accepted(List.of(world.score("a", world.cohort, "BASELINE", 80)));

        world.leaves("KEEP");

        assertEquals("1", cells());
    }

    @Test
    void aFurtherPointInThePlanMakesItsCells() {
        world.accepted(List.of(world.score("a", world.cohort, "BASELINE", 80)));
        assertEquals("1", cells());

        world.plan("BASELINE", "REVIEW_1", "OUTCOME");
        world.await();

        assertEquals("2", cells());
    }

    @Test
    void tellsWhatHappenedAndNothingOfWhom() {
        var submission = world.accepted(List.of(world.score("a", world.cohort, "BASELINE", 80)));

        world.get(world.staff(), "/v1/submissions/" + submission + "/history")
                .then()
                .statusCode(200)
                .body(
                        "type",
                        hasItems(
                                "trellis.evidence.submission-drafted.v1",
                                "trellis.evidence.submission-received.v1",
                                "trellis.evidence.submission-accepted.v1"))
                .body("[0].by", notNullValue());
        var told = "select count(*) from history where state::text like '%" + world.reference("a") + "%'";
        assertEquals("0", World.sql(told));
    }

    private ValidatableResponse rows(String token, UUID submission) {
        return world.get(token, "/v1/submissions/" + submission + "/scores")
                .then()
                .statusCode(200);
    }

    private Response file(UUID submission, String csv) {
        return fileOf(submission, csv.getBytes(StandardCharsets.UTF_8));
    }

    private Response fileOf(UUID submission, byte[] csv) {
        return given().config(RestAssured.config()
                        .encoderConfig(
                                EncoderConfig.encoderConfig().encodeContentTypeAs("text/csv", ContentType.BINARY)))
                .auth()
                .oauth2(world.staff())
                .contentType("text/csv")
                .body(csv)
                .post("/v1/submissions/" + submission + "/scores");
    }

    private static Response put(String token, UUID id, Object body, String ifMatch) {
        var request =
                given().auth().oauth2(token).contentType("application/json").body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put("/v1/submissions/" + id);
    }

    private String cell(String subgroup, String path) {
        return World.sql("select state #>> '{" + path + "}' from cell where cohort_id = '" + world.cohort
                + "' and state ->> 'subgroup' = '" + subgroup + "' and state ->> 'to' = 'OUTCOME'");
    }

    private String cells() {
        return World.sql("select count(*) from cell where cycle_id = '" + world.cycle + "' and state is not null");
    }
}
