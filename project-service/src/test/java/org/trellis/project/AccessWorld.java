package org.trellis.project;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.trellis.embedded.SuiteResource;
import org.trellis.project.World.Person;
import org.trellis.project.World.School;
import org.trellis.testing.AccessByTable;
import org.trellis.testing.AccessMatrix.Relation;

/**
 * Callers in every role, and projects that are their own, former and foreign. The own school is in the trust that asks;
 * the related one is of no trust and takes part in the same project. In the former project whoever is appointed was too,
 * the own school took part and left, and the school was in the trust; the foreign one has nothing to do with them.
 */
final class AccessWorld implements AccessByTable.Callers {
    private static final String SINCE = "2025-09-01";
    private static final String UNTIL = "2025-10-01";
    private static final List<String> AT_PROJECT = List.of("PROJECT_LEAD", "CYCLE_LEAD", "COACH", "CRITICAL_FRIEND");
    private static final List<String> AT_SCHOOL =
            List.of("HEADTEACHER_SPONSOR", "SENIOR_LEADER_CHAMPION", "SAFEGUARDING_LEAD");

    private final Setting own = Setting.shared();
    private final Setting former = new Setting();
    private final Setting foreign = new Setting();
    private final Map<String, String> tokens = new LinkedHashMap<>();
    private final Map<String, Person> people = new HashMap<>();
    private final Map<Relation, Map<String, String>> objects = new EnumMap<>(Relation.class);

    private AccessWorld() {}

    static AccessWorld made() {
        var made = new AccessWorld();
        made.callers();
        made.projects();
        return made;
    }

    @Override
    public String token(String role) {
        return tokens.get(role);
    }

    @Override
    public String filled(Relation relation, String text) {
        var result = text;
        for (var object : objects.get(relation).entrySet()) {
            result = result.replace("{" + object.getKey() + "}", object.getValue());
        }
        return result;
    }

    private void callers() {
        tokens.put("nobody", SuiteResource.issuer().token("matrix-nobody").signed());
        for (var role : List.of("school-staff", "school-lead", "integration")) {
            tokens.put(role, World.at(own.school.registerId(), role));
        }
        tokens.put("trust-team", World.at(own.schoolTrustId, "trust-team"));
        tokens.put("alliance-trust", World.at(own.allianceTrustId, "trust-team"));
        tokens.put("la-analyst", World.at("la:990", "la-analyst"));
        tokens.put("platform-admin", World.admin());
        people.put("ALLIANCE_LEAD", own.lead);
        people.put("RD_LEAD", own.rdLead);
        people.put("FACILITATOR", own.facilitator);
        people.put("MODERATOR", own.moderator);
        people.put("PARTNER_LEAD", own.partnerLead);
        AT_PROJECT.forEach(role -> people.put(role, own.world.person()));
        AT_SCHOOL.forEach(role -> people.put(role, own.world.person()));
        people.forEach((role, person) -> tokens.put(role, World.token(person)));
        for (var role : List.of("ALLIANCE_LEAD", "RD_LEAD", "FACILITATOR", "MODERATOR")) {
            former.world.appoint(people.get(role), role, former.alliance, UUID.randomUUID(), 0, UNTIL);
        }
        former.world.appoint(own.partnerLead, "ALLIANCE_LEAD", former.partner, UUID.randomUUID(), 0, UNTIL);
    }

    private void projects() {
        former.world.inTrust(former.school, own.schoolTrust, UUID.randomUUID(), 0, UNTIL);
        var ours = project(own, own.school, own.otherSchool);
        appointed(own, ours.getFirst(), own.school);
        objects.put(Relation.OWN, ours.getFirst());
        objects.put(Relation.RELATED, ours.getLast());

        var theirs = project(former, former.school, former.otherSchool).getFirst();
        var lead = World.token(former.lead);
        appointed(former, theirs, former.school).forEach(path -> Setting.move(lead, path, "end"));
        var left = former.invited(UUID.fromString(theirs.get("project")), own.school);
        commit(own.school, left);
        World.post(
                        lead,
                        "/v1/participations/" + left + "/transitions",
                        Map.of("action", "withdraw", "reason", "STAFFING", "note", "Their head says so"))
                .then()
                .statusCode(200);
        objects.put(Relation.FORMER, theirs);

        objects.put(
                Relation.FOREIGN,
                project(foreign, foreign.school, foreign.otherSchool).getFirst());
    }

