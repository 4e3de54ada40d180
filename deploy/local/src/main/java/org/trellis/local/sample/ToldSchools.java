package org.trellis.local.sample;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/** The schools of an account and their people, all of them invented: who led and who took part is the report's. */
final class ToldSchools {
    private static final Set<String> OF_A_SCHOOL = Set.of("HEADTEACHER_SPONSOR", "SENIOR_LEADER_CHAMPION");
    private static final List<String> FURTHER = List.of("Second", "Third", "Fourth");

    private final Directory directory;
    private final Caller lead;
    private final SampleFiles.Account account;
    private final SampleFiles.Alliance alliance;
    private final UUID project;

    ToldSchools(Directory directory, Caller lead, SampleFiles.Account account, UUID project) {
        this.directory = directory;
        this.lead = lead;
        this.account = account;
        this.alliance = SampleFiles.alliances().stream()
                .filter(known -> known.code().equals(account.alliance()))
                .findFirst()
                .orElseThrow();
        this.project = project;
    }

    /** @return the participations */
    List<UUID> takePart() {
        List<UUID> participations = new ArrayList<>();
        for (int i = 0; i < account.schools().size(); i++) {
            participations.add(takesPart(school(i), account.schools().get(i)));
        }
        account.others().forEach(role -> appoint(somebody(role, alliance.leadUrn()), role));
        return participations;
    }

    /** The first is the alliance's lead school; the others' URNs follow from its. */
    private String school(int which) {
        if (which == 0) {
            return alliance.leadUrn();
        }
        String urn = Integer.toString(Integer.parseInt(alliance.leadUrn()) + 100 * which + 200);
        directory.registerSchool(
                urn,
                FURTHER.get(which - 1) + " school of " + alliance.name() + " (invented)",
                alliance.phase(),
                alliance.setting());
        return urn;
    }

    private UUID takesPart(String urn, List<SampleFiles.Someone> people) {
        UUID participation = lead.make(
                "/v1/participations",
                Map.of("projectId", project, "organisationId", directory.school(urn), "status", "INVITED"),
                key("invite " + urn));
        Map<String, Object> commitment =
                new HashMap<>(Map.of("action", "commit", "note", "The account tells that the school took part"));
        if (account.terms() != null) {
            commitment.put("termsVersion", 1);
        }
        lead.post("/v1/participations/" + participation + "/transitions", commitment, key("commit " + urn));
        for (int i = 0; i < people.size(); i++) {
            takesPart(participation, urn, people.get(i), i + 1);
        }
        return participation;
    }

    private void takesPart(UUID participation, String urn, SampleFiles.Someone someone, int number) {
        UUID person = somebody(someone.post() == null ? "SENIOR_LEADER " + number : someone.post() + " " + number, urn);
        if (someone.post() != null) {
            directory.appoint(person, someone.post(), urn, Directory.SINCE);
        }
        for (String role : someone.as()) {
            if (OF_A_SCHOOL.contains(role)) {
                lead.make(
                        "/v1/role-holders",
                        Map.of(
                                "participationId", participation,
                                "personId", person,
                                "role", role,
                                "startsOn", Directory.SINCE),
                        key(role + " " + person));
            } else {
                appoint(person, role);
            }
        }
    }

    private UUID somebody(String who, String urn) {
        String words = who.toLowerCase(Locale.ROOT).replace('_', ' ');
        return directory.somebody(
                "A " + words + " at school " + urn + " (invented)", words.replace(' ', '-') + "-" + urn, urn);
    }

    private void appoint(UUID person, String role) {
        lead.make(
                "/v1/project-appointments",
                Map.of("projectId", project, "personId", person, "role", role, "startsOn", Directory.SINCE),
                key(role + " " + person));
    }

    private String key(String step) {
        return "sample account " + account.alliance() + " " + step;
    }
}
