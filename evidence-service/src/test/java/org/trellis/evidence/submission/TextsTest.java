package org.trellis.evidence.submission;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

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

/** What people wrote and said. */
@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "evidence"))
class TextsTest {
    private World world;
    private Handing handing;

    @BeforeEach
    void tellOfAProject() {
        world = new World();
        handing = new Handing(world);
    }

    @Test
    void whatAPupilWritesIsTheSafeguardingLeadsFirstAndNobodyElses() {
        var handedIn = handing.survey(
                "PUPIL_ENGAGEMENT", List.of(Handing.engaged("I am scared at home"), Handing.engaged("More plays")));
        var lead = world.appointed("safeguarding-lead");
        handing.texts(lead, handedIn)
                .then()
                .statusCode(200)
                .body("items.text", hasItems("I am scared at home", "More plays"))
                .body("items.state", everyItem(equalTo("HELD")));
        handing.read(world.staff(), handedIn, "").then().body("heldTexts", equalTo(2));
        var changed = world.submission(
                world.school, "SURVEY", handing.ofInstrument("PUPIL_ENGAGEMENT", List.of(Handing.engaged("Fine"))));
        Handing.put(
                        world.staff(),
                        handedIn,
                        changed,
                        handing.read(world.staff(), handedIn, "").header("ETag"))
                .then()
                .statusCode(200);
        handing.texts(lead, handedIn).then().body("items.text", hasItems("I am scared at home", "More plays", "Fine"));
        world.move(world.staff(), handedIn, "submit").then().statusCode(200).body("status", equalTo("ACCEPTED"));

        String held = handing.texts(lead, handedIn).path("items.find { it.text == 'Fine' }.id");
        for (var other : readers()) {
            handing.texts(other, handedIn).then().body("items", hasSize(0));
            world.get(other, "/v1/passages/" + held).then().statusCode(404);
            handing.decide(other, held, "release").then().statusCode(404);
        }
        handing.decide(lead, held, "clear", Map.of("personalData", false))
                .then()
                .statusCode(409)
                .body("code", equalTo("passage-held"));
        String dropped = handing.texts(lead, handedIn).path("items.find { it.text == 'More plays' }.id");
        handing.decide(lead, dropped, "release").then().statusCode(200);
        handing.decide(lead, dropped, "clear", Map.of("personalData", false))
                .then()
                .statusCode(409)
                .body("code", equalTo("passage-dropped"));
        handing.decide(lead, held, "release").then().statusCode(200).body("state", equalTo("OWN"));
        handing.decide(lead, held, "release").then().statusCode(409).body("code", equalTo("passage-not-held"));

        handing.texts(world.colleague(), handedIn).then().body("items.text", contains("Fine"));
        handing.texts(world.appointed("project-lead"), handedIn).then().body("items", hasSize(0));
        handing.decide(world.head(), held, "release").then().statusCode(403);
    }

    @Test
    void takesNoPupilsTextWhereNobodyWouldReadItFirst() {
        var body = world.submission(
                world.academy, "SURVEY", handing.ofInstrument("PUPIL_ENGAGEMENT", List.of(Handing.engaged("Hello"))));
        world.post(world.academyStaff(), "/v1/submissions", body)
                .then()
                .statusCode(409)
                .body("code", equalTo("safeguarding-lead-missing"));
        var silent = world.submission(
                world.academy, "SURVEY", handing.ofInstrument("PUPIL_ENGAGEMENT", List.of(Handing.engaged(null))));
        world.post(world.academyStaff(), "/v1/submissions", silent).then().statusCode(201);
    }

