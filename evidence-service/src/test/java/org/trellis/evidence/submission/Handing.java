package org.trellis.evidence.submission;

import static io.restassured.RestAssured.given;

import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.trellis.evidence.World;

/** Hands in evidence of all kinds, and reads what others make of it. */
record Handing(World world) {
    UUID begun(String token, String type, Map<String, ?> content) {
        return World.id(world.post(token, "/v1/submissions", world.submission(world.school, type, content))
                .then()
                .statusCode(201)
                .extract()
                .response());
    }

    UUID survey(String instrument, List<? extends Map<String, ?>> responses) {
        return begun(world.staff(), "SURVEY", ofInstrument(instrument, responses));
    }

    Map<String, Object> ofInstrument(String code, List<? extends Map<String, ?>> responses) {
        return Map.of("instrumentId", ready(code), "takenOn", "2026-01-20", "responses", responses);
    }

    Map<String, Object> observation(String instrument) {
        var answers = new HashMap<String, Object>(Map.of("focus", "QUESTIONING", "seen", "Pairs"));
        if (instrument.equals("OBSERVATION_GRADED")) {
            answers.put("grade", "GOOD");
        }
        return Map.of(
                "teacherId",
                world.teacher,
                "instrumentId",
                ready(instrument),
                "observedOn",
                "2026-01-20",
                "answers",
                answers);
    }

    static Map<String, Object> focusGroup() {
        return new HashMap<>(Map.of(
                "form",
                "FOCUS_GROUP",
                "with",
                "TEACHER",
                "heldOn",
                "2026-01-20",
                "participants",
                6,
                "themes",
                List.of(Map.of("title", "Trust")),
                "quotes",
                List.of(Map.of("words", "Mr Invented is kind"), Map.of("words", "Ask me at home"))));
    }

    static List<Map<String, Object>> answers(int people, int value, String words) {
        var all = new ArrayList<Map<String, Object>>();
        for (int i = 0; i < people; i++) {
            all.add(Map.of("teaching", value, "explaining", 3, "checking", 3, "adapting", 3, "support", words));
        }
        return all;
    }

    static Map<String, Object> engaged(String words) {
        var response = new HashMap<String, Object>(Map.of("interested", 4, "trying", 4, "asking", 3, "helping", 5));
        if (words != null) {
            response.put("say", words);
        }
        return response;
    }

    static Map<String, Object> step(int value) {
        return Map.of("value", value, "label", "Step " + value);
    }

    UUID published(String about, Map<String, ?> definition) {
        var form = World.id(world.post(
                        world.appointed("alliance-lead"),
                        "/v1/instruments",
                        Map.of(
                                "code",
                                "OWN_FORM",
                                "name",
                                "Own",
                                "purpose",
                                "OTHER",
                                "about",
                                about,
                                "allianceId",
                                world.alliance,
                                "definition",
                                definition))
                .then()
                .statusCode(201)
                .extract()
                .response());
        world.post(
                        world.appointed("alliance-lead"),
                        "/v1/instruments/" + form + "/transitions",
                        Map.of("action", "publish"))
                .then()
                .statusCode(200);
        return form;
    }

    UUID ready(String code) {
        return UUID.fromString(
                world.get(world.staff(), "/v1/instruments?code=" + code).path("items[0].id"));
    }

    Response read(String token, UUID submission, String part) {
        return world.get(token, "/v1/submissions/" + submission + part);
    }

    Response texts(String token, UUID submission) {
        return world.get(token, "/v1/passages?submissionId=" + submission);
    }

    Response decide(String token, String passage, String action) {
        return decide(token, passage, action, Map.of());
    }

    Response decide(String token, String passage, String action, Map<String, ?> more) {
        var body = new HashMap<String, Object>(more);
        body.put("action", action);
        return world.post(token, "/v1/passages/" + passage + "/transitions", body);
    }

    static Response put(String token, UUID id, Object body, String ifMatch) {
        var request =
                given().auth().oauth2(token).contentType("application/json").body(body);
        return (ifMatch == null ? request : request.header("If-Match", ifMatch)).put("/v1/submissions/" + id);
    }
}
