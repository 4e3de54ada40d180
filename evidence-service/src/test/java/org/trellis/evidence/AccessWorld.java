package org.trellis.evidence;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.trellis.embedded.SuiteResource;
import org.trellis.testing.AccessByTable;
import org.trellis.testing.AccessMatrix.Relation;

/**
 * Callers in every role, and evidence that is their own, related, former and foreign. The own school is an academy of
 * the trust that asks; the related one is of another trust and takes part in the same project; the former school was in
 * the trust, and is in a project of an alliance where whoever is appointed was too; the foreign one has nothing to do
 * with them. Whoever is appointed works at a school of which nothing is asked.
 */
final class AccessWorld implements AccessByTable.Callers {
    private static final String SINCE = "2020-09-01";
    private static final String UNTIL = "2024-06-01";
    private static final List<String> AT_ALLIANCE = List.of("ALLIANCE_LEAD", "RD_LEAD", "MODERATOR");
    private static final List<String> AT_PROJECT = List.of("PROJECT_LEAD", "COACH");
    private static final List<String> AT_SCHOOL = List.of("HEADTEACHER", "SAFEGUARDING_LEAD");
    private static final int FIRST_URN = 700_001;

    private final World world = new World();
    private final Map<String, String> tokens = new LinkedHashMap<>();
    private final Map<String, UUID> people = new HashMap<>();
    private final Map<Relation, Map<String, String>> objects = new EnumMap<>(Relation.class);

    private AccessWorld() {}

    static AccessWorld made() {
        var made = new AccessWorld();
        made.callers();
        made.schools();
        made.projects();
        made.appointments();
        made.world.await();
        for (var relation : Relation.values()) {
            made.evidence(relation);
        }
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
        organisation(UUID.randomUUID(), "SCHOOL", "urn:" + (FIRST_URN + 9));
        tokens.put("nobody", SuiteResource.issuer().token("matrix-nobody").signed());
        for (var role : List.of("school-staff", "school-lead", "integration")) {
            tokens.put(role, world.token("matrix-" + role, urn(Relation.OWN), role));
        }
        tokens.put("trust-team", world.token("matrix-trust", "uid:70001", "trust-team"));
        tokens.put("la-analyst", world.token("matrix-analyst", "la:701", "la-analyst"));
        tokens.put("platform-admin", world.admin());
        for (var roles : List.of(AT_ALLIANCE, AT_PROJECT, AT_SCHOOL, List.of("TEACHER"))) {
            for (var role : roles) {
                var sub = "matrix-" + role;
                people.put(role, world.bound(sub, UUID.randomUUID()));
                tokens.put(
                        role,
                        SuiteResource.issuer()
                                .token(sub)
                                .at("urn:" + (FIRST_URN + 9), "school-staff")
                                .signed());
            }
        }
    }

    private static String urn(Relation relation) {
        return "urn:" + (FIRST_URN + relation.ordinal());
    }

    private void schools() {
        var trust = UUID.randomUUID();
        var otherTrust = UUID.randomUUID();
        organisation(trust, "TRUST", "uid:70001");
        organisation(otherTrust, "TRUST", "uid:70002");
        for (var relation : Relation.values()) {
            var school = UUID.randomUUID();
            objects.put(relation, new HashMap<>(Map.of("school", school.toString())));
            organisation(school, "SCHOOL", urn(relation));
            boolean ours = relation == Relation.OWN || relation == Relation.FORMER;
            affiliation(school, ours ? trust : otherTrust, relation == Relation.FORMER ? UNTIL : null);
            if (relation == Relation.FORMER) {
                affiliation(school, otherTrust, null);
            }
            // somebody there reads what pupils write
            appoint(
                    world.bound("matrix-reader-" + relation, UUID.randomUUID()),
                    "SAFEGUARDING_LEAD",
                    "organisationId",
                    school,
                    null);
        }
    }

