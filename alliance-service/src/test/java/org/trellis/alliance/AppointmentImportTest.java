package org.trellis.alliance;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;
import org.trellis.identity.Writer;

/** Staff lists, as a trust's central team sends them. */
@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "alliance"))
class AppointmentImportTest {
    private static final String HEADER = "name,email,home,role,organisation,alliance,startsOn,endsOn\n";

    private final Directory directory = new Directory();
    private String urn;
    private UUID school;
    private String lead;

    @Inject
    Writer writer;

    @BeforeEach
    void aSchoolAndItsLead() {
        urn = directory.nextUrn();
        school = directory.school(urn, "Elm Bank School");
        lead = directory.token("lead-of-" + urn, "urn:" + urn, "school-lead");
    }

    private ValidatableResponse take(String token, String query, String... rows) {
        return send(token, "text/csv", query, HEADER + String.join("\n", rows));
    }

    private ValidatableResponse send(String token, String type, String query, String file) {
        return done(token, sent(token, type, query, file));
    }

    private static String sent(String token, String type, String query, String file) {
        return given().auth()
                .oauth2(token)
                .contentType(type)
                .body(file.getBytes(StandardCharsets.UTF_8))
                .post("/v1/appointment-imports" + query)
                .then()
                .statusCode(202)
                .extract()
                .header("Location");
    }

    private ValidatableResponse done(String token, String at) {
        Awaitility.await().atMost(Duration.ofSeconds(60)).until(() -> finished(token, at));
        return directory.get(token, at).then();
    }

    private boolean finished(String token, String at) {
        return directory.get(token, at).path("finishedAt") != null;
    }

