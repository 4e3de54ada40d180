package org.trellis.alliance;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "alliance"))
class LeavingTest {
    private final Directory directory = new Directory();
    private String urn;
    private UUID school;
    private UUID alliance;
    private UUID head;
    private UUID deputy;
    private String schoolLead;

    @BeforeEach
    void appointAHeadWhoSponsors() {
        urn = directory.nextUrn();
        school = directory.school(urn, "School of the head (invented)");
        alliance = directory.alliance(school);
        schoolLead = directory.token("lead-" + urn, "urn:" + urn, "school-lead");
        head = directory.person(school);
        deputy = directory.person(school);
        appoint(Map.of("personId", head, "role", "HEADTEACHER", "organisationId", school))
                .statusCode(201);
        appoint(Map.of("personId", head, "role", "HEADTEACHER_SPONSOR", "organisationId", school))
                .statusCode(201);
        appoint(Map.of("personId", head, "role", "MIDDLE_LEADER", "organisationId", school))
                .statusCode(201);
        directory.made(
                "/v1/appointments",
                Map.of("personId", head, "role", "ALLIANCE_LEAD", "allianceId", alliance, "startsOn", "2024-09-01"));
    }

    @Test
    void showsWhatIsOpenAndAsksForASuccessor() {
        var duties =
                directory.get(schoolLead, "/v1/people/{id}/duties", head).then().statusCode(200);
        duties.body("findAll { it.asksForSuccessor }.role", containsInAnyOrder("HEADTEACHER", "ALLIANCE_LEAD"))
                .body("findAll { it.lapses }.role", contains("HEADTEACHER_SPONSOR"))
                .body("", hasSize(4));

        leave(Map.of("on", "2025-09-01"))
                .statusCode(409)
                .body("code", equalTo("successor-asked-for"))
                .body("missing", hasSize(2));
        directory.get(schoolLead, "/v1/people/{id}", head).then().body("leftOn", nullValue());
    }

    @Test
    void endsAllOnOneDayAndListsTheGapUntilSomebodyFollows() {
        leave(Map.of(
                        "on", "2025-09-01",
                        "successors", List.of(Map.of("appointmentId", duty("HEADTEACHER"), "personId", deputy)),
                        "withoutSuccessor", List.of(duty("ALLIANCE_LEAD"))))
                .statusCode(200)
                .body("person.leftOn", equalTo("2025-09-01"))
                .body("ended.endsOn", contains("2025-09-01", "2025-09-01", "2025-09-01", "2025-09-01"))
                .body("ended.find { it.role == 'HEADTEACHER' }.ending", equalTo("HANDED_ON"))
                .body("ended.find { it.role == 'HEADTEACHER_SPONSOR' }.ending", equalTo("LAPSED"))
                .body("ended.find { it.role == 'ALLIANCE_LEAD' }.ending", equalTo("LEFT"));

        directory
                .get(schoolLead, "/v1/appointments?organisationId={id}&asOf=2025-09-01", school)
                .then()
                .body("items.role", contains("HEADTEACHER"))
                .body("items.person.id", contains(deputy.toString()));
        gaps("2025-08-31", school).body("items", empty());
        gaps("2025-09-11", school)
                .body("items.role", contains("HEADTEACHER_SPONSOR"))
                .body("items[0].days", equalTo(10))
                .body("items[0].since", equalTo("2025-09-01"))
                .body("items[0].lastHolder.id", equalTo(head.toString()));
        directory
                .get(directory.admin(), "/v1/appointments/gaps?allianceId={id}", alliance)
                .then()
                .body("items.role", contains("ALLIANCE_LEAD"));

        appointOn("2025-10-01", Map.of("personId", deputy, "role", "HEADTEACHER_SPONSOR", "organisationId", school))
                .statusCode(201);
        gaps("2025-09-30", school).body("items.role", contains("HEADTEACHER_SPONSOR"));
        gaps("2025-10-01", school).body("items", empty());
    }

    /** Who has left holds nothing any more, however long it was meant to last. */
    @Test
    void endsWhatWasPlannedToLastLonger() {
        var later = Today.inEngland().plusYears(1);
        for (var role : List.of("HEADTEACHER", "HEADTEACHER_SPONSOR", "MIDDLE_LEADER")) {
            end(duty(role), later.toString()).statusCode(200);
        }
        directory
                .get(schoolLead, "/v1/people/{id}/duties", head)
                .then()
                .body("findAll { it.asksForSuccessor }.role", containsInAnyOrder("HEADTEACHER", "ALLIANCE_LEAD"))
                .body("", hasSize(4));

        leave(Map.of("on", "2025-09-01", "withoutSuccessor", List.of(duty("HEADTEACHER"), duty("ALLIANCE_LEAD"))))
                .statusCode(200)
                .body("ended.endsOn", contains("2025-09-01", "2025-09-01", "2025-09-01", "2025-09-01"));
    }

