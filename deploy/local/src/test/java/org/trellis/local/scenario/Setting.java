package org.trellis.local.scenario;

import java.util.Map;
import java.util.UUID;
import org.trellis.local.sample.Api;
import org.trellis.local.sample.Caller;

/**
 * Two schools in an alliance, a third one whose member of staff moderates, and who they are.
 *
 * @param first a school of its own, for which its lead speaks
 * @param second a school of a trust, whose team speaks for it
 */
record Setting(UUID first, UUID second, UUID alliance, UUID priority, UUID measure, UUID projectLead, UUID moderator) {
    static final String MEASURE = "READING_SCORE";

    private static final String SINCE = "2024-09-01";

    static Setting establish(Api api) {
        Caller admin = api.person("platform-admin");
        UUID trust = organisation(admin, "TRUST", "uid", "90001", "A trust (invented)");
        UUID authority = organisation(admin, "LOCAL_AUTHORITY", "laCode", "990", "A council (invented)");
        UUID first = organisation(admin, "SCHOOL", "urn", "900001", "First School (invented)");
        UUID second = organisation(admin, "SCHOOL", "urn", "900002", "Second School (invented)");
        UUID third = organisation(admin, "SCHOOL", "urn", "900099", "Third School (invented)");
        tie(admin, first, authority, "LOCAL_AUTHORITY");
        tie(admin, second, authority, "LOCAL_AUTHORITY");
        tie(admin, second, trust, "TRUST");

        UUID alliance = admin.make(
                "/v1/alliances",
                Map.of(
                        "name",
                        "An alliance (invented)",
                        "kind",
                        "TEACHING_SCHOOL_ALLIANCE",
                        "leadOrganisationId",
                        first,
                        "startsOn",
                        SINCE,
                        "invented",
                        true),
                "alliance");
        appoint(admin, person(api, "alliance-lead", first), "ALLIANCE_LEAD", alliance);
        Caller lead = api.person("alliance-lead");
        join(lead, alliance, second);
        join(lead, alliance, third);
        appoint(lead, person(api, "rd-lead", first), "RD_LEAD", alliance);
        appoint(lead, person(api, "facilitator", first), "FACILITATOR", alliance);
        UUID moderator = person(api, "moderator", third);
        appoint(lead, moderator, "MODERATOR", alliance);
        UUID priority = lead.make(
                "/v1/priorities", Map.of("allianceId", alliance, "title", "Reading", "startsOn", SINCE), "priority");
        UUID projectLead = person(api, "project-lead", first);
        return new Setting(first, second, alliance, priority, measure(admin), projectLead, moderator);
    }

    private static UUID organisation(Caller admin, String kind, String register, String number, String name) {
        return admin.make(
                "/v1/organisations",
                Map.of("kind", kind, register, number, "name", name, "invented", true),
                "organisation " + number);
    }

    private static void tie(Caller admin, UUID school, UUID to, String kind) {
        admin.make(
                "/v1/affiliations",
                Map.of("organisationId", school, "toId", to, "kind", kind, "startsOn", SINCE),
                "affiliation " + school + kind);
    }

    private static void join(Caller lead, UUID alliance, UUID school) {
        lead.make(
                "/v1/memberships",
                Map.of("allianceId", alliance, "organisationId", school, "role", "MEMBER", "startsOn", SINCE),
                "membership " + school);
    }

    /** A person who has accepted an invitation with a sign-in of the local realm. */
    private static UUID person(Api api, String signIn, UUID home) {
        Caller admin = api.person("platform-admin");
        UUID person = admin.make(
                "/v1/people",
                Map.of("name", signIn, "email", signIn + "@example.org", "homeOrganisationId", home),
                "person " + signIn);
        api.person(signIn).accept(admin.post("/v1/invitations", Map.of("personId", person), null));
        return person;
    }

    private static void appoint(Caller by, UUID person, String role, UUID alliance) {
        by.make(
                "/v1/appointments",
                Map.of("personId", person, "role", role, "allianceId", alliance, "startsOn", SINCE),
                "appointment " + role);
    }

    private static UUID measure(Caller admin) {
        return admin.make(
                "/v1/measures",
                Map.of(
                        "code",
                        MEASURE,
                        "name",
                        "Reading score",
                        "about",
                        "PUPIL",
                        "unit",
                        "points",
                        "minimum",
                        40,
                        "maximum",
                        160),
                "measure");
    }
}