    private ValidatableResponse appointments() {
        return directory
                .get(lead, "/v1/appointments?organisationId={id}", school)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse people() {
        return directory
                .get(lead, "/v1/people?homeOrganisationId={id}", school)
                .then()
                .statusCode(200);
    }

    private String row(String email, String role, String startsOn) {
        return "A member of staff,%s,,%s,urn:%s,,%s,".formatted(email, role, urn, startsOn);
    }

    private long told() {
        return writer.one(Long.class, "select count(*) from history", Map.of()).orElseThrow();
    }

    @Test
    void registersPeopleAndAppointsThemOnce() {
        String[] staff = {
            row("head@elm.example", "HEADTEACHER", "2024-09-01"),
            row("HEAD@elm.example", "HEADTEACHER_SPONSOR", "2025-01-06"),
            row("coach@elm.example", "COACH", "2025-09-01") + "2026-07-31"
        };

        take(lead, "", staff)
                .body("state", equalTo("DONE"))
                .body("causes", empty())
                .body("outcome.created", equalTo(3))
                .body("outcome.refused", equalTo(0));
        people().body("items.email", containsInAnyOrder("coach@elm.example", "head@elm.example"));
        appointments()
                .body("items.role", contains("HEADTEACHER", "HEADTEACHER_SPONSOR", "COACH"))
                .body("items.endsOn", contains(nullValue(), nullValue(), equalTo("2026-07-31")))
                .body("items.ending", contains(nullValue(), nullValue(), equalTo("ENDED")));

        long before = told();
        take(lead, "", staff).body("outcome.created", equalTo(0)).body("outcome.unchanged", equalTo(3));
        assertEquals(before, told());
    }

    @Test
    void takesJsonLinesInAsWell() {
        var staff = """
                {"name": "A head", "email": "head@elm.example", "role": "HEADTEACHER", "organisation": "urn:%1$s", "startsOn": "2024-09-01"}
                {"name": "A head", "email": "head@elm.example", "role": "HEADTEACHER", "organisation": "urn:%1$s"}
                """.formatted(urn);

        send(lead, "application/x-ndjson", "", staff)
                .body("format", equalTo("JSON_LINES"))
                .body("outcome.created", equalTo(1))
                .body("causes.code", contains("missing-column"));

        appointments().body("items.role", contains("HEADTEACHER"));
    }

    @Test
    void knowsASchoolByEachOfItsNames() {
        String ukprn = "1" + urn + "7";
        directory
                .patch(directory.admin(), "/v1/organisations/" + school, "{\"ukprn\": \"%s\"}".formatted(ukprn))
                .then()
                .statusCode(200);

        take(
                        lead,
                        "",
                        row("head@elm.example", "HEADTEACHER", "2024-09-01"),
                        "A head,head@elm.example,urn:%s,HEADTEACHER_SPONSOR,%s,,2025-01-06,".formatted(urn, school),
                        "A coach,coach@elm.example,,COACH,ukprn:%s,,2025-09-01,".formatted(ukprn),
                        "A coach,coach@elm.example,%s,COACH,urn:%s,,2025-10-01,".formatted(school, urn))
                .body("outcome.created", equalTo(3))
                .body("causes.code", contains("overlaps-another-row"));
    }

    @Test
    void triesAListAndKeepsNothingOfIt() {
        take(lead, "?dryRun=true", row("head@elm.example", "HEADTEACHER", "2024-09-01"))
                .body("state", equalTo("DONE"))
                .body("outcome.created", equalTo(1));

        people().body("items", empty());
    }

    @Test
    void takesNothingWhereAllIsWantedAndOneRowIsWrong() {
        take(
                        lead,
                        "?mode=ALL_OR_NOTHING",
                        row("head@elm.example", "HEADTEACHER", "2024-09-01"),
                        row("sponsor@elm.example", "HEADTEACHER_SPONSOR", "2024-09-01"))
                .body("state", equalTo("REFUSED"))
                .body("causes.code", contains("sponsor-is-head"));

        people().body("items", empty());
    }

    @Test
    void saysOfEveryRowWhatIsWrongAndTakesTheOthers() {
        String other = directory.nextUrn();
        directory.school(other, "Oak Green School");
        UUID alliance = directory.alliance(school);

        var job = take(
                lead,
                "",
                row("head@elm.example", "HEADTEACHER", "2024-09-01"),
                row("head@elm.example", "HEADTEACHER", "2025-09-01"),
                "Somebody,a@elm.example,,COACH,urn:999999,,2025-09-01,",
                "Somebody,b@oak.example,,COACH,urn:" + other + ",,2025-09-01,",
                "Somebody,c@elm.example,urn:" + urn + ",RD_LEAD,,%s,2025-09-01,".formatted(alliance),
                "Somebody,d@elm.example,,RD_LEAD,urn:" + urn + ",,2025-09-01,",
                "Somebody,e@elm.example,,JESTER,urn:" + urn + ",,2025-09-01,",
                "Somebody,no address,,COACH,urn:" + urn + ",,soon,",
                "Somebody,f@elm.example,,COACH,urn:" + urn + ",,2025-09-01,2025-08-01");

        job.body("state", equalTo("DONE"))
                .body("outcome.created", equalTo(1))
                .body("outcome.refused", equalTo(8))
                .body("causes.find { it.code == 'overlaps-another-row' }.lines", contains(3))
                .body(
                        "causes.find { it.code == 'unknown-organisation' && it.column == 'organisation' }.subject",
                        equalTo("urn:999999"))
                .body(
                        "causes.findAll { it.code == 'not-permitted' }.column",
                        containsInAnyOrder("home", "organisation", "alliance"))
                .body("causes.find { it.code == 'wrong-place' }.lines", contains(7))
                .body("causes.find { it.code == 'unknown-code' }.subject", equalTo("JESTER"))
                .body("causes.findAll { it.lines == [9] }.code", containsInAnyOrder("malformed", "no-day"))
                .body("causes.find { it.code == 'ends-before-it-starts' }.lines", contains(10));
        appointments().body("items", hasSize(1));
        directory
                .get(lead, job.extract().path("refusedRows"))
                .then()
                .statusCode(200)
                .body(containsString("JESTER"));
    }

    @Test
    void doesNotAppointWhoHoldsTheRoleOrHasLeft() {
        take(
                lead,
                "",
                row("head@elm.example", "HEADTEACHER", "2024-09-01"),
                row("gone@elm.example", "COACH", "2024-09-01"));
        String gone = people().extract().path("items.find { it.email == 'gone@elm.example' }.id");
        directory
                .post(lead, "/v1/people/" + gone + "/leavings", Map.of("on", "2025-01-01"))
                .then()
                .statusCode(200);

        take(
                        lead,
                        "",
                        row("head@elm.example", "HEADTEACHER", "2025-09-01"),
                        row("gone@elm.example", "COACH", "2025-09-01"))
                .body("outcome.created", equalTo(0))
                .body("causes.code", containsInAnyOrder("appointed-already", "person-has-left"));
    }

    /** Between what is judged and what is written somebody may leave, and is asked for once more. */
    @Test
    void doesNotAppointWhoLeavesWhileTheListIsTakenIn() {
        take(lead, "", row("coach@elm.example", "COACH", "2024-09-01") + "2025-07-31");
        var coach = Map.of("home", school);

        String at = QuarkusTransaction.requiringNew().call(() -> {
            writer.run("update person set left_on = '2025-08-31' where home_id = :home", coach);
            String sent = sent(lead, "text/csv", "", HEADER + row("coach@elm.example", "COACH", "2025-09-01"));
            Awaitility.await().until(() -> somethingWaits() || finished(lead, sent));
            return sent;
        });

        try {
            done(lead, at).body("outcome.created", equalTo(0)).body("causes.code", contains("person-has-left"));
        } finally {
            writer.run("update person set left_on = null where home_id = :home", coach);
        }
    }

    private boolean somethingWaits() {
        return writer.one(
                        Boolean.class,
                        "select exists (select from pg_locks where locktype = 'transactionid' and not granted)",
                        Map.of())
                .orElseThrow();
    }

    /** What is wrong with a row must not tell who works at a school that is none of the uploader's. */
    @Test
    void tellsNothingOfPeopleWhereTheUploaderMayNameNobody() {
        take(
                lead,
                "",
                row("head@elm.example", "HEADTEACHER", "2024-09-01"),
                row("gone@elm.example", "COACH", "2024-09-01"));
        String gone = people().extract().path("items.find { it.email == 'gone@elm.example' }.id");
        directory
                .post(lead, "/v1/people/" + gone + "/leavings", Map.of("on", "2025-01-01"))
                .then()
                .statusCode(200);
        String other = directory.nextUrn();
        directory.school(other, "Oak Green School");

        take(
                        directory.token("lead-of-" + other, "urn:" + other, "school-lead"),
                        "?dryRun=true",
                        row("head@elm.example", "HEADTEACHER", "2025-09-01"),
                        row("gone@elm.example", "COACH", "2025-09-01"))
                .body("outcome.refused", equalTo(2))
                .body("causes.code", contains("not-permitted", "not-permitted"));
    }

    /** A trust's own system needs no person. */
    @Test
    void takesAListFromATrustsSystemForItsSchools() {
        String uid = directory.nextUrn();
        UUID trust = directory.made(
                "/v1/organisations", Map.of("kind", "TRUST", "name", "Importing Trust", "uid", uid, "invented", true));
        directory.made(
                "/v1/affiliations",
                Map.of("organisationId", school, "toId", trust, "kind", "TRUST", "startsOn", "2024-09-01"));

        take(
                        directory.token("system-of-" + uid, "uid:" + uid, "integration"),
                        "",
                        row("head@elm.example", "HEADTEACHER", "2024-09-01"))
                .body("outcome.created", equalTo(1));
    }

    @Test
    void anotherMayNotSeeTheList() {
        String id = take(lead, "", row("head@elm.example", "HEADTEACHER", "2024-09-01"))
                .extract()
                .path("id");

        directory.get(directory.admin(), "/v1/appointment-imports/" + id).then().statusCode(404);
        String nobody = SuiteResource.issuer().token("newcomer").signed();
        given().auth()
                .oauth2(nobody)
                .contentType("text/csv")
                .body(HEADER)
                .post("/v1/appointment-imports")
                .then()
                .statusCode(403);
    }
}