    /** A project that is delivered, with all that can hang on it, as each of two schools sees it. */
    private static List<Map<String, String>> project(Setting s, School first, School second) {
        var lead = World.token(s.lead);
        var projectLead = World.token(s.projectLead);
        var project = s.draft();
        var intervention = World.made(
                lead,
                "/v1/interventions",
                Map.of(
                        "allianceId",
                        s.alliance,
                        "name",
                        "Reading mentors " + UUID.randomUUID(),
                        "strands",
                        List.of("MENTORING_AND_COACHING"),
                        "activeIngredients",
                        List.of("Four days a week")));
        s.use(project, intervention);
        World.made(lead, "/v1/projects/" + project + "/terms", Map.of("text", "As agreed"));
        s.approved(project);
        var cycle = s.cycle(project);
        var asked = s.draft();
        World.made(lead, "/v1/projects/" + asked + "/terms", Map.of("text", "As agreed"));
        var over = s.draft();
        s.approved(over);
        var shared = new HashMap<String, String>();
        shared.put("alliance", s.alliance.toString());
        shared.put("partner", s.partner.toString());
        shared.put("project", project.toString());
        shared.put("over", over.toString());
        shared.put("cycle", cycle.toString());
        shared.put("intervention", intervention.toString());
        shared.put("measure", s.measure.toString());
        shared.put("guest", s.guest.id().toString());
        shared.put("person", s.world.person().id().toString());
        shared.put(
                "risk",
                World.made(lead, "/v1/project-risks", s.newRisk(project)).toString());
        shared.put("plan", milestone(s, project, null));
        shared.put(
                "appointment",
                appointment(lead, project, "COACH", s.world.person()).toString());
        shared.put("transfer", declined(s, project));

        var each = List.of(school(s, shared, first, asked), school(s, shared, second, asked));
        World.made(lead, "/v1/projects/" + project + "/allocations", Map.of("unit", "SCHOOL", "seed", 1));
        Setting.move(projectLead, "/v1/projects/" + project, "start");
        Setting.move(projectLead, "/v1/cycles/" + cycle, "baseline");
        for (var school : List.of(first, second)) {
            s.world.baseline(project, cycle, school, UUID.randomUUID(), 0, s.measure);
        }
        Setting.move(projectLead, "/v1/cycles/" + cycle, "deliver");
        each.forEach(objects -> objects.put("fidelity", fidelity(projectLead, objects)));
        World.post(lead, "/v1/projects/" + over + "/transitions", Map.of("action", "withdraw", "note", "No time"))
                .then()
                .statusCode(200);
        return each;
    }

    /** A school that delivers in one project, has completed its part in another and is asked to take part in a third. */
    private static Map<String, String> school(Setting s, Map<String, String> shared, School school, UUID asked) {
        var lead = World.token(s.lead);
        var project = UUID.fromString(shared.get("project"));
        var participation = s.invited(project, school);
        commit(school, participation);
        Setting.move(lead, "/v1/participations/" + participation, "activate");
        var done = s.active(UUID.fromString(shared.get("over")), school);
        Setting.move(lead, "/v1/participations/" + done, "complete");
        var objects = new HashMap<>(shared);
        objects.put("school", school.id().toString());
        objects.put("participation", participation.toString());
        objects.put("done", done.toString());
        objects.put("milestone", milestone(s, project, participation));
        objects.put(
                "holder", holder(lead, participation, "COACH", s.world.person()).toString());
        objects.put(
                "cohort",
                World.made(
                                lead,
                                "/v1/cohorts",
                                Map.of(
                                        "participationId",
                                        participation,
                                        "name",
                                        "7R",
                                        "arm",
                                        "INTERVENTION",
                                        "about",
                                        "PUPIL"))
                        .toString());
        String link = World.post(lead, "/v1/terms-links", Map.of("participationId", s.invited(asked, school)))
                .path("link");
        var parts = link.substring(link.lastIndexOf('/') + 1).split("#", 2);
        objects.put("link", parts[0]);
        objects.put("secret", parts[1]);
        return objects;
    }

    private static void commit(School school, UUID participation) {
        World.post(
                        World.at(school.registerId(), "school-lead"),
                        "/v1/participations/" + participation + "/transitions",
                        Map.of("action", "commit", "termsVersion", 1))
                .then()
                .statusCode(200);
    }

    private static UUID appointment(String lead, UUID project, String role, Person person) {
        return World.made(
                lead,
                "/v1/project-appointments",
                Map.of("projectId", project, "personId", person.id(), "role", role, "startsOn", SINCE));
    }

    private static UUID holder(String lead, UUID participation, String role, Person person) {
        return World.made(
                lead,
                "/v1/role-holders",
                Map.of("participationId", participation, "personId", person.id(), "role", role, "startsOn", SINCE));
    }

    private static String milestone(Setting s, UUID project, UUID participation) {
        var body = new HashMap<String, Object>(
                Map.of("projectId", project, "name", "Baselines are in", "ownerId", s.lead.id(), "due", "2027-10-01"));
        if (participation != null) {
            body.put("participationId", participation);
        }
        return World.made(World.token(s.lead), "/v1/milestones", body).toString();
    }

    private static String declined(Setting s, UUID project) {
        var transfer = World.made(
                World.token(s.lead), "/v1/project-transfers", Map.of("projectId", project, "toAllianceId", s.partner));
        Setting.move(World.token(s.partnerLead), "/v1/project-transfers/" + transfer, "decline");
        return transfer.toString();
    }

    /** Without its active ingredient, so that there is an alert. */
    private static String fidelity(String projectLead, Map<String, String> objects) {
        return World.made(
                        projectLead,
                        "/v1/fidelity-reports",
                        Map.of(
                                "cycleId",
                                objects.get("cycle"),
                                "participationId",
                                objects.get("participation"),
                                "interventionId",
                                objects.get("intervention"),
                                "delivered",
                                List.of()))
                .toString();
    }

    /** Everybody, at its projects and at the part that a school has in one of them. @return where each appointment is */
    private List<String> appointed(Setting s, Map<String, String> objects, School school) {
        var lead = World.token(s.lead);
        var participation = UUID.fromString(objects.get("participation"));
        s.world.head(people.get("HEADTEACHER_SPONSOR"), school, UUID.randomUUID(), 0, null);
        return Stream.concat(
                        Stream.of("project", "over")
                                .flatMap(project -> AT_PROJECT.stream()
                                        .map(role -> "/v1/project-appointments/"
                                                + appointment(
                                                        lead,
                                                        UUID.fromString(objects.get(project)),
                                                        role,
                                                        people.get(role)))),
                        AT_SCHOOL.stream()
                                .map(role -> "/v1/role-holders/" + holder(lead, participation, role, people.get(role))))
                .toList();
    }
}
