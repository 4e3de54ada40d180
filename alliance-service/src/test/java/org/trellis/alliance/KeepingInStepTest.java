package org.trellis.alliance;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellis.embedded.SuiteResource;
import org.trellis.testing.Follower;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "alliance"))
class KeepingInStepTest {
    private final Directory directory = new Directory();

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/v1/organisations",
                "/v1/affiliations",
                "/v1/people",
                "/v1/appointments",
                "/v1/alliances",
                "/v1/memberships",
                "/v1/priorities"
            })
    void goesOnFromWhereItWas(String list) {
        var follower = new Follower(directory.admin(), list);
        follower.catchUp();
        int before = follower.kept().size();
        var school = directory.school(directory.nextUrn(), "Followed School (invented)");
        var trust = directory.made(
                "/v1/organisations",
                Map.of("kind", "TRUST", "name", "Followed Trust", "uid", directory.nextUrn(), "invented", true));
        directory.made(
                "/v1/affiliations",
                Map.of("organisationId", school, "toId", trust, "kind", "TRUST", "startsOn", "2024-09-01"));
        var alliance = directory.alliance(school);
        directory
                .post(
                        directory.allianceLead(alliance, school),
                        "/v1/priorities",
                        Map.of("allianceId", alliance, "title", "Followed priority", "startsOn", "2024-09-01"))
                .then()
                .statusCode(201);
        follower.catchUp();

        assertTrue(follower.kept().size() > before, () -> list + " brought nothing new");
    }

    @Test
    void showsASchoolsLeadNothingOfOtherSchoolsPeople() {
        var urn = directory.nextUrn();
        var school = directory.school(urn, "Own School (invented)");
        var person = directory.person(school);
        var follower = new Follower(directory.token("head", "urn:" + urn, "school-lead"), "/v1/people");
        follower.catchUp();
        directory.person(directory.school(directory.nextUrn(), "Another School (invented)"));
        assertEquals(0, follower.step());
        assertEquals(Map.of(person.toString(), 0L), follower.kept());
    }

    @Test
    void tellsToStartAnewWhoMayNoLongerReadTheDirectory() {
        directory.alliance(directory.school(directory.nextUrn(), "Listed School (invented)"));
        var follower = new Follower(directory.token("head", "urn:900001", "school-lead"), "/v1/alliances");
        follower.catchUp();

        follower.as(SuiteResource.issuer().token("nobody").signed())
                .ask()
                .then()
                .statusCode(410)
                .body("code", equalTo("sight-changed"));
    }
}
