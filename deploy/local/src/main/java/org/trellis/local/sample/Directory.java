package org.trellis.local.sample;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Who is there: organisations with their ties, people with their sign-ins, and measures. */
final class Directory {
    static final String SINCE = "2024-09-01";

    private final Api api;
    private final Caller admin;
    private final Map<String, UUID> organisations = new ConcurrentHashMap<>();
    private final Map<String, UUID> people = new ConcurrentHashMap<>();
    private final Map<String, UUID> measures = new ConcurrentHashMap<>();
    private UUID trust;

    Directory(Api api) {
        this.api = api;
        this.admin = api.person("platform-admin");
    }

    UUID school(String urn) {
        return organisations.get("urn:" + urn);
    }

    UUID person(String signIn) {
        return people.get(signIn);
    }

    UUID measure(String code) {
        return measures.get(code);
    }

    void register() {
        SampleFiles.Register register = SampleFiles.register();
        trust = organisation(
                "uid:" + register.trust().uid(),
                Map.of(
                        "kind",
                        "TRUST",
                        "name",
                        register.trust().name(),
                        "uid",
                        register.trust().uid(),
                        "invented",
                        true));
        UUID authority = organisation(
                "la:" + register.authority().laCode(),
                Map.of(
                        "kind",
                        "LOCAL_AUTHORITY",
                        "name",
                        register.authority().name(),
                        "laCode",
                        register.authority().laCode(),
                        "invented",
                        true));
        Together.each(register.schools(), school -> {
            registerSchool(school.urn(), school.name(), school.phase(), school.setting());
            tie(school.urn(), authority, "LOCAL_AUTHORITY", "2020-09-01");
            if (school.inTrust()) {
                tieToTrust(school.urn(), "2020-09-01");
            }
        });
        List<SampleFiles.Person> known = SampleFiles.people();
        Together.each(known, this::name);
        Together.each(SampleFiles.measures(), this::define);
    }

    UUID registerSchool(String urn, String name, String phase, String setting) {
        return registerSchool(urn, name, phase, setting, Map.of());
    }

    /** @param days its first day, and the first on which it is closed, where these are to be known */
    UUID registerSchool(String urn, String name, String phase, String setting, Map<String, String> days) {
        Map<String, Object> school = new HashMap<>(Map.of(
                "kind", "SCHOOL",
                "name", name,
                "urn", urn,
                "phase", phase,
                "setting", setting,
                "invented", true));
        school.putAll(days);
        return organisation("urn:" + urn, school);
    }

    private UUID organisation(String registerId, Map<String, ?> body) {
        UUID id = admin.make("/v1/organisations", body, "sample organisation " + registerId);
        organisations.put(registerId, id);
        return id;
    }

    void tieToTrust(String urn, String since) {
        tie(urn, trust, "TRUST", since);
    }

    private void tie(String urn, UUID to, String kind, String since) {
        admin.make(
                "/v1/affiliations",
                Map.of("organisationId", school(urn), "toId", to, "kind", kind, "startsOn", since),
                "sample affiliation " + urn + " " + kind);
    }

    /** A person with a sign-in: named, invited, and bound when the sign-in accepts. */
    private void name(SampleFiles.Person person) {
        UUID id = admin.make(
                "/v1/people",
                Map.of(
                        "name", person.name(),
                        "email", person.signIn() + "@example.org",
                        "homeOrganisationId", school(person.home())),
                "sample person " + person.signIn());
        people.put(person.signIn(), id);
        if (!admin.get("/v1/people/" + id).path("bound").asBoolean()) {
            api.person(person.signIn()).accept(admin.post("/v1/invitations", Map.of("personId", id), null));
        }
    }

    /** Somebody without a sign-in. @param key tells this person from all others */
    UUID somebody(String name, String key, String urn) {
        return admin.make(
                "/v1/people",
                Map.of("name", name, "email", key + "@example.org", "homeOrganisationId", school(urn)),
                "sample person " + key);
    }

    /** @return the appointment's id */
    UUID appoint(UUID person, String role, String urn, String since) {
        return admin.make(
                "/v1/appointments",
                Map.of("personId", person, "role", role, "organisationId", school(urn), "startsOn", since),
                "sample appointment " + person + " " + role);
    }

    /** Nobody follows, so that the gap shows from that day on. */
    void leave(UUID person, UUID headship, String on) {
        admin.post(
                "/v1/people/" + person + "/leavings",
                Map.of("on", on, "withoutSuccessor", List.of(headship)),
                "sample leaving of " + person);
    }

    private void define(JsonNode measure) {
        String code = measure.path("code").asText();
        measures.put(code, admin.make("/v1/measures", measure, "sample measure " + code));
    }
}
