package org.trellis.alliance;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.nullValue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "alliance"))
class TakeoverTest {
    private final Directory directory = new Directory();
    private String uid;
    private UUID oldTrust;
    private UUID newTrust;

    @BeforeEach
    void registerTwoTrusts() {
        uid = directory.nextUrn();
        oldTrust = trust(directory.nextUrn());
        newTrust = trust(uid);
    }

    private UUID trust(String number) {
        return directory.made(
                "/v1/organisations",
                Map.of("kind", "TRUST", "name", "Trust " + number + " (invented)", "uid", number, "invented", true));
    }

    private UUID school(UUID trust, String since) {
        var school = directory.school(directory.nextUrn(), "Handed School (invented)");
        if (trust != null) {
            tie(school, trust, since);
        }
        return school;
    }

    private void tie(UUID school, UUID trust, String since) {
        directory.made(
                "/v1/affiliations",
                Map.of("organisationId", school, "toId", trust, "kind", "TRUST", "startsOn", since));
    }

    private ValidatableResponse takeOver(List<UUID> schools, String day) {
        return directory
                .post(
                        directory.admin(),
                        "/v1/takeovers",
                        Map.of("trustId", newTrust, "organisationIds", schools, "startsOn", day))
                .then();
    }

    private ValidatableResponse read(String path) {
        return given().auth().oauth2(directory.staffAt("urn:900001")).get(path).then();
    }

    @Test
    void handsElevenSchoolsOverOnTheFirstOfSeptemberAndSaysWhatComesWithThem() {
        var schools = Stream.concat(
                        IntStream.range(0, 10).mapToObj(n -> school(oldTrust, "2020-09-01")),
                        Stream.of(school(null, null)))
                .toList();
        directory.person(schools.getFirst());
        var alliance = directory.alliance(schools.getFirst());

        var view = takeOver(schools, "2025-09-01")
                .statusCode(201)
                .body("trust.id", equalTo(newTrust.toString()))
                .body("inherits", hasSize(11))
                .body(
                        "inherits.findAll { it.from == null }.organisation.id",
                        contains(schools.get(10).toString()));
        var first = "inherits.find { it.organisation.id == '" + schools.getFirst() + "' }";
        view.body(first + ".from.id", equalTo(oldTrust.toString()))
                .body(first + ".people", equalTo(1))
                .body(first + ".memberships.to.id", contains(alliance.toString()))
                .body(first + ".memberships.as", contains("LEAD"));
        read("/v1/organisations?limit=200&trust=" + newTrust).body("items", hasSize(11));
        read("/v1/organisations?trust=" + oldTrust).body("items", empty());
        read("/v1/organisations?trust=" + oldTrust + "&asOf=2025-08-31").body("items", hasSize(10));
        read("/v1/affiliations?organisationId=" + schools.getFirst())
                .body("items.endsOn", contains(equalTo("2025-09-01"), nullValue()));
    }

    @Test
    void handsOverAllOrNone() {
        var free = school(oldTrust, "2020-09-01");
        var already = school(newTrust, "2021-09-01");
        var later = school(null, null);
        tie(later, oldTrust, "2026-01-01");

        takeOver(List.of(free, already, later), "2025-09-01")
                .statusCode(409)
                .body("code", equalTo("school-tied-otherwise"))
                .body("missing", hasSize(2));
        read("/v1/organisations?trust=" + oldTrust + "&asOf=2025-09-02").body("items.id", contains(free.toString()));
    }

    @Test
    void namesEverySchoolThatIsNone() {
        var school = school(null, null);

        takeOver(List.of(school, oldTrust, school), "2025-09-01")
                .statusCode(400)
                .body("violations.path", containsInAnyOrder("$.organisationIds[1]", "$.organisationIds[2]"));
        takeOver(List.of(UUID.randomUUID()), "2025-09-01").statusCode(409).body("code", equalTo("reference-pending"));
        directory
                .post(
                        directory.token("a-trust", "uid:" + uid, "trust-team"),
                        "/v1/takeovers",
                        Map.of("trustId", newTrust, "organisationIds", List.of(school), "startsOn", "2025-09-01"))
                .then()
                .statusCode(403);
    }

    /** What counts is decided by the day that is asked for; who may look, by today. */
    @Test
    void countsWithTheOldTrustBeforeTheDayWhileOnlyTheNewOneMayLook() {
        var oldUid = directory.nextUrn();
        var old = trust(oldUid);
        var school = school(old, "2020-09-01");
        var person = directory.person(school);
        var yesterday = Today.inEngland().minusDays(1).toString();
        takeOver(List.of(school), yesterday).statusCode(201);

        var before = Today.inEngland().minusDays(2).toString();
        read("/v1/organisations?trust=uid:" + oldUid + "&asOf=" + before).body("items.id", hasItem(school.toString()));
        read("/v1/organisations?trust=uid:" + oldUid).body("items", empty());
        read("/v1/organisations?trust=uid:" + uid + "&asOf=" + yesterday).body("items.id", hasItem(school.toString()));
        look("uid:" + oldUid, person).statusCode(404);
        look("uid:" + uid, person).statusCode(200);
    }

    @Test
    void opensASchoolToTheNewTrustOnTheDayAndNotBefore() {
        var oldUid = directory.nextUrn();
        var school = school(trust(oldUid), "2020-09-01");
        var person = directory.person(school);
        takeOver(List.of(school), Today.inEngland().plusDays(1).toString()).statusCode(201);

        look("uid:" + oldUid, person).statusCode(200);
        look("uid:" + uid, person).statusCode(404);
    }

    private ValidatableResponse look(String trust, UUID person) {
        return given().auth()
                .oauth2(directory.token("team-of-" + trust, trust, "trust-team"))
                .get("/v1/people/" + person)
                .then();
    }

    @Test
    void showsASchoolsHistoryWithThatOfWhatItCameFrom() {
        var before = school(oldTrust, "2015-09-01");
        var after = school(newTrust, "2022-09-01");
        directory.made(
                "/v1/organisation-links",
                Map.of("predecessorId", before, "successorId", after, "kind", "SUCCESSION", "day", "2022-09-01"));

        var alliance = directory.alliance(before);
        directory.alliance(after);

        read("/v1/affiliations?organisationId=" + after).body("items.to.id", contains(newTrust.toString()));
        read("/v1/memberships?organisationId=" + after).body("items", hasSize(1));
        read("/v1/memberships?withLineage=true&organisationId=" + after)
                .body("items", hasSize(2))
                .body("items.alliance.id", hasItem(alliance.toString()));
        read("/v1/affiliations?withLineage=true&organisationId=" + after)
                .body("items.to.id", contains(oldTrust.toString(), newTrust.toString()));
        read("/v1/affiliations?toId=uid:" + uid).body("items.organisation.id", hasItem(after.toString()));
    }

    @Test
    void readsTheReferenceDataAsOfADay() {
        read("/v1/regions").statusCode(200).body("name", hasItems("North East", "London"));
        read("/v1/establishment-types").body("code", hasItem("ACADEMY_CONVERTER"));
        read("/v1/local-authorities?asOf=2019-03-31")
                .body("findAll { it.name == 'Bournemouth' }.into.flatten()", contains("E06000058"));
        read("/v1/local-authorities?asOf=2019-04-01").body("findAll { it.name == 'Bournemouth' }", empty());
        read("/v1/local-authorities?region=E12000001").body("regionCode", everyItem(equalTo("E12000001")));
        read("/v1/local-authorities?county=Kent").statusCode(400);
    }
}
