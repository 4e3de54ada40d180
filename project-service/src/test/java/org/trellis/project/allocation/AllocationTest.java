package org.trellis.project.allocation;

import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThan;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.trellis.project.World.at;
import static org.trellis.project.World.get;
import static org.trellis.project.World.made;
import static org.trellis.project.World.post;
import static org.trellis.project.World.token;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;
import org.trellis.project.Setting;
import org.trellis.project.World;

/** Arms are drawn once, the record says how, and the cohorts are in them. */
@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "project"))
class AllocationTest {
    private final Setting setting = Setting.shared();
    private final String lead = token(setting.lead);

    @Test
    void drawsClassesWithinTheirSchoolsOnceAndForGood() {
        var project = setting.draft();
        classes(project);
        var path = "/v1/projects/" + project + "/allocations";

        post(lead, path, Map.of("unit", "COHORT", "strata", List.of("SCHOOL"), "seed", 20260704))
                .then()
                .statusCode(201)
                .body("places", hasSize(4))
                .body("seed", equalTo(20260704))
                .body("seedGiven", equalTo(true))
                .body("algorithm", equalTo(Drawing.ALGORITHM));
        List<Map<String, String>> places = get(lead, path).path("[0].places");
        Map<String, String> arms = new HashMap<>();
        places.forEach(place -> arms.put(place.get("id"), place.get("arm")));
        List<Map<String, Object>> cohorts =
                get(lead, "/v1/cohorts?projectId=" + project).path("items");
        assertEquals(4, cohorts.size());
        cohorts.forEach(cohort -> assertEquals(arms.get(cohort.get("id")), cohort.get("arm")));
        places.stream()
                .map(place -> place.get("stratum"))
                .distinct()
                .forEach(school -> assertEquals(
                        List.of("COMPARISON", "INTERVENTION"),
                        places.stream()
                                .filter(place -> place.get("stratum").equals(school))
                                .map(place -> place.get("arm"))
                                .sorted()
                                .toList()));

        post(lead, path, Map.of("unit", "SCHOOL")).then().statusCode(409).body("code", equalTo("allocated-once"));
        var changed = cohorts.stream()
                .filter(cohort -> cohort.get("arm").equals("COMPARISON"))
                .map(cohort -> UUID.fromString((String) cohort.get("id")))
                .toList();
        var told = World.events()
                .await(World.OWN_TOPIC, 4, Duration.ofSeconds(20), event -> changed.contains(event.subject()));
        assertEquals(
                2,
                told.stream()
                        .filter(e -> e.type().endsWith("cohort-changed.v1"))
                        .count());
    }

    @Test
    void drawsWholeSchools() {
        var project = setting.draft();
        classes(project);

        post(
                        lead,
                        "/v1/projects/" + project + "/allocations",
                        Map.of("unit", "SCHOOL", "arms", List.of("INTERVENTION", "WAITING_LIST")))
                .then()
                .statusCode(201)
                .body("seedGiven", equalTo(false))
                .body("places.arm", containsInAnyOrder("INTERVENTION", "WAITING_LIST"));
        List<Map<String, Object>> cohorts =
                get(lead, "/v1/cohorts?projectId=" + project).path("items");
        assertEquals(
                2,
                cohorts.stream()
                        .map(c -> c.get("arm") + " " + ((Map<?, ?>) c.get("organisation")).get("id"))
                        .distinct()
                        .count(),
                "all of a school are in one arm");
    }

    @Test
    void drawsNoSchoolThatHasNotSaidYes() {
        var project = setting.draft();
        classes(project);
        form(setting.invited(project, setting.guest), "7R");

        post(lead, "/v1/projects/" + project + "/allocations", Map.of("unit", "SCHOOL"))
                .then()
                .statusCode(201)
                .body("places.id", not(hasItem(setting.guest.id().toString())));
    }

