package org.trellis.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What a project hands in that are no scores: a survey, an observation, a focus group, and a report from outside. */
final class OtherEvidence {
    private static final String SURVEY = "TEACHER_CONFIDENCE";
    private static final int FAIRLY = 3;

    private final Directory directory;
    private final Caller school;
    private final Map<String, UUID> place;

    /** @param place the school, project and cycle, by the names of the fields that hold them */
    OtherEvidence(Directory directory, Caller school, Map<String, UUID> place) {
        this.directory = directory;
        this.school = school;
        this.place = place;
    }

    /** @param confidence how confident each one is, from 1 to 5, as their scores have it; nobody is named */
    void survey(String title, String takenOn, List<Integer> confidence, String key) {
        ObjectNode content = Api.JSON.createObjectNode();
        content.put("instrumentId", instrument(SURVEY)).put("takenOn", takenOn);
        for (int one : confidence) {
            content.withArray("responses")
                    .addObject()
                    .put("teaching", one)
                    .put("explaining", FAIRLY)
                    .put("checking", FAIRLY)
                    .put("adapting", FAIRLY);
        }
        handIn("SURVEY", title, Api.JSON.valueToTree(List.of("LEARNING")), content, key);
    }

    /** All that the sample's file has. */
    void written(String key) {
        for (JsonNode one : SampleFiles.otherEvidence()) {
            ObjectNode content = one.path("content").deepCopy();
            if (one.has("instrument")) {
                content.put("instrumentId", instrument(one.path("instrument").asText()));
            }
            if (one.has("teacher")) {
                content.put(
                        "teacherId",
                        directory.person(one.path("teacher").asText()).toString());
            }
            handIn(
                    one.path("type").asText(),
                    one.path("title").asText(),
                    one.path("levels"),
                    content,
                    key + " " + one.path("type").asText());
        }
    }

    private void handIn(String type, String title, JsonNode levels, ObjectNode content, String key) {
        ObjectNode body = Api.JSON.createObjectNode();
        place.forEach((field, id) -> body.put(field, id.toString()));
        body.put("type", type).put("title", title).set("levels", levels);
        body.set("content", content.put("type", type));
        UUID submission = school.make("/v1/submissions", body, key);
        school.post("/v1/submissions/" + submission + "/transitions", Map.of("action", "submit"), key + " submit");
    }

    private String instrument(String code) {
        return school.get("/v1/instruments?code=" + code)
                .path("items")
                .path(0)
                .path("id")
                .asText();
    }
}
