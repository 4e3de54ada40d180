package org.trellis.project;

import io.restassured.RestAssured;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.trellis.project.World.Person;
import org.trellis.project.World.School;

/** An alliance with its people and schools, and projects of it in any state. */
public final class Setting {
    private static Setting shared;

    public final World world = new World();
    public final UUID allianceTrust = UUID.randomUUID();
    public final String allianceTrustId = world.trust(allianceTrust);
    public final UUID alliance = world.alliance(allianceTrust);
    public final UUID partner = world.alliance(null);
    public final UUID measure = world.measure();
    public final UUID priority = world.priority(alliance);

    public final Person lead = world.appointed("ALLIANCE_LEAD", alliance);
    public final Person rdLead = world.appointed("RD_LEAD", alliance);
    public final Person facilitator = world.appointed("FACILITATOR", alliance);
    public final Person moderator = world.appointed("MODERATOR", alliance);
    public final Person partnerLead = world.appointed("ALLIANCE_LEAD", partner);
    public final Person projectLead = world.person();

    public final UUID schoolTrust = UUID.randomUUID();
    public final String schoolTrustId = world.trust(schoolTrust);
    public final School school = world.school("Elm Bank School (invented)");
    public final School otherSchool = world.school("Oak Hill School (invented)");
    public final School guest = world.school("Birch Lane School (invented)");
    public final School outside = world.school("Ash Green School (invented)");

    /** One for all tests that do not count. */
    public static synchronized Setting shared() {
        if (shared == null) {
            shared = new Setting();
        }
        return shared;
    }

    public Setting() {
        world.inTrust(school, schoolTrust, UUID.randomUUID(), 0, null);
    }

    public Map<String, ?> newRisk(Object project) {
        return Map.of(
                "projectId",
                project,
                "category",
                "FUNDING",
                "title",
                "The grant ends",
                "likelihood",
                2,
                "impact",
                3,
                "mitigation",
                "Another is asked for",
                "ownerId",
                lead.id());
    }

    public Map<String, Object> newProject() {
        return Map.of(
                "allianceId",
                alliance,
                "title",
                "Reading mentors",
                "focusArea",
                "TRANSITION_AND_LITERACY",
                "researchQuestions",
                List.of("Do reading mentors raise reading ages in year 7?"),
                "design",
                "WITHIN_SCHOOLS",
                "startsOn",
                "2025-09-01",
                "endsOn",
                "2026-09-01",
                "invented",
                true,
                "partnerAllianceIds",
                List.of(partner),
                "priorityIds",
                List.of(priority));
    }

    /** A draft with a success measure and a project lead. */
    public UUID draft() {
        var id = World.made(World.token(lead), "/v1/projects", newProject());
        judged(id);
        World.made(
                World.token(lead),
                "/v1/project-appointments",
                Map.of(
                        "projectId",
                        id,
                        "personId",
                        projectLead.id(),
                        "role",
                        "PROJECT_LEAD",
                        "startsOn",
                        "2025-09-01"));
        return id;
    }

    private void judged(UUID project) {
        var points = List.of(Map.of("point", "BASELINE"), Map.of("point", "OUTCOME", "due", "2026-06-30"));
        World.post(
                        World.token(lead),
                        "/v1/projects/" + project + "/success-measures",
                        Map.of("measureId", measure, "primary", true, "points", points))
                .then()
                .statusCode(201);
    }

    /** What it tries out, and nothing else. */
    public void use(UUID project, UUID intervention) {
        var path = "/v1/projects/" + project;
        RestAssured.given()
                .auth()
                .oauth2(World.token(lead))
                .contentType("application/merge-patch+json")
                .header("If-Match", World.get(World.token(lead), path).header("ETag"))
                .body(World.json(Map.of("interventionIds", List.of(intervention))))
                .patch(path)
                .then()
                .statusCode(200);
    }

    public UUID invited(UUID project, School school) {
        return World.made(
                World.token(lead), "/v1/participations", Map.of("projectId", project, "organisationId", school.id()));
    }

    public UUID committed(UUID project, School school) {
        var participation = invited(project, school);
        move(World.at(school.registerId(), "school-lead"), "/v1/participations/" + participation, "commit");
        return participation;
    }

    public UUID active(UUID project, School school) {
        var participation = committed(project, school);
        move(World.token(projectLead), "/v1/participations/" + participation, "activate");
        return participation;
    }

    /** A project that runs, with a school in it and a cycle that takes its baseline. */
    public record Running(UUID project, UUID participation, UUID cycle) {}

    public Running running() {
        var project = draft();
        approved(project);
        var participation = committed(project, school);
        var cycle = cycle(project);
        move(World.token(projectLead), "/v1/projects/" + project, "start");
        move(World.token(projectLead), "/v1/participations/" + participation, "activate");
        move(World.token(projectLead), "/v1/cycles/" + cycle, "baseline");
        return new Running(project, participation, cycle);
    }

    /** The same, delivering. */
    public Running delivering() {
        var running = running();
        world.baseline(running.project(), running.cycle(), school, UUID.randomUUID(), 0, measure);
        move(World.token(projectLead), "/v1/cycles/" + running.cycle(), "deliver");
        return running;
    }

    public static final Map<String, Object> REVIEW = Map.of(
            "wentWell", "Mentors kept their times",
            "wentBadly", "Texts were too easy",
            "problems", "Rooms",
            "noChallengeReason", "No other alliance had met by then",
            "decision", "ADAPT",
            "nextFocus", "Harder texts");

    public UUID cycle(UUID project) {
        return World.made(
                World.token(lead),
                "/v1/cycles",
                Map.of("projectId", project, "number", 1, "startsOn", "2025-09-01", "endsOn", "2026-07-20"));
    }

    public void proposed(UUID project) {
        move(World.token(lead), "/v1/projects/" + project, "propose");
    }

    public void approved(UUID project) {
        proposed(project);
        move(World.token(rdLead), "/v1/projects/" + project, "approve");
    }

    public static void move(String token, String path, String action) {
        World.post(token, path + "/transitions", Map.of("action", action))
                .then()
                .statusCode(200);
    }
}
