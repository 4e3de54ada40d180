package org.trellis.alliance;

import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.trellis.embedded.SuiteResource;
import org.trellis.testing.AccessByTable;
import org.trellis.testing.AccessMatrix.Relation;
import org.trellis.testing.Answers;

/**
 * Callers in every role, and objects that are their own, related, former and foreign: their school leads its alliance,
 * which their trust runs, and is an ordinary member of a related one; until 2024 it was in a former one, and a former
 * school was in theirs and in their trust. Whoever is appointed to an alliance held the same role at the former one, and
 * somebody of the former school had roles at theirs.
 */
final class AccessWorld implements AccessByTable.Callers {
    private static final String SINCE = "2020-09-01";
    private static final String UNTIL = "2024-06-01";
    private static final List<String> APPOINTED =
            List.of("ALLIANCE_LEAD", "RD_LEAD", "FACILITATOR", "MODERATOR", "CRITICAL_FRIEND", "LA_PARTNER");

    private final Directory directory = new Directory();
    private final Map<String, String> tokens = new LinkedHashMap<>();
    private final Map<Relation, Map<String, String>> objects = new EnumMap<>(Relation.class);
    private final Map<Relation, String> leads = new EnumMap<>(Relation.class);
    private final String urn = directory.nextUrn();
    private final String uid = directory.nextUrn();

    private AccessWorld() {}

