package org.trellis.reporting.report;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;
import org.trellis.reporting.Asking;
import org.trellis.reporting.Scores;
import org.trellis.reporting.World;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "reporting"))
class ReportTest {
    private final Scores scores = new Scores(5);

    /** The page is left in target/pages, to be looked at. */
    @Test
    void staysByteForByteAsItWasPublishedWhateverComesAfter() throws IOException {
        var study = study(30, 25, 40);
        var id = study.published();
        var edition = "/v1/reports/" + id + "/editions/1";
        var json = Asking.get(study.lead, edition).asByteArray();
        var page = html(study.lead, edition);
        Files.createDirectories(Path.of("target/pages"));
        Files.write(Path.of("target/pages/report.html"), page);

        study.world.measure(Map.of("name", "Another name", "higherIsBetter", false));
        study.world.participation(study.world.schools.getFirst(), "WITHDRAWN", "REMOVE");
        study.evidence(0, 31);
        study.world.send();

        assertArrayEquals(json, Asking.get(study.lead, edition).asByteArray());
        assertArrayEquals(page, html(study.lead, edition));
        assertArrayEquals(page, html(study.lead, "/v1/reports/" + id));
        Asking.get(study.lead, edition)
                .then()
                .body("report.edition", equalTo(1))
                .body("report.number", startsWith("R"))
                .body("results[0].pooled.k", equalTo(3))
                .body("submissions", hasSize(3))
                .body("methodVersion", notNullValue())
                .body("commentary.LEARNING", equalTo("Ten minutes a day is enough."));
    }

    @Test
    void correctsByANewEditionThatSaysWhatIsDifferentAndWhy() {
        var study = study(30, 25, 40);
        var id = study.published();
        var first = Asking.get(study.lead, "/v1/reports/" + id + "/editions/1").asString();

        study.move(study.lead, id, "correct", "A school sent the wrong file").statusCode(200);
        study.rewrite(id, "{\"summary\": \"It helped a little.\"}").statusCode(200);
        study.evidence(0, 31);
        study.world.send();
        study.move(study.rdLead, id, "publish", null).statusCode(409).body("code", equalTo("inputs-changed"));
        study.move(study.lead, id, "renew", null).statusCode(200);
        study.move(study.rdLead, id, "publish", null)
                .statusCode(200)
                .body("edition", equalTo(2))
                .body("state", equalTo("PUBLISHED"));

        Asking.get(study.lead, "/v1/reports/" + id + "/editions")
                .then()
                .body("edition", equalTo(List.of(1, 2)))
                .body("[0].reason", nullValue())
                .body("[0].changes", empty())
                .body("[1].reason", equalTo("A school sent the wrong file"))
                .body("[1].changes.path", hasItems("/summary", "/results/0/schools/0/intervention/n"))
                .body("[1].changes.find { it.path == '/summary' }.to", equalTo("It helped a little."));
        assertEquals(
                first,
                Asking.get(study.lead, "/v1/reports/" + id + "/editions/1").asString());
        Asking.get(study.lead, "/v1/reports/" + id + "/history")
                .then()
                .body("type", hasItems("report-drafted", "report-published", "report-corrected"));
    }

    @Test
    void tellsWhatLeadersLearntAndWhatPeersAskedThem() {
        var study = study(30, 25, 40);
        study.world.reviewed("ADAPT");
        study.world.send();

        var id = study.published();

        Asking.get(study.lead, "/v1/reports/" + id + "/editions/1")
                .then()
                .body("cycles[0].review.wentBadly", equalTo("Texts were too easy"))
                .body("cycles[0].review.challenges[0].alliance", startsWith("Riverside Alliance"));
        var page = new String(html(study.lead, "/v1/reports/" + id), StandardCharsets.UTF_8);
        assertTrue(page.contains("Cycle 1: what was not effective"), page);
        assertTrue(page.contains("on 20 April 2026 asked"), page);
        assertTrue(page.contains("How do you know that it was the mentors?"), page);
    }

