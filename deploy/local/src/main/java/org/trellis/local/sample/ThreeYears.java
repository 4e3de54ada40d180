package org.trellis.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * What happens among alliances in three years, all of it invented: schools join each other's alliances, some leave, one
 * becomes an academy, two merge, a head leaves and nobody follows, a designation is lost, an alliance ends.
 */
final class ThreeYears {
    /** An invented alliance, so that no real one is told to have lost anything. */
    static final String THICKET = "thicket";

    /** Another, that did not last. */
    private static final String SPINNEY = "spinney";

    private static final String ACADEMY_FROM = "2025-01-01";
    private static final String MERGED_FROM = "2025-09-01";
    static final String HEAD_GONE = "2026-01-01";

    private static final List<String> REASONS = List.of("STAFFING", "JOINED_ANOTHER_ALLIANCE", "PRIORITIES_CHANGED");

    private final Directory directory;
    private final Alliances alliances;
    private final Caller admin;
    private final Caller lead;

    ThreeYears(Api api, Directory directory, Alliances alliances) {
        this.directory = directory;
        this.alliances = alliances;
        this.admin = api.person("platform-admin");
        this.lead = api.person("alliance-lead");
    }

    void pass() {
        amongNeighbours();
        inTheThicket();
        theSpinneyEnds();
    }

    /** Each alliance's lead school is also in three others: overlapping is the rule, not the exception. */
    private void amongNeighbours() {
        List<SampleFiles.Alliance> named = SampleFiles.alliances();
        List<Map<String, ?>> joining = new ArrayList<>();
        for (int i = 0; i < named.size(); i++) {
            joining.add(join(named, i, 1, "MEMBER", Alliances.FOUNDED));
            joining.add(join(named, i, 2, "STRATEGIC_PARTNER", "2024-09-01"));
            joining.add(join(named, i, 5, "ASSOCIATE", "2025-09-01"));
        }
        List<Map<String, ?>> later = new ArrayList<>();
        for (JsonNode membership : act(joining, "joining").path("memberships")) {
            String role = membership.path("role").asText();
            if (role.equals("MEMBER") && later.size() < 9) {
                later.add(leave(membership, "2025-09-01", REASONS.get(later.size() % REASONS.size())));
            } else if (role.equals("ASSOCIATE") && later.size() < 14) {
                later.add(Map.of(
                        "change", "CHANGE_ROLE",
                        "membershipId", membership.path("id").asText(),
                        "on", "2026-09-01",
                        "role", "MEMBER"));
            }
        }
        act(later, "leaving");
    }

    private Map<String, ?> join(List<SampleFiles.Alliance> named, int at, int further, String role, String on) {
        SampleFiles.Alliance neighbour = named.get((at + further) % named.size());
        return join(named.get(at).code(), neighbour.leadUrn(), role, on);
    }

    private void inTheThicket() {
        Map<String, String> schools = Map.of(
                "900201", "Rowan School (invented)",
                "900202", "Willow School (invented)",
                "900203", "Willow Academy (invented)",
                "900204", "Ash Infant School (invented)",
                "900205", "Ash Junior School (invented)",
                "900206", "Ash Primary School (invented)");
        Map<String, Map<String, String>> days = Map.of(
                "900202", Map.of("closesOn", ACADEMY_FROM),
                "900203", Map.of("opensOn", ACADEMY_FROM),
                "900204", Map.of("closesOn", MERGED_FROM),
                "900205", Map.of("closesOn", MERGED_FROM),
                "900206", Map.of("opensOn", MERGED_FROM));
        Together.each(
                schools.keySet(),
                urn -> directory.registerSchool(
                        urn, schools.get(urn), "PRIMARY", "PRIMARY", days.getOrDefault(urn, Map.of())));
        directory.tieToTrust("900203", ACADEMY_FROM);
        followedBy("900202", "900203", "SUCCESSION", ACADEMY_FROM);
        followedBy("900204", "900206", "MERGER", MERGED_FROM);
        followedBy("900205", "900206", "MERGER", MERGED_FROM);
        alliances.form(THICKET, "Thicket Alliance (invented)", "900201", true);

        JsonNode members = act(
                        List.of(
                                join(THICKET, "900202", "MEMBER", Alliances.FOUNDED),
                                join(THICKET, "900204", "MEMBER", Alliances.FOUNDED),
                                join(THICKET, "900205", "ASSOCIATE", Alliances.FOUNDED)),
                        "thicket")
                .path("memberships");
        Map<String, JsonNode> bySchool = new HashMap<>();
        members.forEach(m -> bySchool.put(m.path("organisation").path("id").asText(), m));
        act(
                List.of(
                        leave(member(bySchool, "900202"), ACADEMY_FROM, "CLOSED_OR_MERGED"),
                        join(THICKET, "900203", "MEMBER", ACADEMY_FROM)),
                "academy");
        act(
                List.of(
                        leave(member(bySchool, "900204"), MERGED_FROM, "CLOSED_OR_MERGED"),
                        leave(member(bySchool, "900205"), MERGED_FROM, "CLOSED_OR_MERGED"),
                        join(THICKET, "900206", "MEMBER", MERGED_FROM)),
                "merger");
        headLeaves();
        admin.post(
                "/v1/alliances/" + alliances.id(THICKET) + "/transitions",
                Map.of("action", "lose-designation", "on", HEAD_GONE, "reason", "HEAD_LEFT"),
                "sample designation lost");
    }

    /** Its school goes on; who was in it, and until when, can still be asked. */
    private void theSpinneyEnds() {
        directory.registerSchool("900207", "Larch School (invented)", "PRIMARY", "PRIMARY");
        alliances.form(SPINNEY, "Spinney Alliance (invented)", "900207", true);
        act(List.of(join(SPINNEY, "900201", "MEMBER", Alliances.FOUNDED)), "spinney");
        admin.post(
                "/v1/alliances/" + alliances.id(SPINNEY) + "/transitions",
                Map.of("action", "end", "on", MERGED_FROM, "endingReason", "TOO_FEW_MEMBERS"),
                "sample end of an alliance");
    }

    private void followedBy(String before, String after, String kind, String from) {
        admin.make(
                "/v1/organisation-links",
                Map.of(
                        "predecessorId",
                        directory.school(before),
                        "successorId",
                        directory.school(after),
                        "kind",
                        kind,
                        "day",
                        from),
                "sample link " + before + " " + after);
    }

    /** Nobody has followed yet, so the gap shows from the day on which the head was gone. */
    private void headLeaves() {
        UUID head = directory.somebody("Former headteacher (invented)", "former-head", "900201");
        UUID headship = directory.appoint(head, "HEADTEACHER", "900201", Alliances.FOUNDED);
        directory.appoint(head, "HEADTEACHER_SPONSOR", "900201", Alliances.FOUNDED);
        directory.leave(head, headship, HEAD_GONE);
    }

    private JsonNode member(Map<String, JsonNode> members, String urn) {
        return members.get(directory.school(urn).toString());
    }

    private JsonNode act(List<Map<String, ?>> changes, String key) {
        return lead.post("/v1/membership-acts", Map.of("changes", changes), "sample memberships " + key);
    }

    private Map<String, ?> join(String alliance, String urn, String role, String on) {
        return Map.of(
                "change",
                "JOIN",
                "allianceId",
                alliances.id(alliance),
                "organisationId",
                directory.school(urn),
                "role",
                role,
                "on",
                on);
    }

    private static Map<String, ?> leave(JsonNode membership, String on, String reason) {
        return Map.of("change", "LEAVE", "membershipId", membership.path("id").asText(), "on", on, "reason", reason);
    }
}