    @Test
    void leavesACohortInTheArmIntoWhichItWasDrawn() {
        var project = setting.draft();
        classes(project);
        var drawn = post(lead, "/v1/projects/" + project + "/allocations", Map.of("unit", "COHORT"));
        String id = drawn.path("places[0].id");
        var other = drawn.path("places[0].arm").equals("INTERVENTION") ? "COMPARISON" : "INTERVENTION";

        change("/v1/cohorts/" + id, "{\"arm\": \"" + other + "\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("arm-was-drawn"))
                .body("detail", containsString(drawn.path("id")));
        change("/v1/cohorts/" + id, "{\"size\": 27}").then().statusCode(200);
    }

    @Test
    void leavesAllCohortsOfADrawnSchoolInItsArm() {
        var project = setting.draft();
        classes(project);
        var drawn = post(lead, "/v1/projects/" + project + "/allocations", Map.of("unit", "SCHOOL"));
        String school = drawn.path("places[0].id");
        var other = drawn.path("places[0].arm").equals("INTERVENTION") ? "COMPARISON" : "INTERVENTION";
        List<String> cohorts = get(lead, "/v1/cohorts?projectId=" + project + "&organisationId=" + school)
                .path("items.id");

        change("/v1/cohorts/" + cohorts.getFirst(), "{\"arm\": \"" + other + "\"}")
                .then()
                .statusCode(409)
                .body("code", equalTo("arm-was-drawn"));
    }

    @Test
    void refusesWhatItCannotDraw() {
        var project = setting.draft();
        var path = "/v1/projects/" + project + "/allocations";

        get(lead, path).then().statusCode(200).body("$", empty());
        post(lead, path, Map.of("unit", "COHORT")).then().statusCode(409).body("code", equalTo("too-few-to-allocate"));
        post(lead, path, Map.of("unit", "SCHOOL", "strata", List.of("YEAR_GROUP")))
                .then()
                .statusCode(400);
        post(token(setting.facilitator), path, Map.of("unit", "COHORT")).then().statusCode(403);
        post(at(setting.outside.registerId(), "school-lead"), path, Map.of("unit", "COHORT"))
                .then()
                .statusCode(404);
        classes(project);
        post(lead, path, Map.of("unit", "COHORT", "labels", List.of(Map.of("id", UUID.randomUUID(), "label", "high"))))
                .then()
                .statusCode(409)
                .body("code", equalTo("label-without-unit"));
    }

    @Test
    void saysWhichDesignsTheseCohortsAllow() {
        var project = setting.draft();
        classes(project);

        // with a baseline too, four classes in two schools would leave nothing to estimate their spread from
        World.post(lead, "/v1/projects/" + project + "/detectable-effects", Map.of("icc", 0.1, "correlation", 0))
                .then()
                .statusCode(200)
                .body("suggested.design", equalTo("WITHIN_SCHOOLS"))
                .body("suggested.unit", equalTo("COHORTS"))
                .body("possible.design", hasItem("BEFORE_AND_AFTER"))
                .body("possible.effect.effect", hasItem(greaterThan(0f)))
                .body("assumptions.icc", equalTo(0.1f))
                .body("members", equalTo(112));
        World.post(
                        at(setting.outside.registerId(), "school-lead"),
                        "/v1/projects/" + project + "/detectable-effects",
                        Map.of())
                .then()
                .statusCode(404);
        World.post(
                        lead,
                        "/v1/detectable-effects",
                        Map.of("study", "CLUSTERS", "intervention", 10, "comparison", 10, "size", 15, "icc", 0.17))
                .then()
                .statusCode(200)
                .body("degreesOfFreedom", equalTo(18));
        World.post(lead, "/v1/detectable-effects", Map.of("study", "CLUSTERS", "intervention", 1, "comparison", 1))
                .then()
                .statusCode(400)
                .body("violations", hasSize(2));
    }

    private Response change(String path, String body) {
        return RestAssured.given()
                .auth()
                .oauth2(lead)
                .contentType("application/merge-patch+json")
                .header("If-Match", get(lead, path).header("ETag"))
                .body(body)
                .patch(path);
    }

    /** Two classes in each of two schools. */
    private void classes(UUID project) {
        for (var school : List.of(setting.school, setting.otherSchool)) {
            var participation = setting.committed(project, school);
            for (var name : List.of("7R", "7S")) {
                form(participation, name);
            }
        }
    }

    private void form(UUID participation, String name) {
        made(
                lead,
                "/v1/cohorts",
                Map.of(
                        "participationId",
                        participation,
                        "name",
                        name,
                        "arm",
                        "INTERVENTION",
                        "about",
                        "PUPIL",
                        "size",
                        28));
    }
}
