package org.trellis.project.cycle;

import static java.util.concurrent.TimeUnit.SECONDS;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.trellis.project.World.at;
import static org.trellis.project.World.get;
import static org.trellis.project.World.post;
import static org.trellis.project.World.token;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;
import org.trellis.project.Setting;
import org.trellis.project.World;

/** Who may deliver, as evidence-service's events say, and how true they are to what they try out. */
@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "project"))
class GateTest {
    private final Setting setting = Setting.shared();

    private Response deliver(UUID cycle) {
        return post(token(setting.projectLead), "/v1/cycles/" + cycle + "/transitions", Map.of("action", "deliver"));
    }

    private Response cycle(String token, UUID id) {
        return get(token, "/v1/cycles/" + id);
    }

    @Test
    void letsWhoIsReadyDeliverAndTheOthersFollowWithTheirOwnBaseline() {
        var running = setting.running();
        var late = setting.active(running.project(), setting.otherSchool);
        var lead = token(setting.projectLead);
        deliver(running.cycle()).then().statusCode(409).body("code", equalTo("baseline-not-accepted"));
        cycle(lead, running.cycle())
                .then()
                .body("waiting", equalTo(2))
                .body("schools.missing.name.flatten()", contains("Reading age", "Reading age"))
                .body("actions.find { it.action == 'deliver' }.allowed", equalTo(false));
        cycle(at(setting.otherSchool.registerId(), "school-staff"), running.cycle())
                .then()
                .body("waiting", equalTo(2))
                .body("schools.organisation.name", contains("Oak Hill School (invented)"));

        var other = UUID.randomUUID();
        setting.world.baseline(running.project(), running.cycle(), setting.otherSchool, other, 0);
        setting.world.baseline(
                running.project(), running.cycle(), setting.school, UUID.randomUUID(), 0, setting.measure);
        deliver(running.cycle())
                .then()
                .statusCode(200)
                .body("delivering", equalTo(1))
                .body("waiting", equalTo(1));

        setting.world.baseline(running.project(), running.cycle(), setting.otherSchool, other, 1, setting.measure);
        await().atMost(30, SECONDS)
                .until(() -> cycle(lead, running.cycle()).path("delivering").equals(2));
        cycle(lead, running.cycle())
                .then()
                .body("schools.find { it.participationId == '" + late + "' }.deliveringSince", notNullValue());
        get(lead, "/v1/cycles/" + running.cycle() + "/history")
                .then()
                .body("type", hasItem("trellis.project.cycle-delivery-begun.v1"));
        // A baseline that is returned later takes nobody out of what has begun.
        setting.world.baseline(running.project(), running.cycle(), setting.otherSchool, other, 2);
        assertEquals(Integer.valueOf(2), cycle(lead, running.cycle()).path("delivering"));
    }

    @Test
    void waivesABaselineWithAReasonThatOtherSchoolsDoNotRead() {
        var running = setting.running();
        var path = "/v1/cycles/" + running.cycle() + "/waivers";
        var body = Map.of("participationId", running.participation(), "reason", "Its tests were lost in a fire");
        post(at(setting.school.registerId(), "school-lead"), path, body).then().statusCode(403);
        post(token(setting.lead), path, Map.of("participationId", UUID.randomUUID(), "reason", "none"))
                .then()
                .statusCode(409)
                .body("code", equalTo("takes-no-part"));
        var ofNone = new HashMap<String, Object>(body);
        ofNone.put("measureId", UUID.randomUUID());
        post(token(setting.lead), path, ofNone).then().statusCode(409).body("code", equalTo("not-a-success-measure"));

        post(token(setting.lead), path, body).then().statusCode(201).body("schools[0].waived", equalTo(true));
        post(token(setting.lead), path, body).then().statusCode(409).body("code", equalTo("waived-already"));
        deliver(running.cycle()).then().statusCode(200).body("delivering", equalTo(1));
        get(token(setting.projectLead), "/v1/projects/" + running.project() + "/cycle-comparison")
                .then()
                .statusCode(200)
                .body("waived", contains(1))
                .body("schools", contains(1));
    }

    @Test
    void letsASchoolFollowThatBecomesActiveLater() {
        var running = setting.running();
        setting.world.baseline(
                running.project(), running.cycle(), setting.school, UUID.randomUUID(), 0, setting.measure);
        deliver(running.cycle()).then().statusCode(200);
        var joining = setting.committed(running.project(), setting.guest);
        setting.world.baseline(
                running.project(), running.cycle(), setting.guest, UUID.randomUUID(), 0, setting.measure);
        Setting.move(token(setting.projectLead), "/v1/participations/" + joining, "activate");

        await().atMost(30, SECONDS)
                .until(() -> cycle(token(setting.lead), running.cycle())
                        .path("delivering")
                        .equals(2));
    }

