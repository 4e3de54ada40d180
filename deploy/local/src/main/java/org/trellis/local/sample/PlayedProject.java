package org.trellis.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Plays one project from its draft to its result, each step by who may take it. */
final class PlayedProject {
    private static final String FIRST_SCHOOL = "900001";
    private static final String WITH_OTHER_EVIDENCE = "confident-teachers";

    private final Api api;
    private final Directory directory;
    private final SampleFiles.Project plan;
    private final Map<String, List<Group>> groups = new LinkedHashMap<>();
    private final Map<Group, UUID> cohorts = new ConcurrentHashMap<>();
    private final Map<String, UUID> participations = new ConcurrentHashMap<>();
    private final Caller lead;
    private UUID project;
    private UUID cycle;

    PlayedProject(Api api, Directory directory, SampleFiles.Project plan, List<Group> groups) {
        this.api = api;
        this.directory = directory;
        this.plan = plan;
        this.lead = api.person("alliance-lead");
        groups.forEach(group ->
                this.groups.computeIfAbsent(group.urn(), _ -> new ArrayList<>()).add(group));
    }

    /** @return the project's id */
    UUID play(UUID alliance, UUID priority) {
        draft(alliance, priority);
        Stewardship stewardship = new Stewardship(api, directory, project, plan.key());
        stewardship.agree();
        approve();
        Together.each(groups.keySet(), this::takePart);
        Together.each(participations.values(), stewardship::champion);
        planCycle();
        moveCycle("baseline");
        Together.each(groups.keySet(), urn -> handIn(urn, "BASELINE"));
        move("start", lead);
        Together.each(groups.keySet(), urn -> moveParticipation(urn, "activate", lead));
        everyBaselineIsAccepted();
        moveCycle("deliver");
        Together.each(groups.keySet(), urn -> handIn(urn, "OUTCOME"));
        if (plan.key().equals(WITH_OTHER_EVIDENCE)) {
            handInOtherEvidence();
        }
        moveCycle("review");
        stewardship.review(cycle);
        Together.each(groups.keySet(), urn -> moveParticipation(urn, "complete", lead));
        move("report", lead);
        return project;
    }

