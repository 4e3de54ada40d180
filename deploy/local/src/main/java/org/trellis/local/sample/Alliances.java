package org.trellis.local.sample;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** The alliances, who works in them, and the project that each began with. */
final class Alliances {
    /** The alliance of the larger project: an invented one, so that no real one is told to have its result. */
    static final String INVENTED = "copse";

    /** The first day of the three years that the sample tells of. */
    static final String FOUNDED = "2023-09-01";

    private final Directory directory;
    private final Caller admin;
    private final Caller lead;
    private final Map<String, UUID> ids = new ConcurrentHashMap<>();
    private final Map<String, UUID> priorities = new ConcurrentHashMap<>();

    Alliances(Api api, Directory directory) {
        this.directory = directory;
        this.admin = api.person("platform-admin");
        this.lead = api.person("alliance-lead");
    }

    UUID id(String code) {
        return ids.get(code);
    }

    /** What the alliance has agreed to work on. */
    UUID priority(String code) {
        return priorities.get(code);
    }

    void form() {
        form(INVENTED, "Copse Alliance (invented)", "900001", true);
        agree(INVENTED, "Reading across the curriculum", "TRANSITION_AND_LITERACY");
        join(INVENTED, List.of("900002", "900003", "900004", "900005", "900006", "900007", "900008", "900099"));
        List<SampleFiles.Alliance> named = SampleFiles.alliances();
        Together.each(named, this::formNamed);
        join("learn", List.of("900001", "900002", "900099"));
        join("camden", List.of("900001", "900099"));
        Together.each(List.of(INVENTED, "learn", "camden"), this::appointOthers);
        Together.each(named, this::draftProject);
    }

    /** One of the report's alliances. */
    private void formNamed(SampleFiles.Alliance alliance) {
        directory.registerSchool(
                alliance.leadUrn(),
                "Lead school of " + alliance.name() + " (invented)",
                alliance.phase(),
                alliance.setting());
        form(alliance.code(), alliance.name(), alliance.leadUrn(), false);
        agree(alliance.code(), alliance.title(), alliance.focusArea());
    }

    /** The question that the alliance asked; by then project-service has heard of it, or is asked again. */
    private void draftProject(SampleFiles.Alliance alliance) {
        lead.make(
                "/v1/projects",
                Map.of(
                        "allianceId",
                        id(alliance.code()),
                        "title",
                        alliance.title(),
                        "focusArea",
                        alliance.focusArea(),
                        "researchQuestions",
                        List.of(alliance.question()),
                        "priorityIds",
                        List.of(priority(alliance.code())),
                        "design",
                        "BEFORE_AND_AFTER",
                        "startsOn",
                        "2024-09-02",
                        "endsOn",
                        "2026-07-18",
                        "summary",
                        "The question is the report's; dates, design and schools are invented.",
                        "invented",
                        true),
                "sample project of " + alliance.code());
    }

    void form(String code, String name, String leadUrn, boolean invented) {
        UUID id = admin.make(
                "/v1/alliances",
                Map.of(
                        "name",
                        name,
                        "kind",
                        "TEACHING_SCHOOL_ALLIANCE",
                        "leadOrganisationId",
                        directory.school(leadUrn),
                        "startsOn",
                        FOUNDED,
                        "invented",
                        invented),
                "sample alliance " + code);
        ids.put(code, id);
        appoint(admin, code, "alliance-lead", "ALLIANCE_LEAD");
    }

    /** What it works on is the report's; that it agreed so on a day is invented. */
    private void agree(String code, String title, String focusArea) {
        priorities.put(
                code,
                lead.make(
                        "/v1/priorities",
                        Map.of("allianceId", id(code), "title", title, "focusArea", focusArea, "startsOn", FOUNDED),
                        "sample priority of " + code));
    }

    private void join(String code, List<String> urns) {
        for (String urn : urns) {
            lead.make(
                    "/v1/memberships",
                    Map.of(
                            "allianceId",
                            id(code),
                            "organisationId",
                            directory.school(urn),
                            "role",
                            "MEMBER",
                            "startsOn",
                            Directory.SINCE),
                    "sample membership " + code + " " + urn);
        }
    }

    private void appointOthers(String code) {
        appoint(code, "rd-lead", "RD_LEAD");
        appoint(code, "facilitator", "FACILITATOR");
        appoint(code, "moderator", "MODERATOR");
    }

    /** One of those with a sign-in. */
    void appoint(String code, String signIn, String role) {
        appoint(lead, code, signIn, role);
    }

    private void appoint(Caller by, String code, String signIn, String role) {
        by.make(
                "/v1/appointments",
                Map.of(
                        "personId",
                        directory.person(signIn),
                        "role",
                        role,
                        "allianceId",
                        id(code),
                        "startsOn",
                        Directory.SINCE),
                "sample appointment " + code + " " + role);
    }
}