    @Test
    void isPublishedOnceHoweverManyPublishItAtOnce() throws Exception {
        var study = study(30, 25, 40);
        var id = study.drafted();
        Callable<Integer> publish =
                () -> study.move(study.rdLead, id, "publish", null).extract().statusCode();

        var answers = new ArrayList<Integer>();
        try (var threads = Executors.newFixedThreadPool(6)) {
            for (var answer : threads.invokeAll(List.of(publish, publish, publish, publish, publish, publish))) {
                answers.add(answer.get());
            }
        }

        assertEquals(1, answers.stream().filter(status -> status == 200).count(), answers.toString());
        assertEquals(5, answers.stream().filter(status -> status == 409).count(), answers.toString());
        Asking.get(study.lead, "/v1/reports/" + id + "/editions").then().body("edition", equalTo(List.of(1)));
    }

    @Test
    void saysAtItsOwnAddressThatItIsWithdrawn() {
        var study = study(30, 25, 40);
        var id = study.published();

        study.move(study.rdLead, id, "withdraw", null).statusCode(400);
        study.move(study.rdLead, id, "withdraw", "Scores of another year were used")
                .statusCode(200);

        Asking.get(study.staff(), "/v1/reports/" + id)
                .then()
                .body("state", equalTo("WITHDRAWN"))
                .body("reason", equalTo("Scores of another year were used"));
        given().auth()
                .oauth2(study.staff())
                .accept("text/html")
                .get("/v1/reports/" + id)
                .then()
                .body(containsString("This report has been withdrawn"))
                .body(containsString("Scores of another year were used"))
                .body(not(containsString("forest plot")));
        study.move(study.rdLead, id, "correct", "x").statusCode(409);
    }

    @Test
    void isFlaggedOnceItsInputsAreErasedAndACorrectionIsProposed() {
        var study = study(30, 25, 40);
        var id = study.published();
        Asking.get(study.staff(), "/v1/reports/" + id)
                .then()
                .body("inputsChanged", empty())
                .body("correctionProposed", equalTo(false));

        study.world.cause = "ERASED";
        study.evidence(0, 29);
        study.world.send();

        Asking.get(study.staff(), "/v1/reports/" + id)
                .then()
                .body("inputsChanged", equalTo(List.of("ERASED")))
                .body("correctionProposed", equalTo(true))
                .body("actions", empty());
        Asking.get(study.lead, "/v1/reports/" + id).then().body("actions.action", hasItem("correct"));
        Asking.get(study.lead, "/v1/reports/" + id + "/editions")
                .then()
                .body("[0].inputsChanged", equalTo(List.of("ERASED")));
    }

    @Test
    void showsNoReaderWhatTheirOwnAnswerWithholds() {
        var study = study(4, 25, 40, 30);
        var id = study.published();
        var edition =
                Asking.get(study.lead, "/v1/reports/" + id + "/editions/1").jsonPath();

        for (var school : study.world.schools) {
            var live = Asking.impact(study.world, Asking.staff(school)).jsonPath();
            List<Map<String, Object>> rows = live.getList("schools");
            for (int i = 0; i < rows.size(); i++) {
                if ((boolean) rows.get(i).get("withheld")) {
                    assertEquals(true, edition.getBoolean("results[0].schools[" + i + "].withheld"), school.name());
                }
            }
            if (live.getList("pooled.weights") == null) {
                assertNull(edition.getList("results[0].pooled.weights"));
            }
        }
        assertEquals(true, edition.getBoolean("results[0].schools[0].withheld"), "the small one");
        assertFalse(edition.getList("results[0].schools.withheld").stream().allMatch(Boolean.TRUE::equals));
    }

