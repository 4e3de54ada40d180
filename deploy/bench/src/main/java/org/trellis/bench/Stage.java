package org.trellis.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.StringJoiner;
import org.trellis.embedded.Issuer;

/** An alliance with a project in three schools, each with 20 pupils in both arms, whose evidence is accepted. */
final class Stage {
    private static final int SCHOOLS = 3;
    private static final int PUPILS = 20;
    private static final String SINCE = "2024-09-01";

    private final Callers callers;
    private final Issuer issuer;
    private final Caller admin;
    private final Caller lead;
    private final Caller reviewer;
    private final Caller moderator;
    private final List<Submission> submissions = new ArrayList<>();
    private String project;

    /** One school's evidence and who hands it in. */
    record Submission(Caller school, String id) {}

    private Stage(Callers callers, Issuer issuer) {
        this.callers = callers;
        this.issuer = issuer;
        admin = caller("stage-admin", "platform", "platform-admin");
        lead = caller("stage-lead", "urn:910001", "school-staff");
        reviewer = caller("stage-reviewer", "urn:910001", "school-staff");
        moderator = caller("stage-moderator", "urn:910099", "school-staff");
    }

    static Stage set(Callers callers, Issuer issuer) throws IOException {
        Stage stage = new Stage(callers, issuer);
        stage.play();
        return stage;
    }

    Caller lead() {
        return lead;
    }

    Caller moderator() {
        return moderator;
    }

    String project() {
        return project;
    }

    List<Submission> submissions() {
        return submissions;
    }

    private Caller caller(String subject, String organisation, String role) {
        return new Caller(() -> issuer.token(subject).at(organisation, role));
    }

    private void play() throws IOException {
        List<String> schools = new ArrayList<>();
        for (int n = 1; n <= SCHOOLS; n++) {
            schools.add(school("91000" + n));
        }
        String alliance = callers.make(admin, "/v1/alliances", """
                {"name": "Bench Alliance (invented)", "kind": "TEACHING_SCHOOL_ALLIANCE", "leadOrganisationId": "%s",
                 "startsOn": "%s", "invented": true}""".formatted(schools.getFirst(), SINCE));
        appoint(admin, person(lead, "Lead", schools.getFirst()), alliance, "ALLIANCE_LEAD");
        appoint(lead, person(reviewer, "Reviewer", schools.getFirst()), alliance, "RD_LEAD");
        String elsewhere = school("910099");
        // a lead appoints whom it sees: the people of its alliance's members
        callers.make(lead, "/v1/memberships", """
                {"allianceId": "%s", "organisationId": "%s", "role": "ASSOCIATE", "startsOn": "%s"}""".formatted(alliance, elsewhere, SINCE));
        String judge = person(moderator, "Moderator", elsewhere);
        appoint(lead, judge, alliance, "MODERATOR");
        String measure = callers.make(admin, "/v1/measures", """
                {"code": "BENCH_SCORE", "name": "Score (invented)", "about": "PUPIL", "unit": "points", "minimum": 0,
                 "maximum": 200}""");
        project = callers.make(lead, "/v1/projects", """
                {"allianceId": "%s", "title": "Bench (invented)", "focusArea": "TRANSITION_AND_LITERACY", "design": "WITHIN_SCHOOLS",
                 "researchQuestions": ["How soon is it seen?"], "startsOn": "2024-09-02", "endsOn": "2025-07-19",
                 "invented": true}""".formatted(alliance));
        callers.post(lead, "/v1/projects/" + project + "/success-measures", """
                {"measureId": "%s", "primary": true,
                 "points": [{"point": "BASELINE", "due": "2024-10-01"}, {"point": "OUTCOME", "due": "2025-06-01"}]}""".formatted(measure));
        String cycle = callers.make(lead, "/v1/cycles", """
                {"projectId": "%s", "number": 1, "startsOn": "2024-09-02", "endsOn": "2025-07-19"}""".formatted(project));
        for (int n = 1; n <= SCHOOLS; n++) {
            Caller head = caller("stage-head-" + n, "urn:91000" + n, "school-lead");
            submissions.add(takePart(head, schools.get(n - 1), cycle, measure, judge));
        }
    }