    /** The related school is in the own project. */
    private void projects() {
        for (var relation : Relation.values()) {
            if (relation != Relation.RELATED) {
                var alliance = put(relation, "alliance");
                var project = put(relation, "project");
                var cycle = put(relation, "cycle");
                world.alliance("alliance", "alliance-formed", alliance, Map.of("name", "Matrix", "status", "ACTIVE"));
                world.project(
                        "project",
                        "project-changed",
                        project,
                        0,
                        Map.of(
                                "allianceId",
                                alliance,
                                "partnerAllianceIds",
                                List.of(),
                                "title",
                                "Matrix",
                                "state",
                                "ACTIVE",
                                "successMeasures",
                                List.of(Map.of(
                                        "measureId",
                                        world.measure,
                                        "primary",
                                        true,
                                        "points",
                                        List.of("BASELINE", "OUTCOME")))));
                world.project(
                        "cycle",
                        "cycle-started",
                        cycle,
                        0,
                        Map.of(
                                "projectId",
                                project,
                                "number",
                                1,
                                "name",
                                "First",
                                "phase",
                                "BASELINE",
                                "startsOn",
                                "2025-09-01",
                                "endsOn",
                                "2026-07-20"));
                var lead = world.bound("matrix-lead-" + relation, UUID.randomUUID());
                appoint(lead, "ALLIANCE_LEAD", "allianceId", alliance, null);
            } else {
                for (var shared : List.of("alliance", "project", "cycle")) {
                    objects.get(relation).put(shared, objects.get(Relation.OWN).get(shared));
                }
            }
            var cohort = put(relation, "cohort");
            world.project(
                    "participation",
                    "school-activated",
                    UUID.randomUUID(),
                    0,
                    Map.of(
                            "projectId",
                            id(relation, "project"),
                            "organisationId",
                            id(relation, "school"),
                            "status",
                            "ACTIVE"));
            world.project(
                    "cohort",
                    "cohort-formed",
                    cohort,
                    0,
                    Map.of(
                            "projectId",
                            id(relation, "project"),
                            "organisationId",
                            id(relation, "school"),
                            "name",
                            "7A",
                            "arm",
                            "INTERVENTION",
                            "about",
                            "PUPIL",
                            "size",
                            30));
        }
    }

    private void appointments() {
        for (var relation : List.of(Relation.OWN, Relation.FORMER)) {
            var until = relation == Relation.FORMER ? UNTIL : null;
            AT_ALLIANCE.forEach(role -> appoint(people.get(role), role, "allianceId", id(relation, "alliance"), until));
            AT_SCHOOL.forEach(role -> appoint(people.get(role), role, "organisationId", id(relation, "school"), until));
            AT_PROJECT.forEach(role -> world.project(
                    "project-appointment",
                    "project-appointment-started",
                    UUID.randomUUID(),
                    0,
                    dated(
                            Map.of("projectId", id(relation, "project"), "personId", people.get(role), "role", role),
                            until)));
        }
    }

    private void evidence(Relation relation) {
        var school = id(relation, "school");
        var staff = world.token("matrix-maker", urn(relation), "school-staff");
        var controller = relation == Relation.OWN
                ? tokens.get("trust-team")
                : world.token("matrix-other-trust", "uid:70002", "trust-team");
        var reference = world.reference("matrix " + relation);
        put(relation, "reference", reference);
        put(relation, "planned", world.measure.toString());
        put(relation, "teacher", people.get("TEACHER").toString());
        put(relation, "moderator", people.get("MODERATOR").toString());
        catalogue(relation);

        var gone = UUID.fromString(made(staff, "/v1/submissions", body(relation, "SCORES", null)));
        world.add(staff, gone, List.of(score(relation, world.reference("matrix gone " + relation))));
        put(
                relation,
                "erasure",
                made(
                        controller,
                        "/v1/references/erasures",
                        Map.of("reference", world.reference("matrix gone " + relation))));
        world.move(staff, gone, "withdraw").then().statusCode(200);

        var scores = UUID.fromString(made(staff, "/v1/submissions", body(relation, "SCORES", null)));
        world.add(staff, scores, List.of(score(relation, reference)));
        world.move(staff, scores, "submit").then().statusCode(200);
        put(relation, "scores", scores.toString());
        World.sql("""
            insert into moderation_assignment (id, submission_id, person_id, assigned_by)
            values (gen_random_uuid(), '%s', '%s', '{}') returning id\
            """.formatted(scores, people.get("MODERATOR")));

        put(
                relation,
                "survey",
                handedIn(
                        staff,
                        body(
                                relation,
                                "SURVEY",
                                Map.of(
                                        "instrumentId",
                                                world.get(staff, "/v1/instruments?code=PUPIL_ENGAGEMENT")
                                                        .path("items[0].id"),
                                        "takenOn", "2026-01-20",
                                        "responses",
                                                List.of(Map.of(
                                                        "interested",
                                                        4,
                                                        "trying",
                                                        4,
                                                        "asking",
                                                        3,
                                                        "helping",
                                                        5,
                                                        "say",
                                                        "Held"))))));
        put(relation, "held", passage(relation, "survey"));
        put(
                relation,
                "log",
                handedIn(
                        staff,
                        body(
                                relation,
                                "LEARNING_LOG",
                                Map.of(
                                        "keptBy",
                                        "TEACHER",
                                        "entries",
                                        List.of(Map.of("on", "2026-01-20", "text", "Ours"))))));
        put(relation, "text", passage(relation, "log"));
        var author = relation == Relation.OWN ? tokens.get("COACH") : staff;
        put(
                relation,
                "note",
                handedIn(
                        author,
                        body(
                                relation,
                                "COACHING_NOTE",
                                Map.of(
                                        "teacherId",
                                        relation == Relation.OWN ? people.get("TEACHER") : world.teacher,
                                        "endedAt",
                                        "2026-01-20T15:30:00Z",
                                        "focus",
                                        "Questions",
                                        "note",
                                        "Waits"))));
        if (relation == Relation.OWN) {
            made(controller, "/v1/references/retention-rules", Map.of("organisationId", school, "months", 240));
        }
    }