    @Test
    void givesNoSchoolBackThatJoinsAfterIt() {
        var study = study(30, 25, 40);
        var id = study.published();
        Asking.get(study.lead, "/v1/reports/" + id + "/editions/1").then().body("results[0].pooled.k", equalTo(3));

        study.joins("School D", 4);
        Asking.afterSending(study.world, study.lead, 4)
                .then()
                .body("schools.findAll { it.withheld }.organisation.name", equalTo(List.of("School D")))
                .body("pooled", nullValue())
                .body("restsOn.people", nullValue());
        study.move(study.lead, id, "correct", "A school came in").statusCode(200);
        study.move(study.rdLead, id, "publish", null).statusCode(200);

        Asking.get(study.lead, "/v1/reports/" + id + "/editions/2")
                .then()
                .body("results[0].schools.findAll { it.withheld }.organisation.name", equalTo(List.of("School D")))
                .body("results[0].pooled", nullValue())
                .body("results[0].pooledReason.code", equalTo("WITHHELD"))
                .body("results[0].trend.estimate", equalTo(Arrays.asList((Object) null)));
    }

    @Test
    void givesNoSchoolBackToWhoSpeaksForTwoThatNoTrustUnites() {
        var study = study(4, 25, 40, 30);
        var both = SuiteResource.issuer()
                .token("both")
                .at("urn:" + study.world.schools.get(1).urn(), "school-lead")
                .at("urn:" + study.world.schools.get(3).urn(), "school-lead")
                .signed();
        Asking.impact(study.world, both)
                .then()
                .body("schools.findAll { it.withheld }.size()", equalTo(2))
                .body("pooled.k", equalTo(4));

        study.published();

        Asking.impact(study.world, both)
                .then()
                .body("schools.findAll { it.withheld }.size()", equalTo(1))
                .body("pooled", nullValue());
    }

    @Test
    void isNotPublishedOnceWhatItSaysHasChanged() {
        var study = study(4, 25, 40, 30);
        var id = study.drafted();
        var trust = UUID.randomUUID();
        study.world.organisation(
                trust,
                "TRUST",
                "A trust (invented)",
                "uid:" + study.world.schools.getFirst().urn());
        study.world.affiliation(study.world.schools.get(1), trust, "TRUST");
        study.world.affiliation(study.world.schools.get(3), trust, "TRUST");
        study.world.send();
        study.move(study.rdLead, id, "publish", null).statusCode(409).body("code", equalTo("inputs-changed"));
        study.move(study.lead, id, "renew", null).statusCode(200);

        study.world.plan("frozenOn", "2025-10-06", "estimator", "ANCOVA");
        study.world.send();
        study.move(study.rdLead, id, "publish", null).statusCode(409).body("code", equalTo("inputs-changed"));
        study.move(study.lead, id, "renew", null).statusCode(200);

        study.world.milestone("Findings are written", "2999-01-01", "PLANNED");
        study.world.send();
        study.move(study.rdLead, id, "publish", null).statusCode(200);
    }

    @Test
    void isForWhoMayReadTheResultsOncePublishedAndUntilThenForItsWriters() {
        var study = study(30, 25, 40);
        var id = study.drafted();
        var one = "/v1/reports/" + id;

        Asking.get(study.lead, one).then().body("draft.text.title", equalTo("Reading mentors help"));
        Asking.get(study.staff(), one).then().statusCode(404);
        study.move(study.staff(), id, "publish", null).statusCode(404);
        study.move(study.lead, id, "publish", null).statusCode(403);
        study.move(study.rdLead, id, "publish", null).statusCode(200);

        Asking.get(study.staff(), one).then().statusCode(200).body("draft", nullValue());
        Asking.get(study.staff(), "/v1/reports?projectId=" + study.world.project)
                .then()
                .body("items.title", equalTo(List.of("Reading mentors help")));
        study.move(study.staff(), id, "withdraw", "No").statusCode(403);
        var stranger = Asking.token("stranger", "urn:999995", "school-lead");
        var admin = Asking.token("admin", "platform", "platform-admin");
        for (var token : List.of(stranger, admin)) {
            Asking.get(token, one).then().statusCode(404);
            Asking.get(token, one + "/editions/1").then().statusCode(404);
            Asking.get(token, one + "/editions").then().statusCode(404);
            Asking.get(token, one + "/history").then().statusCode(404);
            Asking.get(token, "/v1/reports").then().body("items", empty());
        }
        Asking.get(study.staff(), one + "/history").then().statusCode(404);
    }