    private String school(String urn) throws IOException {
        return callers.make(admin, "/v1/organisations", """
                {"kind": "SCHOOL", "name": "Bench School %1$s (invented)", "urn": "%1$s", "invented": true}""".formatted(urn));
    }

    /** Named, invited and bound to the caller's sign-in. */
    private String person(Caller caller, String name, String home) throws IOException {
        String person = callers.make(admin, "/v1/people", """
                {"name": "%s (invented)", "email": "%s@example.org", "homeOrganisationId": "%s"}""".formatted(name, name, home));
        JsonNode invitation = callers.post(admin, "/v1/invitations", "{\"personId\": \"" + person + "\"}");
        String link = invitation.path("link").asText();
        callers.post(
                caller,
                "/v1/invitations/" + invitation.path("id").asText() + "/acceptances",
                "{\"secret\": \"" + link.substring(link.indexOf('#') + 1) + "\"}");
        return person;
    }

    private void appoint(Caller by, String person, String alliance, String role) throws IOException {
        callers.make(by, "/v1/appointments", """
                {"personId": "%s", "role": "%s", "allianceId": "%s", "startsOn": "%s"}""".formatted(person, role, alliance, SINCE));
    }

    private Submission takePart(Caller head, String school, String cycle, String measure, String judge)
            throws IOException {
        String participation = callers.make(lead, "/v1/participations", """
                {"projectId": "%s", "organisationId": "%s", "status": "INVITED"}""".formatted(project, school));
        callers.post(head, "/v1/participations/" + participation + "/transitions", "{\"action\": \"commit\"}");
        String taught = cohort(participation, "INTERVENTION");
        String others = cohort(participation, "COMPARISON");
        String submission = callers.make(head, "/v1/submissions", """
                {"organisationId": "%s", "projectId": "%s", "cycleId": "%s", "type": "SCORES"}""".formatted(school, project, cycle));
        StringJoiner scores = new StringJoiner(", ", "{\"scores\": [", "]}");
        for (int pupil = 0; pupil < PUPILS; pupil++) {
            String before = Integer.toString(80 + (pupil * 7) % 23);
            scores.add(score(pupil, taught, measure, "BASELINE", before));
            scores.add(score(pupil, taught, measure, "OUTCOME", Integer.toString(90 + (pupil * 11) % 29)));
            scores.add(score(pupil, others, measure, "BASELINE", before));
            scores.add(score(pupil, others, measure, "OUTCOME", Integer.toString(84 + (pupil * 13) % 29)));
        }
        callers.post(head, "/v1/submissions/" + submission + "/scores", scores.toString());
        callers.post(head, "/v1/submissions/" + submission + "/transitions", "{\"action\": \"submit\"}");
        callers.post(reviewer, "/v1/moderation/" + submission + "/assignments", "{\"personId\": \"" + judge + "\"}");
        callers.post(moderator, "/v1/moderation/" + submission + "/decisions", "{\"decision\": \"ACCEPT\"}");
        return new Submission(head, submission);
    }

    private String cohort(String participation, String arm) throws IOException {
        return callers.make(lead, "/v1/cohorts", """
                {"participationId": "%s", "name": "%s", "arm": "%s", "about": "PUPIL", "yearGroup": "YEAR_7"}""".formatted(participation, arm, arm));
    }

    private static String score(int pupil, String cohort, String measure, String point, String value) {
        return """
                {"reference": "%s", "cohortId": "%s", "measureId": "%s", "point": "%s", "value": %s,
                 "takenOn": "%s", "subgroups": {"PUPIL_PREMIUM": "%s"}}""".formatted(
                        reference(cohort, pupil),
                        cohort,
                        measure,
                        point,
                        value,
                        point.equals("BASELINE") ? "2024-10-01" : "2025-06-01",
                        pupil % 3 == 0 ? "YES" : "NO");
    }

    /** In the form that a school's own system makes; of nobody. */
    private static String reference(String cohort, int pupil) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest((cohort + "/" + pupil).getBytes(StandardCharsets.US_ASCII));
            return Base64.getUrlEncoder().withoutPadding().encodeToString(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
