package org.trellis.evidence.submission;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;
import org.trellis.evidence.World;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class KindsOfEvidenceTest {
    private World world;
    private Handing handing;

    @BeforeEach
    void tellOfAProject() {
        world = new World();
        handing = new Handing(world);
    }

    @Test
    void aRecordingNeedsTheConsentOfAllAndAnEnd() {
        var content = Handing.focusGroup();
        content.put("recording", Map.of("consents", 5, "keepUntil", "2035-01-01"));
        world.post(world.staff(), "/v1/submissions", world.submission(world.school, "INTERVIEW", content))
                .then()
                .statusCode(400)
                .body("violations.path", contains("$.content", "$.content"));
        content.put("recording", Map.of("keepUntil", "2026-07-01"));
        world.post(world.staff(), "/v1/submissions", world.submission(world.school, "INTERVIEW", content))
                .then()
                .statusCode(400)
                .body("violations.path", hasItem("$.content.recording.consents"));
        content.put("recording", Map.of("consents", 6, "keepUntil", "2026-07-01"));
        handing.begun(world.staff(), "INTERVIEW", content);
    }

    @Test
    void takesAnExternalReportForAnAllianceItsSchoolIsIn() {
        var report = world.submission(
                world.school,
                "EXTERNAL_REPORT",
                Map.of(
                        "issuer",
                        "OFSTED",
                        "issuedOn",
                        "2013-05-01",
                        "reportTitle",
                        "Section 5",
                        "summary",
                        "Outstanding"));
        report.remove("projectId");
        report.remove("cycleId");
        report.put("allianceId", world.alliance);
        report.put("levels", List.of("ORGANISATION", "USE"));
        var id = UUID.randomUUID();
        Handing.put(world.staff(), id, report, null)
                .then()
                .statusCode(201)
                .body("alliance.id", equalTo(world.alliance.toString()));
        Handing.put(world.staff(), id, report, null).then().statusCode(200);
        world.move(world.staff(), id, "submit").then().statusCode(200).body("status", equalTo("ACCEPTED"));

        handing.read(world.appointed("alliance-lead"), id, "/content")
                .then()
                .statusCode(200)
                .body("content.issuer", equalTo("OFSTED"));
        handing.read(world.appointed("project-lead"), id, "").then().statusCode(404);
        world.get(
                        world.appointed("rd-lead"),
                        "/v1/submissions?level=USE&type=EXTERNAL_REPORT&allianceId=" + world.alliance)
                .then()
                .body("items.id", contains(id.toString()));
        report.put("organisationId", world.academy);
        world.post(world.academyStaff(), "/v1/submissions", report)
                .then()
                .statusCode(409)
                .body("code", equalTo("school-not-a-member"));
        report.put("projectId", world.project);
        ((Map<?, ?>) report.get("content")).remove("issuedOn");
        world.post(world.academyStaff(), "/v1/submissions", report)
                .then()
                .statusCode(400)
                .body("violations.path", hasItems("$", "$.content.issuedOn"))
                .body("violations.message", hasItem(startsWith("it is for a project")));
    }

    /** A permanent number and a temporary one, in each field that takes text. */
    @Test
    void refusesAUniquePupilNumberInEveryText() {
        for (var number : List.of("H801200001001", "X00180001701A")) {
            Map<String, Map<String, ?>> bodies = new LinkedHashMap<>();
            bodies.put(
                    "COACHING_NOTE",
                    Map.of(
                            "teacherId",
                            world.teacher,
                            "endedAt",
                            "2026-01-20T15:30:00Z",
                            "focus",
                            number,
                            "note",
                            number,
                            "nextSteps",
                            number));
            bodies.put(
                    "LEARNING_LOG",
                    Map.of("keptBy", "TEACHER", "entries", List.of(Map.of("on", "2026-01-20", "text", number))));
            bodies.put(
                    "FEEDBACK",
                    Map.of(
                            "from",
                            "TEACHER",
                            "on",
                            "2026-01-20",
                            "occasion",
                            number,
                            "people",
                            7,
                            "comments",
                            List.of(number)));
            bodies.put(
                    "EXTERNAL_REPORT",
                    Map.of(
                            "issuer",
                            "OTHER",
                            "issuerName",
                            number,
                            "issuedOn",
                            "2026-01-20",
                            "reportTitle",
                            number,
                            "link",
                            "https://example.org/" + number,
                            "summary",
                            number,
                            "findings",
                            List.of(number)));
            bodies.put(
                    "INTERVIEW",
                    Map.of(
                            "form",
                            "INTERVIEW",
                            "with",
                            "TEACHER",
                            "heldOn",
                            "2026-01-20",
                            "participants",
                            1,
                            "themes",
                            List.of(Map.of("title", number, "summary", number)),
                            "quotes",
                            List.of(Map.of("words", number, "theme", number))));
            int[] wanted = {3, 1, 2, 5, 4};
            int i = 0;
            for (var body : bodies.entrySet()) {
                world.post(
                                world.staff(),
                                "/v1/submissions",
                                world.submission(world.school, body.getKey(), body.getValue()))
                        .then()
                        .statusCode(400)
                        .body("violations.message", everyItem(equalTo("must not contain a unique pupil number")))
                        .body("violations", hasSize(wanted[i++]));
            }
        }
    }

    @Test
    void whatHoldsNoScoresTakesNone() {
        var log = handing.begun(
                world.staff(),
                "LEARNING_LOG",
                Map.of("keptBy", "TEACHER", "entries", List.of(Map.of("on", "2026-01-20", "text", "It works"))));
        world.post(
                        world.staff(),
                        "/v1/submissions/" + log + "/scores",
                        Map.of("scores", List.of(world.score("a", world.cohort, "BASELINE", 80))))
                .then()
                .statusCode(409)
                .body("code", equalTo("submission-without-scores"));
        var scores = world.submission(world.school);
        scores.put(
                "content",
                Map.of(
                        "type",
                        "FEEDBACK",
                        "from",
                        "TEACHER",
                        "on",
                        "2026-01-20",
                        "occasion",
                        "Day",
                        "people",
                        7,
                        "comments",
                        List.of("Good")));
        world.post(world.staff(), "/v1/submissions", scores)
                .then()
                .statusCode(400)
                .body("violations.path", contains("$"))
                .body("violations.message", contains(startsWith("SCORES hold scores")));
        handing.read(world.staff(), world.begun(world.staff(), world.school), "/content")
                .then()
                .statusCode(403);
    }
}