    @Test
    void endsSoonerOrLaterThanPlannedUntilItHasEnded() {
        var headship = duty("HEADTEACHER");
        end(headship, Today.inEngland().plusYears(1).toString()).statusCode(200);
        end(headship, "2025-01-01").statusCode(200).body("endsOn", equalTo("2025-01-01"));
        end(headship, "2025-02-01").statusCode(409).body("code", equalTo("appointment-ended-already"));
    }

    private ValidatableResponse end(String appointment, String day) {
        return directory
                .post(schoolLead, "/v1/appointments/" + appointment + "/end", Map.of("endsOn", day))
                .then();
    }

    @Test
    void lapsesASponsorshipWhereTheHeadshipEnds() {
        var headship = duty("HEADTEACHER");
        directory
                .post(schoolLead, "/v1/appointments/" + headship + "/end", Map.of("endsOn", "2025-01-01"))
                .then()
                .statusCode(200)
                .body("ending", equalTo("ENDED"));

        directory
                .get(schoolLead, "/v1/appointments?personId={id}&role=HEADTEACHER_SPONSOR", head)
                .then()
                .body("items.ending", contains("LAPSED"))
                .body("items.endsOn", contains("2025-01-01"));
        gaps("2025-01-01", school).body("items.role", containsInAnyOrder("HEADTEACHER", "HEADTEACHER_SPONSOR"));
        appointOn("2025-01-01", Map.of("personId", deputy, "role", "ACTING_HEAD", "organisationId", school))
                .statusCode(201);
        gaps("2025-01-01", school).body("items.role", contains("HEADTEACHER_SPONSOR"));
    }

    @Test
    void refusesSponsorsWhoAreNoHeadsAndAppointmentsOfThoseWhoLeft() {
        appoint(Map.of("personId", deputy, "role", "HEADTEACHER_SPONSOR", "organisationId", school))
                .statusCode(409)
                .body("code", equalTo("sponsor-is-head"));
        directory
                .post(schoolLead, "/v1/people/" + deputy + "/leavings", Map.of("on", "2025-09-01"))
                .then()
                .statusCode(200);
        appointOn("2025-09-01", Map.of("personId", deputy, "role", "COACH", "organisationId", school))
                .statusCode(409)
                .body("code", equalTo("person-has-left"));
        appointOn("2025-01-01", Map.of("personId", deputy, "role", "COACH", "organisationId", school))
                .statusCode(409)
                .body("code", equalTo("person-has-left"));
        appointOn(
                        "2025-01-01",
                        Map.of("personId", deputy, "role", "COACH", "organisationId", school, "endsOn", "2025-09-01"))
                .statusCode(201)
                .body("endsOn", equalTo("2025-09-01"));
        directory
                .post(schoolLead, "/v1/people/" + deputy + "/leavings", Map.of("on", "2025-09-01"))
                .then()
                .statusCode(409)
                .body("code", equalTo("person-left-already"));
        leave(Map.of(
                        "on",
                        "2025-09-01",
                        "successors",
                        List.of(
                                Map.of("appointmentId", UUID.randomUUID(), "personId", head),
                                Map.of("appointmentId", duty("HEADTEACHER_SPONSOR"), "personId", deputy))))
                .statusCode(400)
                .body("violations", hasSize(3));
    }

    /** Whichever comes first: nobody holds anything beyond the day on which they left. */
    @RepeatedTest(3)
    void letsNobodyBeAppointedAsTheyLeave() throws Exception {
        var others = Stream.generate(() -> directory.school(directory.nextUrn(), "Another school (invented)"))
                .limit(6)
                .toList();
        var tasks = new ArrayList<Callable<Integer>>();
        tasks.add(() -> directory
                .post(directory.admin(), "/v1/people/" + deputy + "/leavings", Map.of("on", "2025-09-01"))
                .statusCode());
        others.forEach(other -> tasks.add(() -> directory
                .post(
                        directory.admin(),
                        "/v1/appointments",
                        Map.of("personId", deputy, "role", "COACH", "organisationId", other, "startsOn", "2024-09-01"))
                .statusCode()));
        try (var threads = Executors.newFixedThreadPool(tasks.size())) {
            for (var answer : threads.invokeAll(tasks)) {
                assertTrue(
                        List.of(200, 201, 409).contains(answer.get()),
                        answer.get().toString());
            }
        }

        directory
                .get(directory.admin(), "/v1/appointments?personId={id}", deputy)
                .then()
                .body("items.endsOn", everyItem(equalTo("2025-09-01")));
    }