    private void catalogue(Relation relation) {
        if (relation == Relation.RELATED) {
            for (var shared : List.of("measure", "instrument")) {
                objects.get(relation).put(shared, objects.get(Relation.OWN).get(shared));
            }
            return;
        }
        var lead = SuiteResource.issuer()
                .token("matrix-lead-" + relation)
                .at("urn:" + (FIRST_URN + 9), "school-staff")
                .signed();
        put(
                relation,
                "measure",
                made(
                        lead,
                        "/v1/measures",
                        Map.of(
                                "code",
                                "OWN",
                                "name",
                                "Own",
                                "about",
                                "PUPIL",
                                "unit",
                                "points",
                                "minimum",
                                0,
                                "maximum",
                                1,
                                "allianceId",
                                id(relation, "alliance"))));
        var form = made(
                lead,
                "/v1/instruments",
                Map.of(
                        "code",
                        "OWN",
                        "name",
                        "Own",
                        "purpose",
                        "OTHER",
                        "about",
                        "PUPIL",
                        "allianceId",
                        id(relation, "alliance"),
                        "definition",
                        Map.of("questions", List.of(Map.of("type", "TEXT", "id", "a", "label", "A", "longest", 9)))));
        put(relation, "instrument", form);
        world.post(lead, "/v1/instruments/" + form + "/transitions", Map.of("action", "publish"))
                .then()
                .statusCode(200);
    }

    private Map<String, Object> body(Relation relation, String type, Map<String, ?> content) {
        var body = new HashMap<String, Object>(Map.of(
                "organisationId",
                id(relation, "school"),
                "projectId",
                id(relation, "project"),
                "cycleId",
                id(relation, "cycle"),
                "type",
                type));
        if (content != null) {
            var typed = new HashMap<String, Object>(content);
            typed.put("type", type);
            body.put("content", typed);
        }
        return body;
    }

    private Map<String, Object> score(Relation relation, String reference) {
        return Map.of(
                "reference",
                reference,
                "cohortId",
                id(relation, "cohort"),
                "measureId",
                world.measure,
                "point",
                "BASELINE",
                "value",
                80,
                "takenOn",
                "2025-10-01");
    }

    private String handedIn(String token, Map<String, Object> body) {
        var id = made(token, "/v1/submissions", body);
        world.move(token, UUID.fromString(id), "submit").then().statusCode(200);
        return id;
    }

    private String passage(Relation relation, String submission) {
        return World.sql("select id from passage where submission_id = '" + id(relation, submission) + "'");
    }

    private String made(String token, String path, Object body) {
        var answer =
                world.post(token, path, body).then().statusCode(201).extract().response();
        return answer.path("id") == null ? "" : answer.path("id");
    }

    private void organisation(UUID id, String kind, String registerId) {
        world.alliance(
                "organisation",
                "organisation-registered",
                id,
                Map.of("kind", kind, "name", "Matrix " + registerId, "registerId", registerId, "status", "OPEN"));
    }

    private void affiliation(UUID school, UUID trust, String until) {
        world.alliance(
                "affiliation",
                "affiliation-started",
                UUID.randomUUID(),
                dated(Map.of("organisationId", school, "toId", trust, "kind", "TRUST"), until));
    }

    private void appoint(UUID person, String role, String place, UUID at, String until) {
        world.alliance(
                "appointment",
                "appointment-started",
                UUID.randomUUID(),
                dated(Map.of("personId", person, "role", role, place, at), until));
    }

    private static Map<String, Object> dated(Map<String, ?> state, String until) {
        var dated = new HashMap<String, Object>(state);
        dated.put("startsOn", until == null ? SINCE : "2019-09-01");
        dated.put("endsOn", until);
        return dated;
    }

    private UUID put(Relation relation, String name) {
        var id = UUID.randomUUID();
        put(relation, name, id.toString());
        return id;
    }

    private void put(Relation relation, String name, String value) {
        objects.get(relation).put(name, value);
    }

    private UUID id(Relation relation, String name) {
        return UUID.fromString(objects.get(relation).get(name));
    }
}
