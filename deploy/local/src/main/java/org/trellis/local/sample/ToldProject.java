package org.trellis.local.sample;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;

/** A project of the report, entered as its account goes, so that its readiness comes out as the account would have it. */
final class ToldProject {
    private static final String STARTS_ON = "2024-09-02";
    private static final String UNTOLD = "Nothing is told of it (invented)";

    private final Api api;
    private final Directory directory;
    private final Alliances alliances;
    private final SampleFiles.Account account;
    private final Caller lead;
    private UUID project;
    private UUID cycle;

    ToldProject(Api api, Directory directory, Alliances alliances, SampleFiles.Account account) {
        this.api = api;
        this.directory = directory;
        this.alliances = alliances;
        this.account = account;
        this.lead = api.person("alliance-lead");
    }

    void enter() {
        draft();
        approve();
        ToldSchools schools = new ToldSchools(directory, lead, account, project);
        List<UUID> participations = schools.takePart();
        deliver(participations);
        if (account.review() != null) {
            review(account.review());
        }
    }

    private void draft() {
        Map<String, Object> body = new HashMap<>(Map.of(
                "allianceId",
                alliances.id(account.alliance()),
                "title",
                account.title(),
                "summary",
                account.purpose() + ". This much the report tells; schools, people and days are invented.",
                "focusArea",
                account.focusArea(),
                "researchQuestions",
                List.of(account.question()),
                "priorityIds",
                List.of(alliances.priority(account.alliance())),
                "design",
                "BEFORE_AND_AFTER",
                "startsOn",
                STARTS_ON,
                "endsOn",
                "2026-07-18",
                "invented",
                true));
        if (account.evidence() != null) {
            body.put("interventionIds", List.of(intervention()));
        }
        project = lead.make("/v1/projects", body, key("draft"));
        Map<String, String> outcome = new HashMap<>(Map.of("point", "OUTCOME"));
        outcome.put("due", account.outcomeOn());
        lead.post(
                path("success-measures"),
                Map.of(
                        "measureId", directory.measure(account.measure()),
                        "primary", true,
                        "points", List.of(Map.of("point", "BASELINE"), outcome)),
                key("success measure"));
        if (account.terms() != null) {
            lead.post(path("terms"), Map.of("text", account.terms()), key("terms"));
        }
    }

    private UUID intervention() {
        return lead.make(
                "/v1/interventions",
                Map.of(
                        "allianceId", alliances.id(account.alliance()),
                        "name", account.purpose(),
                        "strands", List.of("MENTORING_AND_COACHING"),
                        "activeIngredients", List.of(),
                        "adaptable", List.of(),
                        "evidence", List.of(Map.of("citation", account.evidence()))),
                key("intervention"));
    }

    private void approve() {
        alliances.appoint(account.alliance(), "rd-lead", "RD_LEAD");
        if (account.facilitator()) {
            alliances.appoint(account.alliance(), "facilitator", "FACILITATOR");
        }
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
                key("project lead"));
        move(path("transitions"), "propose", lead);
        move(path("transitions"), "approve", api.person("rd-lead"));
        cycle = lead.make(
                "/v1/cycles",
                Map.of("projectId", project, "number", 1, "startsOn", STARTS_ON, "endsOn", "2025-07-19"),
                key("cycle"));
    }

    /** Baselines are waived: the report gives no scores. */
    private void deliver(List<UUID> participations) {
        move(path("transitions"), "start", lead);
        participations.forEach(id -> move("/v1/participations/" + id + "/transitions", "activate", lead));
        move(ofCycle("transitions"), "baseline", lead);
        participations.forEach(id -> lead.post(
                ofCycle("waivers"),
                Map.of("participationId", id, "reason", "The report gives no scores of single schools"),
                key("waiver " + id)));
        move(ofCycle("transitions"), "deliver", lead);
    }

    private void review(SampleFiles.Review told) {
        move(ofCycle("transitions"), "review", lead);
        lead.post(
                ofCycle("reviews"),
                Map.of(
                        "wentWell", Objects.requireNonNullElse(told.wentWell(), UNTOLD),
                        "wentBadly", Objects.requireNonNullElse(told.wentBadly(), UNTOLD),
                        "problems", UNTOLD,
                        "challenges", List.of(),
                        "noChallengeReason", UNTOLD,
                        "decision", told.decision(),
                        "nextFocus", told.nextFocus()),
                key("review"));
    }

    private void move(String path, String action, Caller by) {
        by.post(path, Map.of("action", action), key(path + " " + action));
    }

    private String path(String of) {
        return "/v1/projects/" + project + "/" + of;
    }

    private String ofCycle(String of) {
        return "/v1/cycles/" + cycle + "/" + of;
    }

    private String key(String step) {
        return "sample account " + account.alliance() + " " + step;
    }
}
