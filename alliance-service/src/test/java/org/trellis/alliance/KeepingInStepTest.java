package org.trellis.alliance;

import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.trellis.embedded.SuiteResource;
import org.trellis.identity.Writer;
import org.trellis.testing.Follower;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "alliance"))
class KeepingInStepTest {
    private final Directory directory = new Directory();

    @Inject
    Writer writer;

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

    /**
     * Who follows the events ends with what the service has: the last event of each thing tells its version, and every
     * field that is kept under the same name. Of people events tell the version alone.
     */
    @Test
    void tellsByEventsWhatTheServiceHas() {
        AccessWorld.made();
        somebodyLeaves();
        aSchoolChangesHands();
        anAllianceEnds();

        assertEquals(
                List.of(),
                Stream.of(
                                "organisation",
                                "affiliation",
                                "person",
                                "appointment",
                                "alliance",
                                "membership",
                                "priority",
                                "calendar")
                        .flatMap(aggregate -> untold(aggregate).stream())
                        .toList());
    }

    private List<String> untold(String aggregate) {
        return writer.list(String.class, """
                with told as (
                  select distinct on (aggregateid) aggregateid, version, state from history
                  where aggregatetype = :aggregate order by aggregateid, version desc),
                kept as (select id, version, to_jsonb(t) as row from %1$s t)
                select '%1$s ' || told.aggregateid || ' ' || coalesce(field.key, 'version')
                from told join kept on kept.id = told.aggregateid
                left join lateral (
                  select key from jsonb_each(told.state)
                  where kept.row -> lower(regexp_replace(key, '([A-Z])', '_\\1', 'g')) <> value) field on true
                where told.version <> kept.version or field.key is not null""".formatted(aggregate), Map.of("aggregate", aggregate));
    }

    private void somebodyLeaves() {
        var school = directory.school(directory.nextUrn(), "Left School (invented)");
        var acting = directory.person(school);
        var head = directory.person(school);
        for (var role : List.of("HEADTEACHER", "HEADTEACHER_SPONSOR")) {
            appoint(head, role, school);
        }
        var headship = appoint(acting, "ACTING_HEAD", school);
        appoint(acting, "HEADTEACHER_SPONSOR", school);
        directory.done("/v1/appointments/" + headship + "/end", Map.of("endsOn", "2025-01-01"));
        var duty =
                directory.get(directory.admin(), "/v1/people/{id}/duties", head).<String>path("[0].appointmentId");
        directory.done(
                "/v1/people/" + head + "/leavings",
                Map.of("on", "2025-09-01", "successors", List.of(Map.of("appointmentId", duty, "personId", acting))));
    }

    private UUID appoint(UUID person, String role, UUID school) {
        return directory.made(
                "/v1/appointments",
                Map.of("personId", person, "role", role, "organisationId", school, "startsOn", "2024-09-01"));
    }

    private void aSchoolChangesHands() {
        var school = directory.school(directory.nextUrn(), "Taken School (invented)");
        for (var day : List.of("2020-09-01", "2025-09-01")) {
            var trust = directory.made(
                    "/v1/organisations",
                    Map.of("kind", "TRUST", "name", "Taking Trust", "uid", directory.nextUrn(), "invented", true));
            directory.made(
                    "/v1/takeovers", Map.of("trustId", trust, "organisationIds", List.of(school), "startsOn", day));
        }
        var successor = directory.school(directory.nextUrn(), "Succeeding School (invented)");
        directory.made(
                "/v1/organisation-links",
                Map.of("predecessorId", school, "successorId", successor, "kind", "SUCCESSION"));
        directory
                .patch(directory.admin(), "/v1/organisations/" + successor, "{\"town\": \"Townford\"}")
                .then()
                .statusCode(200);
    }

    private void anAllianceEnds() {
        var school = directory.school(directory.nextUrn(), "Ending School (invented)");
        var alliance = directory.alliance(school);
        var lead = directory.allianceLead(alliance, school);
        directory
                .post(
                        lead,
                        "/v1/priorities",
                        Map.of("allianceId", alliance, "title", "Ending priority", "startsOn", "2024-09-01"))
                .then()
                .statusCode(201);
        directory.done(
                "/v1/alliances/" + alliance + "/transitions",
                Map.of(
                        "action",
                        "hand-on",
                        "on",
                        "2025-01-01",
                        "organisationId",
                        directory.school(directory.nextUrn(), "Next lead (invented)")));
        directory.done(
                "/v1/alliances/" + alliance + "/transitions",
                Map.of("action", "end", "on", "2025-09-01", "endingReason", "OTHER"));
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

    /** Who goes on from where they were would miss somebody who was there already and has come into sight. */
    @Test
    void tellsToStartAnewOnceSomebodyHasComeIntoSight() {
        var urn = directory.nextUrn();
        var school = directory.school(urn, "Welcoming School (invented)");
        var person = directory.person(directory.school(directory.nextUrn(), "Another School (invented)"));
        var follower = new Follower(directory.token("head", "urn:" + urn, "school-lead"), "/v1/people");
        follower.catchUp();
        directory
                .patch(directory.admin(), "/v1/people/" + person, "{\"homeOrganisationId\": \"" + school + "\"}")
                .then()
                .statusCode(200);

        follower.ask().then().statusCode(410).body("code", equalTo("sight-changed"));
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