    @Test
    void alertsTheProjectLeadWhenAnActiveIngredientIsTouched() {
        var intervention = World.made(
                token(setting.lead),
                "/v1/interventions",
                Map.of(
                        "allianceId", setting.alliance,
                        "name", "Reading mentors " + UUID.randomUUID(),
                        "strands", List.of("MENTORING_AND_COACHING"),
                        "activeIngredients", List.of("Four days a week", "The same mentor"),
                        "adaptable", List.of("The texts")));
        var running = setting.delivering();
        setting.use(running.project(), intervention);
        var head = at(setting.school.registerId(), "school-lead");
        var alerts = "/v1/project-alerts?open=true&projectId=" + running.project();

        report(head, running, intervention, List.of("Four days"), List.of())
                .then()
                .statusCode(400)
                .body("violations.path", contains("$.delivered[0]"));
        report(head, running, intervention, List.of("Four days a week", "The same mentor"), List.of())
                .then()
                .statusCode(201)
                .body("touched", empty());
        get(token(setting.projectLead), alerts).then().body("items", empty());

        var shorter = List.of(Map.of("what", "Two days", "ingredient", "Four days a week"));
        report(head, running, intervention, List.of("Four days a week", "The same mentor"), shorter)
                .then()
                .statusCode(201)
                .body("touched", contains("Four days a week"));
        get(token(setting.projectLead), alerts).then().body("items.kind", contains("ACTIVE_INGREDIENT_TOUCHED"));
        get(at(setting.otherSchool.registerId(), "school-lead"), "/v1/fidelity-reports?projectId=" + running.project())
                .then()
                .body("items", empty());
        get(head, "/v1/projects/" + running.project() + "/cycle-comparison")
                .then()
                .body("[0].ingredients.ingredient", contains("Four days a week", "The same mentor"))
                .body("[0].ingredients.touched", contains(1, 0));

        report(head, running, intervention, List.of("Four days a week", "The same mentor"), List.of())
                .then()
                .statusCode(201);
        get(token(setting.projectLead), alerts).then().body("items", empty());
    }

    @Test
    void tellsNoSchoolWhatASingleOtherOneSaid() {
        var intervention = World.made(
                token(setting.lead),
                "/v1/interventions",
                Map.of(
                        "allianceId",
                        setting.alliance,
                        "name",
                        "Reading mentors " + UUID.randomUUID(),
                        "activeIngredients",
                        List.of("Four days a week")));
        var running = setting.running();
        setting.use(running.project(), intervention);
        var other = setting.active(running.project(), setting.otherSchool);
        for (var school : List.of(setting.school, setting.otherSchool)) {
            setting.world.baseline(running.project(), running.cycle(), school, UUID.randomUUID(), 0, setting.measure);
        }
        deliver(running.cycle()).then().statusCode(200);
        var head = at(setting.school.registerId(), "school-lead");
        report(head, running, intervention, List.of(), List.of()).then().statusCode(201);
        report(
                        at(setting.otherSchool.registerId(), "school-lead"),
                        new Setting.Running(running.project(), other, running.cycle()),
                        intervention,
                        List.of("Four days a week"),
                        List.of())
                .then()
                .statusCode(201);

        var path = "/v1/projects/" + running.project() + "/cycle-comparison";
        get(head, path)
                .then()
                .body("[0].ingredients.reported", contains(2))
                .body("[0].ingredients.delivered", contains(nullValue()))
                .body("[0].ingredients.touched", contains(nullValue()));
        get(token(setting.partnerLead), path).then().body("[0].ingredients.delivered", contains(1));
        get(token(setting.lead), path).then().body("[0].ingredients.touched", contains(1));
    }

    @Test
    void keepsAReviewThatIsWrittenAnew() {
        var running = setting.delivering();
        var path = "/v1/cycles/" + running.cycle();
        var lead = token(setting.projectLead);
        post(lead, path + "/transitions", Map.of("action", "review", "note", "All have taught it"))
                .then()
                .statusCode(200);
        var other = new HashMap<String, Object>(Setting.REVIEW);
        other.put("wentWell", "Mentors and pupils kept their times");
        for (var review : List.of(Setting.REVIEW, other)) {
            post(lead, path + "/reviews", review).then().statusCode(201);
        }

        get(lead, path + "/history")
                .then()
                .body("changes.flatten().findAll { it.path == '/note' }.to", contains("All have taught it"))
                .body(
                        "changes.flatten().findAll { it.path == '/review/wentWell' }.from",
                        hasItem("Mentors kept their times"));
    }

    private static Response report(
            String token, Setting.Running running, UUID intervention, List<String> delivered, List<?> adapted) {
        return post(
                token,
                "/v1/fidelity-reports",
                Map.of(
                        "cycleId", running.cycle(),
                        "participationId", running.participation(),
                        "interventionId", intervention,
                        "delivered", delivered,
                        "adapted", adapted));
    }
}