    static AccessWorld made() {
        var world = new AccessWorld();
        world.organisations();
        world.alliances();
        world.people();
        world.members();
        world.end();
        return world;
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

    private void organisations() {
        var trust = organisation("TRUST", "uid", uid);
        var otherTrust = organisation("TRUST", "uid", directory.nextUrn());
        var code = directory.nextUrn().substring(3);
        var authority = organisation("LOCAL_AUTHORITY", "laCode", code);
        for (var relation : Relation.values()) {
            objects.put(relation, new HashMap<>());
            boolean inTheTrust = relation == Relation.OWN || relation == Relation.FORMER;
            var number = relation == Relation.OWN ? urn : directory.nextUrn();
            var school = organisation("SCHOOL", "urn", number);
            put(relation, "urn", number);
            put(relation, "school", school);
            put(relation, "trust", inTheTrust ? trust : otherTrust);
            put(relation, "authority", authority);
            put(
                    relation,
                    "affiliation",
                    made(
                            directory.admin(),
                            "/v1/affiliations",
                            Map.of(
                                    "organisationId",
                                    school,
                                    "toId",
                                    inTheTrust ? trust : otherTrust,
                                    "kind",
                                    "TRUST",
                                    "startsOn",
                                    SINCE)));
        }
        made(
                directory.admin(),
                "/v1/affiliations",
                Map.of(
                        "organisationId",
                        id(Relation.OWN, "school"),
                        "toId",
                        authority,
                        "kind",
                        "LOCAL_AUTHORITY",
                        "startsOn",
                        SINCE));
        post(
                directory.admin(),
                "/v1/affiliations/" + id(Relation.FORMER, "affiliation") + "/end",
                Map.of("endsOn", UNTIL));
        links(otherTrust);
        for (var role : List.of("school-staff", "school-lead", "integration")) {
            tokens.put(role, directory.token(role + urn, "urn:" + urn, role));
        }
        tokens.put("trust-team", directory.token("trust" + urn, "uid:" + uid, "trust-team"));
        tokens.put("trust-integration", directory.token("machine" + urn, "uid:" + uid, "integration"));
        tokens.put("la-analyst", directory.token("la" + urn, "la:" + code, "la-analyst"));
        tokens.put("platform-admin", directory.admin());
    }

    /** What came from what, and a school that changed hands: known to everybody. */
    private void links(String trust) {
        var taken = organisation("SCHOOL", "urn", directory.nextUrn());
        var takeover = made(
                directory.admin(),
                "/v1/takeovers",
                Map.of("trustId", trust, "organisationIds", List.of(taken), "startsOn", SINCE));
        for (var relation : Relation.values()) {
            put(relation, "takeover", takeover);
            var successor = Map.of(
                    "predecessorId", id(relation, "school"), "successorId", taken, "kind", "MERGER", "day", UNTIL);
            put(relation, "link", made(directory.admin(), "/v1/organisation-links", successor));
        }
    }

    private void alliances() {
        for (var relation : Relation.values()) {
            var body = new HashMap<String, Object>(Map.of(
                    "name",
                    "Alliance " + relation + " of " + urn,
                    "kind",
                    "TEACHING_SCHOOL_ALLIANCE",
                    "leadOrganisationId",
                    id(relation, "school"),
                    "startsOn",
                    SINCE,
                    "invented",
                    true));
            if (relation == Relation.OWN) {
                body.put("trustId", id(Relation.OWN, "trust"));
            }
            put(relation, "alliance", made(directory.admin(), "/v1/alliances", body));
        }
        var home = id(Relation.OWN, "school");
        for (var role : APPOINTED) {
            var person = bound(role, home);
            for (var relation : List.of(Relation.OWN, Relation.FORMER)) {
                var by = role.equals("ALLIANCE_LEAD") ? directory.admin() : tokens.get("ALLIANCE_LEAD");
                put(relation, role, appoint(by, person, role, "allianceId", id(relation, "alliance")));
            }
        }
        appoint(directory.admin(), bound("HEADTEACHER", home), "HEADTEACHER", "organisationId", home);
        leads.put(Relation.OWN, tokens.get("ALLIANCE_LEAD"));
        leads.put(Relation.FORMER, tokens.get("ALLIANCE_LEAD"));
        for (var relation : List.of(Relation.RELATED, Relation.FOREIGN)) {
            var person = bound(relation.name(), id(relation, "school"));
            appoint(directory.admin(), person, "ALLIANCE_LEAD", "allianceId", id(relation, "alliance"));
            leads.put(relation, tokens.remove(relation.name()));
        }
        // a sign-in that leads the alliance, without an organisation that vouches for it
        tokens.put("nobody", SuiteResource.issuer().token("ALLIANCE_LEAD" + urn).signed());
    }

    private void people() {
        for (var relation : Relation.values()) {
            var school = id(relation, "school");
            var person = directory.person(UUID.fromString(school)).toString();
            put(
                    relation,
                    "calendar",
                    made(
                            directory.admin(),
                            "/v1/calendars",
                            Map.of("organisationId", school, "academicYear", "2025/26")));
            put(relation, "person", person);
            put(
                    relation,
                    "invitation",
                    directory.invite(UUID.fromString(person)).id());
            put(
                    relation,
                    "appointment",
                    appoint(directory.admin(), person, "SAFEGUARDING_LEAD", "organisationId", school));
            var vacated = appoint(directory.admin(), person, "CHAIR_OF_GOVERNORS", "organisationId", school);
            post(directory.admin(), "/v1/appointments/" + vacated + "/end", Map.of("endsOn", UNTIL));
            put(
                    relation,
                    "seat",
                    appoint(leads.get(relation), person, "MODERATOR", "allianceId", id(relation, "alliance")));
            made(
                    leads.get(relation),
                    "/v1/alliances/" + id(relation, "alliance") + "/protocols",
                    Map.of("kind", "LEAVING", "validFrom", SINCE, "requirements", List.of()));
            put(
                    relation,
                    "priority",
                    made(
                            leads.get(relation),
                            "/v1/priorities",
                            Map.of(
                                    "allianceId",
                                    id(relation, "alliance"),
                                    "title",
                                    "Priority of " + urn,
                                    "startsOn",
                                    SINCE)));
        }
    }

    /** The related and the former school in the own alliance, the own school in the related and the former one. */
    private void members() {
        for (var relation : List.of(Relation.RELATED, Relation.FORMER)) {
            put(relation, "membership", join(Relation.OWN, id(relation, "school")));
            put(relation, "place", join(relation, id(Relation.OWN, "school")));
        }
        for (var relation : List.of(Relation.OWN, Relation.FOREIGN)) {
            var led = directory
                    .get(directory.admin(), "/v1/memberships?allianceId={id}&role=LEAD", id(relation, "alliance"))
                    .<String>path("items[0].id");
            put(relation, "membership", led);
            put(relation, "place", led);
        }
        helped();
        var act = made(
                leads.get(Relation.OWN),
                "/v1/membership-acts",
                Map.of(
                        "changes",
                        List.of(Map.of(
                                "change",
                                "LEAVE",
                                "on",
                                UNTIL,
                                "membershipId",
                                id(Relation.FORMER, "membership"),
                                "reason",
                                "OTHER"))));
        Relation[] all = Relation.values();
        for (var relation : all) {
            put(relation, "act", act);
        }
        post(
                leads.get(Relation.FORMER),
                "/v1/memberships/" + id(Relation.FORMER, "place") + "/end",
                Map.of("endsOn", UNTIL, "reason", "OTHER"));
    }

    /** Somebody of the former school, as long as it was in the own alliance. */
    private void helped() {
        var person = id(Relation.FORMER, "person");
        var lead = leads.get(Relation.OWN);
        var coaching = appoint(directory.admin(), person, "COACH", "organisationId", id(Relation.OWN, "school"));
        post(directory.admin(), "/v1/appointments/" + coaching + "/end", Map.of("endsOn", UNTIL));
        var moderating = appoint(lead, person, "MODERATOR", "allianceId", id(Relation.OWN, "alliance"));
        post(lead, "/v1/appointments/" + moderating + "/end", Map.of("endsOn", UNTIL));
    }

    /** What was held at the former alliance; its lead goes last. */
    private void end() {
        made(
                directory.admin(),
                "/v1/calendars",
                Map.of(
                        "organisationId",
                        id(Relation.OWN, "authority"),
                        "academicYear",
                        "2025/26",
                        "terms",
                        CalendarTest.TERMS,
                        "daysOff",
                        List.of(Map.of("startsOn", "2025-09-08", "endsOn", "2025-09-09", "kind", "INSET"))));
        made(
                tokens.get("ALLIANCE_LEAD"),
                "/v1/alliances/" + id(Relation.OWN, "alliance") + "/protocols",
                Map.of(
                        "kind",
                        "LEAVING",
                        "validFrom",
                        "2080-01-01",
                        "requirements",
                        List.of(Map.of("code", "NOTICE", "wording", "A term's notice"))));
        for (var role : APPOINTED.reversed()) {
            post(
                    tokens.get("ALLIANCE_LEAD"),
                    "/v1/appointments/" + id(Relation.FORMER, role) + "/end",
                    Map.of("endsOn", UNTIL));
        }
    }

    private String bound(String name, String home) {
        var person = directory.person(UUID.fromString(home));
        var token = directory.token(name + urn, "urn:900001", "school-staff");
        var invited = directory.invite(person);
        directory.accept(token, invited, invited.secret()).then().statusCode(204);
        tokens.put(name, token);
        return person.toString();
    }

    private String organisation(String kind, String register, String number) {
        return made(
                directory.admin(),
                "/v1/organisations",
                Map.of("kind", kind, register, number, "name", kind + " " + number + " (invented)", "invented", true));
    }

    private String appoint(String by, String person, String role, String at, String place) {
        return made(by, "/v1/appointments", Map.of("personId", person, "role", role, at, place, "startsOn", SINCE));
    }

    private String join(Relation alliance, String school) {
        return made(
                leads.get(alliance),
                "/v1/memberships",
                Map.of(
                        "allianceId",
                        id(alliance, "alliance"),
                        "organisationId",
                        school,
                        "role",
                        "MEMBER",
                        "startsOn",
                        SINCE));
    }

    private String made(String by, String path, Map<String, ?> body) {
        return Answers.made(directory.post(by, path, body)).toString();
    }

    private void post(String by, String path, Map<String, ?> body) {
        directory.post(by, path, body).then().statusCode(200);
    }

    private String id(Relation relation, String object) {
        return objects.get(relation).get(object);
    }

    private void put(Relation relation, String object, String id) {
        objects.get(relation).put(object, id);
    }
}
