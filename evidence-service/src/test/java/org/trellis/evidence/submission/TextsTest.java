package org.trellis.evidence.submission;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
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