    @Test
    void sharesATextOnlyOnceItIsClearedAndAsItIsCleared() {
        var group = handing.begun(world.staff(), "INTERVIEW", Handing.focusGroup());
        world.move(world.staff(), group, "submit").then().statusCode(200);
        var outside = world.appointed("project-lead");
        handing.texts(world.colleague(), group).then().body("items", hasSize(3));
        handing.texts(outside, group).then().body("items", hasSize(0));
        var ids = new HashMap<String, String>();
        handing.texts(world.head(), group)
                .<List<Map<String, String>>>path("items")
                .forEach(t -> ids.put(t.get("text"), t.get("id")));

        handing.decide(world.colleague(), ids.get("Trust"), "clear", Map.of("personalData", false))
                .then()
                .statusCode(403);
        handing.decide(world.head(), ids.get("Trust"), "clear", Map.of("personalData", false))
                .then()
                .statusCode(200)
                .body("state", equalTo("SHARED"));
        handing.decide(
                        world.head(),
                        ids.get("Mr Invented is kind"),
                        "clear",
                        Map.of("personalData", true, "wording", "Our coach is kind"))
                .then()
                .statusCode(200);
        handing.decide(world.head(), ids.get("Ask me at home"), "clear", Map.of("personalData", true))
                .then()
                .statusCode(200)
                .body("state", equalTo("PERSONAL"));
        handing.decide(world.head(), ids.get("Trust"), "clear").then().statusCode(400);

        handing.texts(outside, group)
                .then()
                .body("items.text", hasItems("Trust", "Our coach is kind"))
                .body("items", hasSize(2));
        handing.texts(world.academyHead(), group).then().body("items", hasSize(0));
        handing.decide(world.head(), ids.get("Trust"), "clear", Map.of("personalData", true))
                .then()
                .statusCode(200);
        handing.texts(outside, group).then().body("items.text", contains("Our coach is kind"));
        handing.decide(outside, ids.get("Mr Invented is kind"), "clear", Map.of("personalData", false))
                .then()
                .statusCode(403);
    }

    @Test
    void showsATitleOutsideTheSchoolOnlyAsItIsCleared() {
        var body = world.submission(world.school);
        body.put("title", "Mr Invented's set");
        var id = UUID.randomUUID();
        Handing.put(world.staff(), id, body, null).then().statusCode(201);
        clearTitle(id, Map.of("personalData", true, "wording", "A set"));
        titled(world.appointed("project-lead"), id, "A set");

        body.put("title", "Mrs Invented's set");
        var tag = handing.read(world.staff(), id, "").header("ETag");
        Handing.put(world.staff(), id, body, tag).then().statusCode(200);
        world.add(world.staff(), id, List.of(world.score("a", world.cohort, "BASELINE", 80)));
        world.move(world.staff(), id, "submit").then().statusCode(200);
        world.assign(id, world.moderator).then().statusCode(201);
        var outside = List.of("project-lead", "alliance-lead", "rd-lead", "moderator");
        outside.forEach(role -> titled(world.appointed(role), id, null));
        for (var own : List.of(world.staff(), world.colleague(), world.head())) {
            titled(own, id, "Mrs Invented's set");
        }

        clearTitle(id, Map.of("personalData", true, "wording", "Another set"));
        outside.forEach(role -> titled(world.appointed(role), id, "Another set"));
        titled(world.staff(), id, "Mrs Invented's set");
    }

    private void clearTitle(UUID submission, Map<String, ?> decision) {
        String title = handing.texts(world.head(), submission).path("items.find { it.kind == 'TITLE' }.id");
        handing.decide(world.head(), title, "clear", decision).then().statusCode(200);
    }

    private void titled(String reader, UUID submission, String title) {
        handing.read(reader, submission, "").then().statusCode(200).body("title", equalTo(title));
        world.get(reader, "/v1/submissions?projectId=" + world.project).then().body("items.title", contains(title));
        world.get(reader, "/v1/moderation?projectId=" + world.project)
                .then()
                .statusCode(200)
                .body("items.title", everyItem(equalTo(title)));
    }

    @Test
    void sharesTheTitleOfAReportAsATextAndNotWithItsForm() {
        var report = handing.begun(
                world.staff(),
                "EXTERNAL_REPORT",
                Map.of(
                        "issuer",
                        "HEADTEACHER",
                        "issuedOn",
                        "2026-01-20",
                        "reportTitle",
                        "On Mr Invented",
                        "summary",
                        "Good"));
        world.move(world.staff(), report, "submit").then().statusCode(200);

        handing.texts(world.colleague(), report).then().body("items.text", hasItems("On Mr Invented", "Good"));
        handing.read(world.appointed("project-lead"), report, "/content")
                .then()
                .statusCode(200)
                .body("content.issuer", equalTo("HEADTEACHER"))
                .body("content.reportTitle", nullValue());
    }

    /** Everybody but the safeguarding lead. */
    private List<String> readers() {
        var readers = new ArrayList<>(
                List.of(world.staff(), world.colleague(), world.head(), world.appointed("appointed-head")));
        readers.addAll(outsiders());
        return readers;
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
