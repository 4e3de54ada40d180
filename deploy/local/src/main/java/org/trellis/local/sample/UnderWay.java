package org.trellis.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * An invented project with what happens between a draft and a result: a school asks, a head accepts the terms by a link,
 * arms are drawn, a baseline is waived and another awaited, a sponsor leaves, a school leaves, an ingredient is adapted.
 */
final class UnderWay {
    private static final String KEY = "sample reading aloud ";
    private static final String FIRST = "900001";
    private static final String ADAPTS = "900002";
    private static final String WAITS = "900003";
    private static final String LEAVES = "900004";
    private static final String ASKS = "900005";

    private final Api api;
    private final Directory directory;
    private final Alliances alliances;
    private final JsonNode words = SampleFiles.underWay();
    private final Caller lead;
    private final Caller trust;
    private final Map<String, UUID> participations = new LinkedHashMap<>();
    private UUID intervention;
    private UUID project;
    private UUID cycle;

    UnderWay(Api api, Directory directory, Alliances alliances) {
        this.api = api;
        this.directory = directory;
        this.alliances = alliances;
        this.lead = api.person("alliance-lead");
        this.trust = api.person("trust-team");
    }

    void happen() {
        draft();
        Stewardship stewardship = new Stewardship(api, directory, project, "reading-aloud");
        stewardship.agree();
        runsLate();
        move(path("transitions"), "propose", api.person("project-lead"));
        move(path("transitions"), "approve", api.person("rd-lead"));
        schoolsJoin();
        lead.post(path("allocations"), words.path("allocation"), KEY + "allocation");
        sponsored(FIRST, directory.person("school-lead"));
        stewardship.champion(participations.get(FIRST));
        headLeaves();
        deliver();
        trust.post(ofSchool(LEAVES, "transitions"), words.path("leaving"), KEY + "leaving");
        lead.post(path("deviations"), words.path("deviation"), KEY + "deviation");
        report(FIRST, "faithful");
        report(ADAPTS, "adapted");
    }

    private void draft() {
        intervention = lead.make("/v1/interventions", ofAlliance("intervention"), KEY + "intervention");
        ObjectNode body = ofAlliance("project");
        body.withArray("interventionIds").add(intervention.toString());
        body.withArray("priorityIds").add(alliances.priority(Alliances.INVENTED).toString());
        project = lead.make("/v1/projects", body, KEY + "draft");
        UUID measure = directory.measure("READING_STANDARDISED");
        lead.post(
                path("success-measures"),
                Map.of("measureId", measure, "primary", true, "points", words.path("points")),
                KEY + "success measure");
        ObjectNode analysis = words.path("analysis").deepCopy();
        lead.post(path("analysis-plans"), analysis.put("primaryMeasureId", measure.toString()), KEY + "analysis plan");
        lead.make(
                "/v1/project-appointments",
                Map.of(
                        "projectId",
                        project,
                        "personId",
                        directory.person("project-lead"),
                        "role",
                        "PROJECT_LEAD",
                        "startsOn",
                        Directory.SINCE),
                KEY + "project lead");
    }

    private ObjectNode ofAlliance(String what) {
        ObjectNode body = words.path(what).deepCopy();
        return body.put("allianceId", alliances.id(Alliances.INVENTED).toString());
    }

    private void runsLate() {
        ObjectNode late = words.path("late").deepCopy();
        late.put("projectId", project.toString())
                .put("ownerId", directory.person("project-lead").toString());
        lead.make("/v1/milestones", late, KEY + "late milestone");
    }

    /** One asks by itself, one says yes by a link, the others by naming the version of the terms. */
    private void schoolsJoin() {
        trust.make(
                "/v1/participations",
                Map.of("projectId", project, "organisationId", directory.school(ASKS), "status", "INTERESTED"),
                KEY + "ask " + ASKS);
        for (String urn : List.of(FIRST, ADAPTS, WAITS, LEAVES)) {
            participations.put(
                    urn,
                    lead.make(
                            "/v1/participations",
                            Map.of("projectId", project, "organisationId", directory.school(urn), "status", "INVITED"),
                            KEY + "invite " + urn));
            if (urn.equals(FIRST)) {
                acceptByLink();
            } else {
                trust.post(
                        ofSchool(urn, "transitions"),
                        Map.of("action", "commit", "termsVersion", 1),
                        KEY + "commit " + urn);
            }
            cohort(urn, "7A", "INTERVENTION");
            cohort(urn, "7B", "COMPARISON");
        }
    }

    /** A link works once, and a load that goes on after an interruption has perhaps used it. */
    private void acceptByLink() {
        UUID participation = participations.get(FIRST);
        if (lead.get("/v1/participations/" + participation)
                .path("status")
                .asText()
                .equals("INVITED")) {
            JsonNode link = lead.post("/v1/terms-links", Map.of("participationId", participation), null);
            api.person("school-lead").accept("terms-links", link);
        }
    }

    private void cohort(String urn, String name, String arm) {
        lead.make(
                "/v1/cohorts",
                Map.of(
                        "participationId",
                        participations.get(urn),
                        "name",
                        name,
                        "arm",
                        arm,
                        "about",
                        "PUPIL",
                        "yearGroup",
                        "YEAR_7",
                        "size",
                        27),
                KEY + "cohort " + urn + " " + name);
    }

    private UUID sponsored(String urn, UUID head) {
        UUID headship = directory.appoint(head, "HEADTEACHER", urn, Directory.SINCE);
        lead.make(
                "/v1/role-holders",
                Map.of(
                        "participationId",
                        participations.get(urn),
                        "personId",
                        head,
                        "role",
                        "HEADTEACHER_SPONSOR",
                        "startsOn",
                        Directory.SINCE),
                KEY + "sponsor " + urn);
        return headship;
    }

    /** The sponsorship lapses with the headship, and the school is asked for another. */
    private void headLeaves() {
        UUID head = directory.somebody("Former headteacher (invented)", "former-head-" + ADAPTS, ADAPTS);
        UUID headship = sponsored(ADAPTS, head);
        directory.leave(head, headship, ThreeYears.HEAD_GONE);
    }

    private void deliver() {
        cycle = lead.make(
                "/v1/cycles",
                Map.of("projectId", project, "number", 1, "startsOn", "2025-09-15", "endsOn", "2026-06-20"),
                KEY + "cycle");
        move(path("transitions"), "start", lead);
        participations.keySet().forEach(urn -> move(ofSchool(urn, "transitions"), "activate", lead));
        String moves = "/v1/cycles/" + cycle + "/transitions";
        move(moves, "baseline", lead);
        for (String urn : List.of(FIRST, ADAPTS)) {
            lead.post(
                    "/v1/cycles/" + cycle + "/waivers",
                    Map.of("participationId", participations.get(urn), "reason", words.path("waiver")),
                    KEY + "waiver " + urn);
        }
        move(moves, "deliver", lead);
    }

    private void report(String urn, String what) {
        ObjectNode body = words.path(what).deepCopy();
        body.put("cycleId", cycle.toString())
                .put("participationId", participations.get(urn).toString())
                .put("interventionId", intervention.toString());
        api.person("project-lead").make("/v1/fidelity-reports", body, KEY + "fidelity " + urn);
    }

    private void move(String path, String action, Caller by) {
        by.post(path, Map.of("action", action), KEY + path + " " + action);
    }

    private String path(String of) {
        return "/v1/projects/" + project + "/" + of;
    }

    private String ofSchool(String urn, String of) {
        return "/v1/participations/" + participations.get(urn) + "/" + of;
    }
}