    private void draft(UUID alliance, UUID priority) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "allianceId", alliance,
                "title", plan.title(),
                "summary", plan.summary(),
                "focusArea", plan.focusArea(),
                "researchQuestions", List.of(plan.question()),
                "design", plan.design(),
                "startsOn", plan.cycleStartsOn(),
                "endsOn", "2025-07-19",
                "invented", true,
                "priorityIds", List.of(priority)));
        body.put("stage", plan.stage());
        body.put("targets", plan.targets());
        body.put("partners", plan.partners());
        project = lead.make("/v1/projects", body, key("draft"));
        lead.post(
                path("success-measures"),
                Map.of(
                        "measureId", directory.measure(plan.measure()),
                        "primary", true,
                        "points", List.of(point("BASELINE", plan.baselineOn()), point("OUTCOME", plan.outcomeOn()))),
                key("success measure"));
        ObjectNode analysis = plan.analysis().deepCopy();
        analysis.put("primaryMeasureId", directory.measure(plan.measure()).toString());
        lead.post(path("analysis-plans"), analysis, key("analysis plan"));
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
    }

    private static Map<String, String> point(String point, String due) {
        return Map.of("point", point, "due", due);
    }

    /** By the alliance's R&D lead, never by the project's own lead. */
    private void approve() {
        move("propose", api.person("project-lead"));
        move("approve", api.person("rd-lead"));
    }

    private void takePart(String urn) {
        participations.put(
                urn,
                lead.make(
                        "/v1/participations",
                        Map.of("projectId", project, "organisationId", directory.school(urn), "status", "INVITED"),
                        key("invite " + urn)));
        speaksFor(urn)
                .post(
                        "/v1/participations/" + participations.get(urn) + "/transitions",
                        Map.of("action", "commit", "termsVersion", 1),
                        key("commit " + urn));
        groups.get(urn).forEach(this::formCohort);
    }

    private void formCohort(Group group) {
        Map<String, Object> body = new HashMap<>(Map.of(
                "participationId",
                participations.get(group.urn()),
                "name",
                group.name(),
                "arm",
                group.arm(),
                "about",
                group.about(),
                "size",
                group.members().size(),
                "priorYear",
                group.priorYear()));
        if (group.yearGroup() != null) {
            body.put("yearGroup", group.yearGroup());
        }
        cohorts.put(group, lead.make("/v1/cohorts", body, key("cohort " + group.urn() + " " + group.name())));
    }

    private void planCycle() {
        cycle = api.person("project-lead")
                .make(
                        "/v1/cycles",
                        Map.of(
                                "projectId",
                                project,
                                "number",
                                1,
                                "startsOn",
                                plan.cycleStartsOn(),
                                "endsOn",
                                plan.cycleEndsOn()),
                        key("cycle"));
    }

    /** The school's scores at a point, handed in by who speaks for it and accepted by a moderator from another one. */
    private void handIn(String urn, String point) {
        Caller school = speaksFor(urn);
        String step = point + " " + urn;
        UUID submission = school.make(
                "/v1/submissions",
                Map.of(
                        "organisationId",
                        directory.school(urn),
                        "projectId",
                        project,
                        "cycleId",
                        cycle,
                        "type",
                        "SCORES",
                        "title",
                        point.equals("BASELINE") ? "Before" : "After"),
                key("submission " + step));
        String path = "/v1/submissions/" + submission;
        ScoreSheet sheet = sheet(urn, point);
        if (urn.equals(FIRST_SCHOOL)) {
            school.post(path + "/scores", Map.of("scores", sheet.json()), key("scores " + step));
        } else {
            school.postFile(path + "/scores", sheet.csv(), key("scores " + step));
        }
        school.post(path + "/transitions", Map.of("action", "submit"), key("submit " + step));
        moderate(submission, step);
    }

    /** What teachers say of themselves is the same that their scores say. */
    private void handInOtherEvidence() {
        List<Member> teachers = groups.get(FIRST_SCHOOL).getFirst().members();
        OtherEvidence other = new OtherEvidence(
                directory,
                speaksFor(FIRST_SCHOOL),
                Map.of("organisationId", directory.school(FIRST_SCHOOL), "projectId", project, "cycleId", cycle));
        other.survey(
                "How confident, before",
                plan.baselineOn(),
                teachers.stream().map(Member::before).toList(),
                key("survey before"));
        other.survey(
                "How confident, after",
                plan.outcomeOn(),
                teachers.stream().map(Member::after).toList(),
                key("survey after"));
        other.written(key("other evidence"));
    }

    private void moderate(UUID submission, String step) {
        String path = "/v1/moderation/" + submission;
        api.person("rd-lead")
                .post(
                        path + "/assignments",
                        Map.of("personId", directory.person("moderator")),
                        key("assignment " + step));
        api.person("moderator").post(path + "/decisions", Map.of("decision", "ACCEPT"), key("decision " + step));
    }

    private ScoreSheet sheet(String urn, String point) {
        ScoreSheet sheet = new ScoreSheet();
        boolean before = point.equals("BASELINE");
        LocalDate day = LocalDate.parse(before ? plan.baselineOn() : plan.outcomeOn());
        for (Group group : groups.get(urn)) {
            LocalDate taken = group.priorYear() ? day.minusYears(1) : day;
            group.members().stream()
                    .filter(m -> before || m.after() != null)
                    .forEach(m -> sheet.add(new ScoreSheet.Row(
                            m.reference(),
                            cohorts.get(group),
                            directory.measure(plan.measure()),
                            point,
                            Integer.toString(before ? m.before() : m.after()),
                            taken,
                            m.subgroups())));
        }
        return sheet;
    }

    /** The headteacher for the one school that is in no trust, the trust's team for its schools. */
    private Caller speaksFor(String urn) {
        return api.person(urn.equals(FIRST_SCHOOL) ? "school-lead" : "trust-team");
    }

    private void move(String action, Caller by) {
        by.post(path("transitions"), Map.of("action", action), key(action));
    }

    /** What a moderator has accepted is heard of a moment later. */
    private void everyBaselineIsAccepted() {
        lead.await("/v1/cycles/" + cycle, read -> {
            boolean all = read.path("schools").size() == groups.size();
            for (JsonNode school : read.path("schools")) {
                all &= school.path("missing").isEmpty();
            }
            return all;
        });
    }

    private void moveCycle(String action) {
        api.person("project-lead")
                .post("/v1/cycles/" + cycle + "/transitions", Map.of("action", action), key("cycle " + action));
    }

    private void moveParticipation(String urn, String action, Caller by) {
        by.post(
                "/v1/participations/" + participations.get(urn) + "/transitions",
                Map.of("action", action),
                key(action + " " + urn));
    }

    private String path(String of) {
        return "/v1/projects/" + project + "/" + of;
    }

    private String key(String step) {
        return "sample " + plan.key() + " " + step;
    }
}
