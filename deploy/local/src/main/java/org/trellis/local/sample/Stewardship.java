package org.trellis.local.sample;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** What keeps a project on its way: terms, a milestone, a risk, champions, a review. All of it is invented. */
final class Stewardship {
    private final Caller lead;
    private final Directory directory;
    private final UUID project;
    private final String story;

    Stewardship(Api api, Directory directory, UUID project, String story) {
        this.lead = api.person("project-lead");
        this.directory = directory;
        this.project = project;
        this.story = story;
    }

    void agree() {
        lead.post(
                "/v1/projects/" + project + "/terms",
                Map.of(
                        "text",
                        "We hand in scores before and after, teach comparison groups as before, and may leave at any"
                                + " time with a reason (invented)."),
                key("terms"));
        UUID owner = directory.person("project-lead");
        UUID milestone = lead.make(
                "/v1/milestones",
                Map.of("projectId", project, "name", "Schools are found", "ownerId", owner, "due", "2027-10-01"),
                key("milestone"));
        lead.post("/v1/milestones/" + milestone + "/transitions", Map.of("action", "meet"), key("milestone met"));
        lead.make(
                "/v1/milestones",
                Map.of("projectId", project, "name", "Findings are shared", "ownerId", owner, "due", "2027-07-09"),
                key("second milestone"));
        UUID risk = lead.make(
                "/v1/project-risks",
                Map.of(
                        "projectId",
                        project,
                        "category",
                        "STAFFING",
                        "title",
                        "Whoever trains the others may move (invented)",
                        "likelihood",
                        3,
                        "impact",
                        4,
                        "mitigation",
                        "A second one is trained by Easter",
                        "ownerId",
                        owner),
                key("risk"));
        lead.post(
                "/v1/project-risks/" + risk + "/reviews",
                Map.of("likelihood", 2, "impact", 4, "mitigation", "A second one is trained", "note", "As planned"),
                key("risk review"));
    }

    void champion(UUID participation) {
        lead.make(
                "/v1/role-holders",
                Map.of(
                        "participationId",
                        participation,
                        "personId",
                        directory.person("project-lead"),
                        "role",
                        "SENIOR_LEADER_CHAMPION",
                        "startsOn",
                        Directory.SINCE),
                key("champion " + participation));
    }

    void review(UUID cycle) {
        Map<String, Object> review = new HashMap<>(Map.of(
                "wentWell", "Times were kept, and pupils came gladly (invented)",
                "wentBadly", "Some texts were too easy (invented)",
                "problems", "Rooms at lunch time (invented)",
                "challenges", List.of(),
                "noChallengeReason", "No other alliance had met by then (invented)",
                "decision", "ADAPT",
                "nextFocus", "Texts that ask for more (invented)"));
        lead.post("/v1/cycles/" + cycle + "/reviews", review, key("review"));
    }

    private String key(String step) {
        return "sample " + story + " " + step;
    }
}
