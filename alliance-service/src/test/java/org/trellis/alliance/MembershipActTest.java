package org.trellis.alliance;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "alliance"))
class MembershipActTest {
    private final Directory directory = new Directory();
    private UUID first;
    private UUID second;
    private UUID third;
    private UUID alliance;
    private UUID membership;
    private String lead;

    @BeforeEach
    void formAnAllianceOfTwo() {
        first = directory.school(directory.nextUrn(), "First School (invented)");
        second = directory.school(directory.nextUrn(), "Second School (invented)");
        third = directory.school(directory.nextUrn(), "Third School (invented)");
        alliance = directory.alliance(first);
        lead = directory.allianceLead(alliance, first);
        membership = directory.member(lead, alliance, second, "2024-09-01");
    }

    @Test
    void mergesTwoMembersIntoOneAsOneAct() {
        var act =
                act(List.of(leave(membership, "2025-09-01", "CLOSED_OR_MERGED"), join(third, "2025-09-01", "MEMBER")));

        act.then()
                .statusCode(201)
                .body("memberships.organisation.id", containsInAnyOrder(second.toString(), third.toString()));
        directory.get(lead, act.header("Location")).then().statusCode(200).body("memberships", hasSize(2));
        directory
                .get(lead, "/v1/memberships/changes?allianceId={id}&from=2025-08-31&to=2025-09-01", alliance)
                .then()
                .body("items.change", containsInAnyOrder("LEFT", "JOINED"))
                .body("items.find { it.change == 'LEFT' }.leavingReason", equalTo("CLOSED_OR_MERGED"));
        directory
                .get(lead, "/v1/alliances?organisationId={id}&asOf=2025-08-31", second)
                .then()
                .body("items.id", contains(alliance.toString()));
    }

    @Test
    void namesAllThatIsRefusedAndChangesNothing() {
        act(List.of(
                        join(third, "2025-09-01", "MEMBER"),
                        join(second, "2025-09-01", "ASSOCIATE"),
                        leave(membership, "2024-08-31", "STAFFING"),
                        join(UUID.randomUUID(), "2025-09-01", "MEMBER")))
                .then()
                .statusCode(409)
                .body("code", equalTo("reference-pending"))
                .body("violations.path", contains("$.changes[3].organisationId"));
        act(List.of(
                        join(third, "2025-09-01", "MEMBER"),
                        join(second, "2025-09-01", "ASSOCIATE"),
                        leave(membership, "2024-08-31", "STAFFING")))
                .then()
                .statusCode(409)
                .body("code", equalTo("membership-changes-refused"))
                .body("violations.path", contains("$.changes[1]", "$.changes[2]"))
                .body("violations[0].message", startsWith("membership-once-at-a-time"));

        directory
                .get(lead, "/v1/memberships?allianceId={id}", alliance)
                .then()
                .body("items.endsOn", everyItem(equalTo(null)))
                .body("items", hasSize(2));
    }

    @Test
    void passesTheLeadInOneAct() {
        var leading = directory
                .get(lead, "/v1/memberships?allianceId={id}&role=LEAD", alliance)
                .<String>path("items[0].id");
        act(List.of(
                        Map.of(
                                "change",
                                "CHANGE_ROLE",
                                "on",
                                "2025-09-01",
                                "membershipId",
                                leading,
                                "role",
                                "ASSOCIATE"),
                        Map.of(
                                "change",
                                "CHANGE_ROLE",
                                "on",
                                "2025-09-01",
                                "membershipId",
                                membership,
                                "role",
                                "LEAD")))
                .then()
                .statusCode(201);
        directory
                .get(lead, "/v1/memberships?allianceId={id}&asOf=2025-09-01&role=LEAD", alliance)
                .then()
                .body("items.organisation.id", contains(second.toString()));
    }

    @Test
    void passesTheLeadsOfTwoAlliancesInOneAct() {
        var another = directory.alliance(first);
        directory.made(
                "/v1/appointments",
                Map.of(
                        "personId",
                        directory.get(lead, "/v1/me").<String>path("person.id"),
                        "role",
                        "ALLIANCE_LEAD",
                        "allianceId",
                        another,
                        "startsOn",
                        "2024-09-01"));
        var changes = new ArrayList<Map<String, Object>>();
        for (var led : List.of(alliance, another)) {
            var leading = directory
                    .get(lead, "/v1/memberships?allianceId={id}&role=LEAD", led)
                    .<String>path("items[0].id");
            changes.add(leave(UUID.fromString(leading), "2025-09-01", "STAFFING"));
            changes.add(Map.of(
                    "change", "JOIN", "on", "2025-09-01", "allianceId", led, "organisationId", third, "role", "LEAD"));
        }
        act(changes).then().statusCode(201).body("memberships", hasSize(4));
    }

    @Test
    void refusesChangesThatAreNotWhole() {
        act(List.of(
                        Map.of("change", "JOIN", "on", "2025-09-01", "allianceId", alliance),
                        Map.of("change", "LEAVE", "on", "2025-09-01", "membershipId", membership),
                        Map.of("change", "CHANGE_ROLE", "on", "+12025-09-01", "membershipId", membership)))
                .then()
                .statusCode(400)
                .body("violations.path", hasItem("$.changes[2].on"))
                .body("violations", hasSize(4));
        directory
                .get(lead, "/v1/memberships/changes?from=2025-09-01")
                .then()
                .statusCode(400)
                .body("violations.path", hasItem("to"));
    }

    @Test
    void isForThoseWhoNameTheMembersOfEachAlliance() {
        var body = List.of(join(third, "2025-09-01", "MEMBER"));
        post(directory.staffAt("urn:900001"), body).then().statusCode(403);
        post(SuiteResource.issuer().token("nobody").signed(), body).then().statusCode(409);
    }

    private Response act(List<?> changes) {
        return post(lead, changes);
    }

    private Response post(String token, List<?> changes) {
        return directory.post(token, "/v1/membership-acts", Map.of("changes", changes));
    }

    private Map<String, Object> join(UUID school, String day, String role) {
        return Map.of("change", "JOIN", "on", day, "allianceId", alliance, "organisationId", school, "role", role);
    }

    private static Map<String, Object> leave(UUID membership, String day, String reason) {
        return Map.of("change", "LEAVE", "on", day, "membershipId", membership, "reason", reason);
    }
}