    @Test
    void keepsInStepAndRepeatsAnIdempotentDraftAsItIs() {
        var study = study(30, 25, 40);
        var key = UUID.randomUUID().toString();
        var first = study.draft(key).then().statusCode(201).extract().path("id");
        study.draft(key).then().statusCode(201).body("id", equalTo(first));

        Asking.get(study.lead, "/v1/reports?changedAfter=start").then().body("items.id", equalTo(List.of(first)));
        given().auth()
                .oauth2(study.lead)
                .contentType("application/merge-patch+json")
                .body("{\"title\": \"Other\"}")
                .patch("/v1/reports/" + first)
                .then()
                .statusCode(428);
        study.move(study.rdLead, (String) first, "publish", null).statusCode(200);
        study.rewrite((String) first, "{\"title\": \"Other\"}").statusCode(409);
    }

    @Test
    void isNotPublishedWithoutASummary() {
        var study = study(30, 25, 40);
        var id = study.drafted();
        study.rewrite(id, "{\"summary\": null}").statusCode(200);

        study.move(study.rdLead, id, "publish", null)
                .statusCode(409)
                .body("code", equalTo("report-incomplete"))
                .body("missing", equalTo(List.of("a summary")));
    }

    private Study study(int... pupils) {
        var world = World.trial();
        var project = world.project.toString();
        world.appointedAtProject("lead-" + project, "PROJECT_LEAD");
        world.appointedAtAlliance("rd-" + project, "RD_LEAD");
        var study = new Study(
                world,
                scores,
                Asking.token("lead-" + project, "urn:900001", "school-staff"),
                Asking.token("rd-" + project, "urn:900002", "school-staff"),
                new ArrayList<>());
        for (int i = 0; i < pupils.length; i++) {
            study.joins("School " + (char) ('A' + i), pupils[i]);
        }
        Asking.afterSending(world, study.lead, pupils.length);
        return study;
    }

    private static byte[] html(String token, String path) {
        return given().auth().oauth2(token).accept("text/html").get(path).asByteArray();
    }

    private record Study(World world, Scores scores, String lead, String rdLead, List<List<UUID>> cohorts) {
        String staff() {
            return Asking.staff(world.schools.getLast());
        }

        void joins(String name, int pupils) {
            var school = world.school(name);
            cohorts.add(
                    List.of(world.cohort(school, "INTERVENTION", false), world.cohort(school, "COMPARISON", false)));
            evidence(cohorts.size() - 1, pupils);
        }

        void evidence(int school, int pupils) {
            var of = world.schools.get(school);
            world.cell(of, cohorts.get(school).getFirst(), "ALL", scores.pairs(pupils, 4));
            world.cell(of, cohorts.get(school).getLast(), "ALL", scores.pairs(20, 0));
        }

        Response draft(String key) {
            return given().auth()
                    .oauth2(lead)
                    .header("Idempotency-Key", key)
                    .contentType("application/json")
                    .body("""
                            {"projectId": "%s", "title": "Reading mentors help", "summary": "It helped.",
                             "commentary": {"LEARNING": "Ten minutes a day is enough."}}""".formatted(world.project))
                    .post("/v1/reports");
        }

        String drafted() {
            return draft(UUID.randomUUID().toString())
                    .then()
                    .statusCode(201)
                    .extract()
                    .path("id");
        }

        String published() {
            var id = drafted();
            move(rdLead, id, "publish", null).statusCode(200);
            return id;
        }

        ValidatableResponse move(String token, String id, String action, String reason) {
            return given().auth()
                    .oauth2(token)
                    .contentType("application/json")
                    .body(reason == null ? Map.of("action", action) : Map.of("action", action, "reason", reason))
                    .post("/v1/reports/" + id + "/transitions")
                    .then();
        }

        ValidatableResponse rewrite(String id, String patch) {
            var tag = Asking.get(lead, "/v1/reports/" + id).header("ETag");
            return given().auth()
                    .oauth2(lead)
                    .header("If-Match", tag)
                    .contentType("application/merge-patch+json")
                    .body(patch)
                    .patch("/v1/reports/" + id)
                    .then();
        }
    }
}
