package org.trellis.alliance;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;

@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "alliance"))
class PriorityTest {
    private final Directory directory = new Directory();
    private UUID alliance;
    private String lead;
    private String urn;

    @BeforeEach
    void formAnAlliance() {
        urn = directory.nextUrn();
        var school = directory.school(urn, "Priority School (invented)");
        alliance = directory.alliance(school);
        lead = directory.allianceLead(alliance, school);
    }

    @Test
    void isAgreedFromADayOnAndAnsweredForAnyDay() {
        var priority = agree("Reading at transfer");

        directory
                .patch(lead, "/v1/priorities/" + priority, "{\"title\":\"Reading and writing at transfer\"}")
                .then()
                .statusCode(200)
                .body("title", equalTo("Reading and writing at transfer"));
        directory
                .post(lead, "/v1/priorities/" + priority + "/end", Map.of("endsOn", "2025-09-01"))
                .then()
                .statusCode(200);
        directory
                .post(lead, "/v1/priorities/" + priority + "/end", Map.of("endsOn", "2024-08-31"))
                .then()
                .statusCode(409)
                .body("code", equalTo("priority-ends-after-it-starts"));

        on("2025-08-31").body("items.id", contains(priority));
        on("2025-09-01").body("items", empty());
        directory
                .get(lead, "/v1/priorities/{id}/history", priority)
                .then()
                .body(
                        "type",
                        contains(
                                "trellis.alliance.priority-agreed.v1",
                                "trellis.alliance.priority-changed.v1",
                                "trellis.alliance.priority-ended.v1"));
    }

    @Test
    void isForTheMembersOfTheAlliance() {
        var priority = agree("What only members know");
        var member = directory.staffAt("urn:" + urn);
        var stranger = directory.staffAt("urn:900001");

        directory.get(member, "/v1/priorities/{id}", priority).then().statusCode(200);
        directory.get(stranger, "/v1/priorities/{id}", priority).then().statusCode(404);
        directory.get(stranger, "/v1/priorities/{id}/history", priority).then().statusCode(404);
        directory
                .post(stranger, "/v1/priorities/" + priority + "/end", Map.of("endsOn", "2025-09-01"))
                .then()
                .statusCode(404);
        directory
                .post(member, "/v1/priorities/" + priority + "/end", Map.of("endsOn", "2025-09-01"))
                .then()
                .statusCode(403);
    }

    private String agree(String title) {
        return directory
                .post(
                        lead,
                        "/v1/priorities",
                        Map.of(
                                "allianceId",
                                alliance,
                                "title",
                                title,
                                "focusArea",
                                "TRANSITION_AND_LITERACY",
                                "startsOn",
                                "2024-09-01"))
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private ValidatableResponse on(String day) {
        return directory
                .get(lead, "/v1/priorities?allianceId={id}&asOf={day}", alliance, day)
                .then()
                .statusCode(200);
    }
}
