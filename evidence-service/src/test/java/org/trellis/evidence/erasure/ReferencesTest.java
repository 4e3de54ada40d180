package org.trellis.evidence.erasure;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;
import org.trellis.evidence.World;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class ReferencesTest {
    private World world;

    @BeforeEach
    void tellOfAProject() {
        world = new World();
    }

    @Test
    void forgetsAPersonEverywhereAndComputesAnewWhatTheyWereIn() {
        var first = world.accepted(scores("a", "b", "c", "d"));
        world.move(world.staff(), first, "amend").then().statusCode(200);
        var draft = world.begun(world.staff(), world.school);
        world.add(world.staff(), draft, List.of(world.score("a", world.comparison, "BASELINE", 70)));
        assertEquals("4", cell("n"));

        var erased = given().auth()
                .oauth2(world.head())
                .contentType("application/json")
                .header("X-Reason", "asked for by the family")
                .body(reference("a"))
                .post("/v1/references/erasures")
                .then()
                .statusCode(201)
                .body("people", equalTo(1))
                .body("scores", equalTo(5))
                .body("cause", equalTo("REQUEST"))
                .body("reason", equalTo("asked for by the family"))
                .body("submissionIds", hasItems(first.toString(), draft.toString()))
                .extract()
                .asString();

        assertEquals("3", cell("n"));
        assertEquals("ERASED", cell("cause"));
        assertEquals("false", Boolean.toString(erased.contains(world.reference("a"))));
        for (var table :
                List.of("draft_score", "accepted_score", "cell", "history", "outbox", "erasure", "idempotency")) {
            assertEquals(
                    "0",
                    World.sql(
                            "select count(*) from " + table + " t where t::text like '%" + world.reference("a") + "%'"),
                    table);
        }
        world.post(world.head(), "/v1/references/erasures", reference("a"))
                .then()
                .statusCode(404);
        world.get(world.staff(), "/v1/submissions/" + draft).then().body("counts.scores", equalTo(0));
        world.get(world.head(), "/v1/references/erasures").then().body("items", hasSize(1));
        world.get(world.academyHead(), "/v1/references/erasures").then().body("items", hasSize(0));
    }

    @Test
    void tellsAControllerOfTheirOwnSchoolsAlone() {
        var ours = world.accepted(scores("a"));
        var theirs = world.begun(world.academyStaff(), world.academy);
        world.add(world.academyStaff(), theirs, List.of(world.score("a", world.academyCohort, "BASELINE", 80)));
        String erased = given().auth()
                .oauth2(world.head())
                .contentType("application/json")
                .header("X-Reason", "asked for by the family")
                .body(reference("a"))
                .post("/v1/references/erasures")
                .then()
                .statusCode(201)
                .body("submissionIds", contains(ours.toString()))
                .body("reason", equalTo("asked for by the family"))
                .extract()
                .path("id");

        world.get(world.trustTeam(), "/v1/references/erasures/" + erased)
                .then()
                .statusCode(200)
                .body("submissionIds", contains(theirs.toString()))
                .body("reason", nullValue());
        world.get(world.trustTeam(), "/v1/references/erasures")
                .then()
                .body("items[0].submissionIds", contains(theirs.toString()))
                .body("items[0].reason", nullValue());
    }

    @Test
    void keepsCountingAnswersThatGoWithNoReference() {
        var draft = world.begun(world.staff(), world.school);
        world.add(world.staff(), draft, scores("a", "b"));
        var count = Map.of(
                "cohortId",
                world.comparison,
                "measureId",
                world.measure,
                "point",
                "BASELINE",
                "value",
                4,
                "people",
                16,
                "takenOn",
                "2025-10-01");
        world.post(world.staff(), "/v1/submissions/" + draft + "/counts", Map.of("counts", List.of(count)))
                .then()
                .statusCode(200)
                .body("counts.scores", equalTo(20));
        world.post(world.head(), "/v1/references/erasures", reference("a"))
                .then()
                .statusCode(201);
        counts(draft, 18, 1);

        world.move(world.staff(), draft, "submit").then().statusCode(200);
        world.assign(draft, world.moderator).then().statusCode(201);
        world.decide(world.appointed("moderator"), draft, "ACCEPT").then().statusCode(201);
        world.post(world.head(), "/v1/references/erasures", reference("b"))
                .then()
                .statusCode(201);
        counts(draft, 16, 0);
    }

    private void counts(UUID submission, int scores, int references) {
        world.get(world.staff(), "/v1/submissions/" + submission)
                .then()
                .body("counts.scores", equalTo(scores))
                .body("counts.references", equalTo(references));
    }

    @Test
    void aCellOfWhichNobodyIsLeftIsEmptied() {
        world.accepted(List.of(world.score("only", world.cohort, "BASELINE", 80)));
        world.post(world.head(), "/v1/references/erasures", reference("only"))
                .then()
                .statusCode(201);

        assertEquals(
                "0",
                World.sql("select count(*) from cell where cycle_id = '" + world.cycle + "' and state is not null"));
    }

    /** The school's lead where the school is in no trust; the trust, and not the school, where it is an academy. */
    @Test
    void onlyTheControllerMay() {
        world.accepted(scores("a"));
        var academys = world.begun(world.academyStaff(), world.academy);
        world.add(world.academyStaff(), academys, List.of(world.score("x", world.academyCohort, "BASELINE", 80)));

        for (var path : List.of("/v1/references/exports", "/v1/references/erasures")) {
            for (var other : List.of(
                    world.staff(),
                    world.colleague(),
                    world.academyHead(),
                    world.trustTeam(),
                    world.stranger(),
                    world.appointed("rd-lead"),
                    world.appointed("appointed-head"),
                    world.admin())) {
                world.post(other, path, reference("a")).then().statusCode(404);
            }
            for (var other : List.of(world.academyStaff(), world.academyHead(), world.head(), world.admin())) {
                world.post(other, path, reference("x")).then().statusCode(404);
            }
        }
        world.post(world.head(), "/v1/references/exports", reference("a"))
                .then()
                .statusCode(200);
        world.post(world.trustTeam(), "/v1/references/exports", reference("x"))
                .then()
                .statusCode(200);
        world.post(world.trustTeam(), "/v1/references/erasures", reference("x"))
                .then()
                .statusCode(201);
    }

    @Test
    void givesAPersonAllThatIsHeldOfThem() {
        var submission = world.accepted(scores("a", "b"));
        world.move(world.staff(), submission, "amend").then().statusCode(200);

        world.post(world.head(), "/v1/references/exports", reference("a"))
                .then()
                .statusCode(200)
                .body("scores", hasSize(4))
                .body("scores.findAll { it.counts }", hasSize(2))
                .body("scores.findAll { it.accepted }.point", hasItems("BASELINE", "OUTCOME"))
                .body("scores[0].organisation.name", containsString("School"));
        world.get(world.head(), "/v1/evidence-access-log?what=subject").then().body("items", hasSize(1));
    }

    /** Staff are groups of five or more; what is held of one of them is for that person. */
    @Test
    void givesAMemberOfStaffWhatNoReaderOfRowsSees() {
        var teachers = UUID.randomUUID();
        var confidence = world.ofTeachers(teachers);
        var draft = world.begun(world.staff(), world.school);
        var ofOne = world.score("t", teachers, "BASELINE", 3);
        ofOne.put("measureId", confidence);
        world.add(world.staff(), draft, List.of(ofOne, world.score("a", world.cohort, "BASELINE", 80)));
        rows(world.staff(), draft, 2);
        rows(world.head(), draft, 1);

        world.move(world.staff(), draft, "submit").then().statusCode(200);
        rows(world.head(), draft, 1);
        world.assign(draft, world.moderator).then().statusCode(201);
        world.decide(world.appointed("moderator"), draft, "ACCEPT").then().statusCode(201);
        rows(world.head(), draft, 1);
        world.get(world.head(), "/v1/submissions/" + draft + "/scores?line=2")
                .then()
                .body("items.reference", contains(world.reference("a")));

        world.post(world.head(), "/v1/references/exports", reference("t"))
                .then()
                .statusCode(200)
                .body("scores.measure.id", contains(confidence.toString()));
        world.post(world.head(), "/v1/references/erasures", reference("t"))
                .then()
                .statusCode(201)
                .body("scores", equalTo(1));
    }

    private void rows(String reader, UUID submission, int expected) {
        world.get(reader, "/v1/submissions/" + submission + "/scores")
                .then()
                .statusCode(200)
                .body("items", hasSize(expected));
    }

    @Test
    void keepsReferencesOutOfAddresses() {
        world.post(world.head(), "/v1/references/exports", Map.of("reference", "H801200001001"))
                .then()
                .statusCode(400)
                .body("violations.message", not(containsString("H801200001001")));
        world.get(world.head(), "/v1/references/" + world.reference("a")).then().statusCode(404);
        given().auth()
                .oauth2(world.head())
                .contentType("application/json")
                .header("X-Reason", "it is " + world.reference("a"))
                .body(reference("a"))
                .post("/v1/references/exports")
                .then()
                .statusCode(400)
                .body("violations.path", contains("X-Reason"));
        var titled = world.submission(world.school);
        titled.put("title", "Of " + world.reference("a"));
        world.post(world.staff(), "/v1/submissions", titled).then().statusCode(400);
        for (var asked : List.of(world.reference("a"), "H801200001001")) {
            world.get(world.staff(), "/v1/measures?q=" + asked).then().statusCode(400);
            for (var list :
                    List.of("/v1/measures?q=" + asked, "/v1/completeness?point=" + asked, "/v1/measures#" + asked)) {
                world.post(world.staff(), "/v1/evidence-exports", Map.of("list", list))
                        .then()
                        .statusCode(400);
            }
        }
    }

    @Test
    void removesWhatIsKeptLongerThanTheSchoolsRule() {
        var scores = scores("old", "recent");
        scores.forEach(score -> {
            if (score.get("reference").equals(world.reference("old"))) {
                score.put("takenOn", "2015-10-01");
            }
        });
        world.accepted(scores);
        var rule = Map.of("organisationId", world.school, "months", 60);
        var run = Map.of("organisationId", world.school);
        world.post(world.staff(), "/v1/references/retention-rules", rule).then().statusCode(403);
        world.post(world.stranger(), "/v1/references/retention-previews", rule)
                .then()
                .statusCode(404);
        world.post(world.head(), "/v1/references/retention-runs", run)
                .then()
                .statusCode(409)
                .body("code", equalTo("retention-rule-missing"));
        world.post(world.head(), "/v1/references/retention-previews", rule)
                .then()
                .statusCode(200)
                .body("people", equalTo(1))
                .body("scores", equalTo(2));
        world.post(world.head(), "/v1/references/retention-rules", rule)
                .then()
                .statusCode(201)
                .body("people", equalTo(1));
        world.get(world.colleague(), "/v1/references/retention-rules").then().body("months", contains(60));
        assertEquals("2", cell("n"));

        world.post(world.head(), "/v1/references/retention-runs", run)
                .then()
                .statusCode(201)
                .body("cause", equalTo("RETENTION"))
                .body("people", equalTo(1));

        assertEquals("1", cell("n"));
        world.post(world.head(), "/v1/references/retention-runs", run)
                .then()
                .statusCode(409)
                .body("code", equalTo("retention-nothing-due"));
    }

    private List<Map<String, Object>> scores(String... pupils) {
        var scores = new ArrayList<Map<String, Object>>();
        for (var pupil : pupils) {
            scores.add(world.score(pupil, world.cohort, "BASELINE", 80));
            scores.add(world.score(pupil, world.cohort, "OUTCOME", 90));
        }
        return scores;
    }

    private Map<String, String> reference(String pupil) {
        return Map.of("reference", world.reference(pupil));
    }

    private String cell(String field) {
        return World.sql("select state ->> '" + field + "' from cell where cohort_id = '" + world.cohort
                + "' and state ->> 'subgroup' = 'ALL'");
    }
}
