package org.trellis.local.scenario;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.trellis.local.sample.Api;
import org.trellis.local.sample.Caller;

/** One project of the two schools, from its question to its result; each step by who may take it. */
final class Study {
    private final Api api;
    private final Setting setting;
    private final String name;
    private final Caller lead;
    private final Map<UUID, UUID> participations = new HashMap<>();
    private final Map<UUID, Map<String, UUID>> cohorts = new HashMap<>();
    private final Map<UUID, UUID> submissions = new HashMap<>();
    private UUID project;
    private UUID cycle;

    /** @param name tells its requests from those of another study */
    Study(Api api, Setting setting, String name) {
        this.api = api;
        this.setting = setting;
        this.name = name;
        this.lead = api.person("alliance-lead");
    }

    UUID project() {
        return project;
    }

    UUID submission(UUID school) {
        return submissions.get(school);
    }

    String impactPath() {
        return "/v1/impact/projects/" + project;
    }

    void asksAQuestion() {
        project = lead.make(
                "/v1/projects",
                Map.of(
                        "allianceId",
                        setting.alliance(),
                        "title",
                        "Paired reading, " + name + " (invented)",
                        "focusArea",
                        "TRANSITION_AND_LITERACY",
                        "researchQuestions",
                        List.of("Does paired reading improve how well pupils read?"),
                        "priorityIds",
                        List.of(setting.priority()),
                        "design",
                        "WITHIN_SCHOOLS",
                        "startsOn",
                        "2024-09-02",
                        "endsOn",
                        "2025-07-19",
                        "invented",
                        true),
                key("question"));
        lead.post(
                "/v1/projects/" + project + "/success-measures",
                Map.of(
                        "measureId", setting.measure(),
                        "primary", true,
                        "points", List.of(Map.of("point", "BASELINE"), Map.of("point", "OUTCOME"))),
                key("measure"));
        lead.make(
                "/v1/project-appointments",
                Map.of(
                        "projectId",
                        project,
                        "personId",
                        setting.projectLead(),
                        "role",
                        "PROJECT_LEAD",
                        "startsOn",
                        "2024-09-02"),
                key("project lead"));
        move("propose", api.person("project-lead"));
        move("approve", api.person("rd-lead"));
    }

    void takesIn(UUID... schools) {
        for (UUID school : schools) {
            invites(school);
            moveParticipation(school, Map.of("action", "commit"));
            cohorts.put(
                    school,
                    Map.of(
                            "INTERVENTION", cohort(school, "INTERVENTION"),
                            "COMPARISON", cohort(school, "COMPARISON")));
        }
    }

    void invites(UUID school) {
        participations.put(
                school,
                lead.make(
                        "/v1/participations",
                        Map.of("projectId", project, "organisationId", school),
                        key("invite " + school)));
    }

    private UUID cohort(UUID school, String arm) {
        return lead.make(
                "/v1/cohorts",
                Map.of("participationId", participations.get(school), "name", arm, "arm", arm, "about", "PUPIL"),
                key("cohort " + school + arm));
    }

    void starts() {
        cycle = lead.make(
                "/v1/cycles",
                Map.of("projectId", project, "number", 1, "startsOn", "2024-09-16", "endsOn", "2025-06-21"),
                key("cycle"));
        move("start", lead);
    }

    void handsInAsJson(UUID school, RawScores scores) {
        begins(school);
        sendsJson(school, scores, "scores");
        submits(school, "submit");
    }

    void handsInAsFile(UUID school, RawScores scores) {
        begins(school);
        speaksFor(school)
                .postFile(
                        path(school) + "/scores",
                        scores.sheet(cohorts.get(school), setting.measure()).csv(),
                        key("scores " + school));
        submits(school, "submit");
    }

    private void begins(UUID school) {
        submissions.put(
                school,
                speaksFor(school)
                        .make(
                                "/v1/submissions",
                                Map.of(
                                        "organisationId", school,
                                        "projectId", project,
                                        "cycleId", cycle,
                                        "type", "SCORES"),
                                key("submission " + school)));
    }

    private void sendsJson(UUID school, RawScores scores, String step) {
        speaksFor(school)
                .post(
                        path(school) + "/scores",
                        Map.of(
                                "scores",
                                scores.sheet(cohorts.get(school), setting.measure())
                                        .json()),
                        key(step + " " + school));
    }

    private void submits(UUID school, String step) {
        speaksFor(school).post(path(school) + "/transitions", Map.of("action", "submit"), key(step + " " + school));
    }

    void isAssigned(UUID school) {
        api.person("rd-lead")
                .post(
                        "/v1/moderation/" + submissions.get(school) + "/assignments",
                        Map.of("personId", setting.moderator()),
                        key("assignment " + school));
    }

    void isAccepted(UUID school, int revision) {
        api.person("moderator")
                .post(
                        "/v1/moderation/" + submissions.get(school) + "/decisions",
                        Map.of("decision", "ACCEPT", "revision", revision),
                        key("decision " + school + revision));
    }

    void amends(UUID school, RawScores scores) {
        speaksFor(school).post(path(school) + "/transitions", Map.of("action", "amend"), key("amend " + school));
        sendsJson(school, scores, "amended scores");
        submits(school, "submit amended");
    }

    void isLeftBy(UUID school) {
        moveParticipation(school, Map.of("action", "withdraw", "reason", "STAFFING", "evidence", "KEEP"));
    }

    /** What there is of it by now, as a report. */
    UUID published() {
        UUID report = api.person("project-lead")
                .make(
                        "/v1/reports",
                        Map.of("projectId", project, "title", name, "summary", "What came of it."),
                        key("report"));
        api.person("rd-lead")
                .post("/v1/reports/" + report + "/transitions", Map.of("action", "publish"), key("publish"));
        return report;
    }

    /** What the alliance's lead is shown, once it rests on these revisions and on no others. */
    JsonNode restingOn(Map<UUID, Integer> revisions) {
        Set<String> expected = new HashSet<>();
        revisions.forEach((school, revision) -> expected.add(submissions.get(school) + " " + revision));
        return lead.await(impactPath(), impact -> {
            Set<String> shown = new HashSet<>();
            impact.path("restsOn")
                    .path("submissions")
                    .forEach(s -> shown.add(
                            s.path("id").asText() + " " + s.path("revision").asInt()));
            return shown.equals(expected);
        });
    }

    /** Waits for the last subgroup too: cells come one by one. */
    void comesToTheSameFiguresAs(Study other) {
        JsonNode expected = figures(lead.get(other.impactPath()));
        lead.await(impactPath(), impact -> figures(impact).equals(expected));
    }

    /** All that is computed, without what tells one project from another. */
    private static JsonNode figures(JsonNode impact) {
        ObjectNode figures = JsonNodeFactory.instance.objectNode();
        for (String part : List.of("schools", "pooled", "gain", "subgroups", "threshold")) {
            figures.set(part, impact.path(part));
        }
        return figures;
    }

    private Caller speaksFor(UUID school) {
        return api.person(school.equals(setting.second()) ? "trust-team" : "school-lead");
    }

    private void move(String action, Caller by) {
        by.post("/v1/projects/" + project + "/transitions", Map.of("action", action), key(action));
    }

    private void moveParticipation(UUID school, Map<String, String> move) {
        String path = "/v1/participations/" + participations.get(school) + "/transitions";
        Caller caller = speaksFor(school);
        caller.patiently("POST " + path, () -> caller.send(path, move, key(move.get("action") + " " + school)));
    }

    private String path(UUID school) {
        return "/v1/submissions/" + submissions.get(school);
    }

    private String key(String step) {
        return name + " " + step;
    }
}
