package org.trellis.evidence.moderation;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;
import org.trellis.evidence.World;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class ModerationTest {
    @Inject
    QueueAge queueAge;

    @Inject
    MeterRegistry metrics;

    private World world;

    @BeforeEach
    void tellOfAProject() {
        world = new World();
    }

    /** Two of three moderators come from elsewhere; each gets half, though all is assigned at once. */
    @Test
    void spreadsTheLoadOverThoseWhoAreNotOfTheSchool() throws Exception {
        var assignments = new ArrayList<Callable<Integer>>();
        for (int i = 0; i < 4; i++) {
            var waiting = waiting("p" + i);
            assignments.add(() -> assign(waiting).statusCode());
        }
        try (var threads = Executors.newFixedThreadPool(assignments.size())) {
            for (var answer : threads.invokeAll(assignments)) {
                assertEquals(201, answer.get());
            }
        }
        var more = List.of(waiting("q"), waiting("r"));
        world.post(world.appointed("rd-lead"), "/v1/moderation/assignments", Map.of("submissionIds", more))
                .then()
                .statusCode(200)
                .body("assigned", everyItem(equalTo(1)));

        assertEquals("3,3", World.sql("""
            select string_agg(n::text, ',') from (
              select count(*) as n from moderation_assignment a join submission s on s.id = a.submission_id
              where s.project_id = '%s' group by a.person_id) each\
            """.formatted(world.project)));
        assertEquals(
                "0",
                World.sql("select count(*) from moderation_assignment where person_id = '" + world.moderatorOfTheSchool
                        + "'"));

        var one = more.getFirst();
        assign(one).then().statusCode(201);
        assign(one).then().statusCode(409).body("code", equalTo("no-moderator-free"));
        world.post(world.head(), "/v1/moderation/assignments", Map.of("submissionIds", more))
                .then()
                .statusCode(403);
        world.get(world.appointed("rd-lead"), "/v1/moderation?assigned=false")
                .then()
                .body("items", hasSize(0));
    }

    @Test
    void whoHoldsAnAppointmentAtTheTrustModeratesNoneOfItsSchools() {
        world.appointAt(world.moderator, "GOVERNOR", world.trust);
        world.await();
        world.assign(waiting("a"), world.moderator).then().statusCode(201);

        var academys = world.begun(world.academyStaff(), world.academy);
        world.add(world.academyStaff(), academys, List.of(world.score("x", world.academyCohort, "BASELINE", 80)));
        world.move(world.academyStaff(), academys, "submit").then().statusCode(200);
        world.assign(academys, world.moderator).then().statusCode(409).body("code", equalTo("moderator-of-own-school"));
    }

    @Test
    void decidesOnSeveralTogetherOrOnNone() {
        var first = waitingFor(world.moderator, "a");
        var second = waitingFor(world.moderator, "b");
        var others = waitingFor(world.secondModerator, "c");
        decideAll(first, second, others).then().statusCode(409).body("violations[0].path", equalTo("$.decisions[2]"));
        assertEquals("3", submissions("SUBMITTED"));
        decideAll(first, first).then().statusCode(409).body("code", equalTo("decisions-refused"));

        decideAll(first, second).then().statusCode(200).body("status", everyItem(equalTo("ACCEPTED")));

        assertEquals("2", submissions("ACCEPTED"));
        assertEquals("2", World.sql("select state ->> 'earlierOnly' from cell where cycle_id = '" + world.cycle + "'"));
        decideAll(first, second).then().statusCode(409);
    }

    @Test
    void givesBackWithNotesOnLinesAndFieldsThatTheSchoolReads() {
        var submission = waitingFor(world.moderator, "a");
        var decision = Map.of(
                "decision",
                "RETURN",
                "note",
                "Two things",
                "notes",
                List.of(
                        Map.of("line", 1, "field", "takenOn", "note", "before the term began"),
                        Map.of("field", "title", "note", "says nothing")));
        var path = "/v1/moderation/" + submission;
        world.post(world.appointed("moderator"), path + "/decisions", decision)
                .then()
                .statusCode(201)
                .body("notes", hasSize(2));
        for (var reader : List.of(world.staff(), world.head(), world.appointed("project-lead"))) {
            world.get(reader, path + "/notes")
                    .then()
                    .statusCode(200)
                    .body("decisions[0].note", equalTo("Two things"))
                    .body("notes[0].line", equalTo(1))
                    .body("notes[1].field", equalTo("title"));
        }
        world.get(world.academyHead(), path + "/notes").then().statusCode(404);
        world.get(world.staff(), "/v1/submissions/" + submission + "/scores?line=1")
                .then()
                .statusCode(200)
                .body("items", hasSize(1));
        world.post(
                        world.appointed("moderator"),
                        path + "/decisions",
                        Map.of("decision", "RETURN", "notes", List.of(Map.of("note", "of H801200001001"))))
                .then()
                .statusCode(400);
    }

    @Test
    void leavesTheDecisionToAnotherWhereASecondOpinionIsAskedFor() {
        var submission = waitingFor(world.moderator, "a");
        var path = "/v1/moderation/" + submission;
        world.post(world.appointed("second-moderator"), path + "/second-opinions", Map.of())
                .then()
                .statusCode(404);
        world.post(world.appointed("moderator"), path + "/second-opinions", Map.of("note", "I know the head"))
                .then()
                .statusCode(201)
                .body("assignments", hasSize(2))
                .body("secondOpinions[0].note", equalTo("I know the head"));
        world.post(world.appointed("moderator"), path + "/second-opinions", Map.of())
                .then()
                .statusCode(409);

        world.decide(world.appointed("moderator"), submission, "ACCEPT")
                .then()
                .statusCode(409)
                .body("code", equalTo("second-opinion-awaited"));
        world.decide(world.appointed("second-moderator"), submission, "ACCEPT")
                .then()
                .statusCode(201);
    }

    @Test
    void showsWhatLiesFarOutByLineAndNothingOfWhom() {
        var submission = world.begun(world.staff(), world.school);
        var scores = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < 9; i++) {
            scores.add(world.score("p" + i, world.cohort, "BASELINE", i == 4 ? 150 : 80 + i));
        }
        world.add(world.staff(), submission, scores);
        handIn(submission);
        world.assign(submission, world.moderator).then().statusCode(201);

        var seen = world.get(world.appointed("moderator"), "/v1/moderation/" + submission)
                .then()
                .statusCode(200)
                .body("outliers", hasSize(1))
                .body("outliers[0].line", equalTo(5))
                .body("outliers[0].side", equalTo("ABOVE"));
        for (int i = 0; i < 9; i++) {
            seen.body(not(containsString(world.reference("p" + i))));
        }
        world.get(world.head(), "/v1/submissions/" + submission + "/scores?line=5")
                .then()
                .body("items[0].reference", equalTo(world.reference("p4")));
    }

    @Test
    void measuresHowLongTheOldestWaits() {
        var waiting = waiting("a");
        World.sql("with older as (update submission set changed_at = now() - interval '3 days' where id = '" + waiting
                + "' returning 1) select count(*) from older");
        queueAge.measure();
        assertTrue(metrics.get("moderation.oldest.age").gauge().value() >= 3 * 86_400);
        given().get("/q/metrics").then().body(containsString("moderation_oldest_age_seconds"));
    }

    private UUID waiting(String pupil) {
        var submission = world.begun(world.staff(), world.school);
        world.add(world.staff(), submission, List.of(world.score(pupil, world.cohort, "BASELINE", 80)));
        handIn(submission);
        return submission;
    }

    private UUID waitingFor(UUID moderator, String pupil) {
        var submission = waiting(pupil);
        world.assign(submission, moderator).then().statusCode(201);
        return submission;
    }

    private void handIn(UUID submission) {
        world.move(world.staff(), submission, "submit").then().statusCode(200);
    }

    private Response assign(UUID submission) {
        return world.post(world.appointed("rd-lead"), "/v1/moderation/" + submission + "/assignments", Map.of());
    }

    private Response decideAll(UUID... submissions) {
        var decisions = new ArrayList<Map<String, Object>>();
        for (var submission : submissions) {
            decisions.add(Map.of("submissionId", submission, "decision", "ACCEPT", "revision", 1));
        }
        return world.post(world.appointed("moderator"), "/v1/moderation/decisions", Map.of("decisions", decisions));
    }

    private String submissions(String status) {
        return World.sql("select count(*) from submission where project_id = '" + world.project + "' and status = '"
                + status + "'");
    }
}