    @Test
    void letsNobodyNameASuccessorWhereTheyDoNotAppoint() {
        var other = directory.school(directory.nextUrn(), "Another school (invented)");
        var elsewhere = directory.alliance(other);
        directory.made(
                "/v1/appointments",
                Map.of("personId", head, "role", "ALLIANCE_LEAD", "allianceId", elsewhere, "startsOn", "2024-09-01"));
        var lead = directory
                .get(directory.admin(), "/v1/appointments?allianceId={id}", elsewhere)
                .<String>path("items[0].id");

        leave(Map.of(
                        "on", "2025-09-01",
                        "successors", List.of(Map.of("appointmentId", lead, "personId", deputy)),
                        "withoutSuccessor", List.of(duty("HEADTEACHER"), duty("ALLIANCE_LEAD"))))
                .statusCode(403);
    }

    @Test
    void changesAPersonsDetailsAndMovesOnlyToAHomeThatWelcomesThem() {
        var elsewhere = directory.school(directory.nextUrn(), "Elsewhere (invented)");
        var path = "/v1/people/" + deputy;
        directory
                .patch(schoolLead, path, "{\"name\":\"Deputy head\",\"email\":\"deputy@example.org\"}")
                .then()
                .statusCode(200)
                .body("name", equalTo("Deputy head"));
        directory
                .patch(schoolLead, path, "{\"homeOrganisationId\":\"" + elsewhere + "\"}")
                .then()
                .statusCode(403);
        directory
                .patch(directory.admin(), path, "{\"homeOrganisationId\":\"" + elsewhere + "\"}")
                .then()
                .statusCode(200);
        directory.get(schoolLead, path).then().statusCode(404);
        directory
                .get(directory.admin(), "/v1/people?homeOrganisationId={id}&bound=false&left=false", elsewhere)
                .then()
                .body("items.id", contains(deputy.toString()));
        directory
                .get(directory.admin(), "/v1/people?role=ALLIANCE_LEAD&allianceId={id}", alliance)
                .then()
                .body("items.id", contains(head.toString()));
        directory
                .get(directory.admin(), path + "/history")
                .then()
                .body("type", hasItem("trellis.alliance.person-changed.v1"))
                .body("changes.flatten().path", not(hasItem("/name")));
    }

    @Test
    void makesEarlierLinksUselessByANewOne() {
        var first = directory.invite(deputy);
        directory.invite(deputy);
        directory
                .accept(directory.staffAt("urn:" + urn), first, first.secret())
                .then()
                .statusCode(409)
                .body("code", equalTo("invitation-expired"));
    }

    /** A sign-in is a person's for life; who somebody is here begins anew with each home. */
    @Test
    void bindsTheSignInOfOneWhoLeftToWhomTheyAreElsewhere() {
        var token = directory.staffAt("urn:" + urn);
        accept(token, deputy).statusCode(204);
        var elsewhere = directory.person(directory.school(directory.nextUrn(), "Elsewhere (invented)"));
        accept(token, elsewhere).statusCode(409).body("code", equalTo("sign-in-bound-to-another-person"));
        directory.done("/v1/people/" + deputy + "/leavings", Map.of("on", "2025-09-01"));

        accept(token, elsewhere).statusCode(204);
        directory.get(token, "/v1/me").then().body("person.id", equalTo(elsewhere.toString()));
        directory.get(schoolLead, "/v1/people/{id}", deputy).then().body("bound", equalTo(false));
    }

    private ValidatableResponse accept(String token, UUID person) {
        var invited = directory.invite(person);
        return directory.accept(token, invited, invited.secret()).then();
    }

    private ValidatableResponse leave(Map<String, ?> body) {
        return directory
                .post(directory.admin(), "/v1/people/" + head + "/leavings", body)
                .then();
    }

    private String duty(String role) {
        return directory
                .get(directory.admin(), "/v1/people/{id}/duties", head)
                .path("find { it.role == '" + role + "' }.appointmentId");
    }

    private ValidatableResponse gaps(String day, UUID at) {
        return directory
                .get(schoolLead, "/v1/appointments/gaps?organisationId={id}&asOf={day}", at, day)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse appoint(Map<String, ?> body) {
        return appointOn("2024-09-01", body);
    }

    private ValidatableResponse appointOn(String day, Map<String, ?> body) {
        var whole = new HashMap<String, Object>(body);
        whole.put("startsOn", day);
        return directory.post(schoolLead, "/v1/appointments", whole).then();
    }
}
