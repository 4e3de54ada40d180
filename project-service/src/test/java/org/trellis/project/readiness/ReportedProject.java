package org.trellis.project.readiness;

import static org.trellis.project.World.at;
import static org.trellis.project.World.made;
import static org.trellis.project.World.post;
import static org.trellis.project.World.token;

import io.restassured.RestAssured;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.trellis.project.Setting;
import org.trellis.project.World;
import org.trellis.project.World.Person;
import org.trellis.project.World.School;

/** A project as an account tells of it: what is not told is not entered. */
final class ReportedProject {
    private static final Set<String> OF_A_SCHOOL = Set.of("HEADTEACHER_SPONSOR", "SENIOR_LEADER_CHAMPION");

    /** One of its schools, its part in the project, and a person of it for each role that is needed. */
    record Part(School school, UUID participation) {
        String lead() {
            return at(school.registerId(), "school-lead");
        }
    }

    private final World world = new World();
    private final UUID alliance;
    private final Person allianceLead;
    private final Person rdLead;
    private final Person projectLead = world.person();
    private final UUID measure = world.measure();
    private final List<Part> parts = new ArrayList<>();
    private final UUID project;
    private UUID cycle;

    /** The rule asks every project for a priority before it is proposed. */
    ReportedProject(String summary, String focusArea) {
        alliance = world.alliance(null);
        allianceLead = world.appointed("ALLIANCE_LEAD", alliance);
        rdLead = world.appointed("RD_LEAD", alliance);
        var body = new HashMap<String, Object>(Map.of(
                "allianceId",
                alliance,
                "title",
                "As reported",
                "summary",
                summary,
                "focusArea",
                focusArea,
                "researchQuestions",
                List.of("Does it help?"),
                "design",
                "BEFORE_AND_AFTER",
                "startsOn",
                "2024-09-02",
                "endsOn",
                "2026-07-18",
                "priorityIds",
                List.of(world.priority(alliance))));
        project = made(lead(), "/v1/projects", body);
        appoint(projectLead, "PROJECT_LEAD");
    }

    private String lead() {
        return token(allianceLead);
    }

    UUID id() {
        return project;
    }

    /** All that an account tells, in the order in which it came to be. */
    void happens(Account account) {
        measured(account.outcomeOn());
        if (account.evidence() != null) {
            restsOnEvidence(account.evidence());
        }
        if (account.terms() != null) {
            terms(account.terms());
        }
        approved();
        account.schools().forEach(people -> joins(account.terms() == null ? null : 1, people));
        account.others().forEach(role -> appoint(world.person(), role));
        if (account.facilitator()) {
            world.appointed("FACILITATOR", alliance);
        }
        starts();
        if (account.review() != null) {
            reviewed(account.review());
        }
    }

    private void appoint(Person person, String role) {
        made(
                lead(),
                "/v1/project-appointments",
                Map.of("projectId", project, "personId", person.id(), "role", role, "startsOn", "2024-09-02"));
    }

    void measured(String outcomeDue) {
        var outcome = new HashMap<String, Object>(Map.of("point", "OUTCOME"));
        outcome.put("due", outcomeDue);
        post(
                        lead(),
                        "/v1/projects/" + project + "/success-measures",
                        Map.of(
                                "measureId",
                                measure,
                                "primary",
                                true,
                                "points",
                                List.of(Map.of("point", "BASELINE"), outcome)))
                .then()
                .statusCode(201);
    }

    void restsOnEvidence(String finding) {
        var intervention = made(
                lead(),
                "/v1/interventions",
                Map.of(
                        "allianceId", alliance,
                        "name", "As reported " + UUID.randomUUID(),
                        "strands", List.of("MENTORING_AND_COACHING"),
                        "activeIngredients", List.of(),
                        "adaptable", List.of(),
                        "evidence", List.of(Map.of("citation", finding))));
        var path = "/v1/projects/" + project;
        RestAssured.given()
                .auth()
                .oauth2(lead())
                .contentType("application/merge-patch+json")
                .header("If-Match", World.get(lead(), path).header("ETag"))
                .body("{\"interventionIds\":[\"" + intervention + "\"]}")
                .patch(path)
                .then()
                .statusCode(200);
    }

    private void terms(String text) {
        post(lead(), "/v1/projects/" + project + "/terms", Map.of("text", text))
                .then()
                .statusCode(201);
    }

    void milestone(String name, String due) {
        made(
                lead(),
                "/v1/milestones",
                Map.of("projectId", project, "name", name, "ownerId", projectLead.id(), "due", due));
    }

    /** Approved, with a cycle; who commits afterwards may become active. */
    private void approved() {
        Setting.move(lead(), "/v1/projects/" + project, "propose");
        Setting.move(token(rdLead), "/v1/projects/" + project, "approve");
        cycle = made(
                lead(),
                "/v1/cycles",
                Map.of("projectId", project, "number", 1, "startsOn", "2024-09-02", "endsOn", "2025-07-19"));
    }

    /** @param terms the version that the head accepted; null where the account tells nothing of it */
    private void joins(Integer terms, List<Account.Someone> people) {
        var school = world.school("A school of the account");
        var part = new Part(
                school,
                made(lead(), "/v1/participations", Map.of("projectId", project, "organisationId", school.id())));
        var body = new HashMap<String, Object>(Map.of("action", "commit"));
        body.put("termsVersion", terms);
        post(part.lead(), "/v1/participations/" + part.participation() + "/transitions", body)
                .then()
                .statusCode(200);
        parts.add(part);
        people.forEach(someone -> takesPart(part, someone));
    }

    private void takesPart(Part part, Account.Someone someone) {
        var person = world.person();
        if (someone.post() != null) {
            world.post(person, someone.post(), part.school(), UUID.randomUUID(), 0, null);
        }
        for (var role : someone.as()) {
            if (OF_A_SCHOOL.contains(role)) {
                named(part, person, role);
            } else {
                appoint(person, role);
            }
        }
    }

    private void starts() {
        Setting.move(lead(), "/v1/projects/" + project, "start");
        parts.forEach(this::active);
        Setting.move(lead(), "/v1/cycles/" + cycle, "baseline");
        parts.forEach(part -> world.baseline(project, cycle, part.school(), UUID.randomUUID(), 0, measure));
        Setting.move(lead(), "/v1/cycles/" + cycle, "deliver");
    }

    private void active(Part part) {
        Setting.move(lead(), "/v1/participations/" + part.participation(), "activate");
    }

    private void reviewed(Account.Review told) {
        Setting.move(lead(), "/v1/cycles/" + cycle, "review");
        var review = new HashMap<>(Setting.REVIEW);
        review.put("decision", told.decision());
        review.put("nextFocus", told.nextFocus());
        post(lead(), "/v1/cycles/" + cycle + "/reviews", review).then().statusCode(201);
    }

    private void named(Part part, Person person, String role) {
        made(
                lead(),
                "/v1/role-holders",
                Map.of(
                        "participationId",
                        part.participation(),
                        "personId",
                        person.id(),
                        "role",
                        role,
                        "startsOn",
                        "2025-09-01"));
    }

    /** What the service answers, by message. */
    Map<String, String> answers() {
        var answers = new HashMap<String, String>();
        List<Map<String, Object>> given = World.get(lead(), "/v1/projects/" + project + "/readiness")
                .then()
                .statusCode(200)
                .extract()
                .path("answers");
        given.forEach(answer -> answers.put((String) answer.get("message"), (String) answer.get("answer")));
        return answers;
    }

    String reader() {
        return lead();
    }
}
