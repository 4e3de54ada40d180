package org.trellis.project.milestone;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.trellis.project.World.at;
import static org.trellis.project.World.get;
import static org.trellis.project.World.made;
import static org.trellis.project.World.token;

import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.trellis.embedded.SuiteResource;
import org.trellis.project.Setting;
import org.trellis.project.World;
import org.trellis.project.due.DueWork;

/** What is due is seen to once, however many replicas look. */
@QuarkusTest
@WithTestResource(value = SuiteResource.class, initArgs = @ResourceArg(name = "service", value = "project"))
class DueTest {
    private final Setting setting = Setting.shared();

    @Inject
    MilestoneWatch watch;

    @Inject
    DueWork due;

    private UUID milestone(UUID project, String due) {
        return made(
                token(setting.projectLead),
                "/v1/milestones",
                Map.of(
                        "projectId",
                        project,
                        "name",
                        "All baselines are in",
                        "ownerId",
                        setting.projectLead.id(),
                        "due",
                        due));
    }

    private void lookOn(String day) throws Exception {
        try (var replicas = Executors.newFixedThreadPool(4)) {
            var looking = new ArrayList<Future<?>>();
            for (int i = 0; i < 4; i++) {
                looking.add(replicas.submit(() -> {
                    while (due.step(watch, LocalDate.parse(day))) {
                        Thread.onSpinWait();
                    }
                    return null;
                }));
            }
            for (var look : looking) {
                look.get();
            }
        }
    }

    @Test
    void remindsBeforeAlarmsAfterAndEachOnceFromSeveralReplicas() throws Exception {
        var project = setting.draft();
        var ids = new HashSet<UUID>();
        for (int i = 0; i < 6; i++) {
            ids.add(milestone(project, "2031-03-14"));
        }
        var lead = token(setting.projectLead);
        var alerts = "/v1/project-alerts?projectId=" + project;
        lookOn("2031-03-03");
        get(lead, alerts).then().body("items", empty());
        lookOn("2031-03-08");
        get(lead, alerts).then().body("items", empty());
        lookOn("2031-03-10");
        get(lead, alerts + "&kind=MILESTONE_NEAR&open=true&count=true").then().body("total", equalTo(6));
        lookOn("2031-03-15");
        get(lead, alerts + "&kind=MILESTONE_MISSED&count=true").then().body("total", equalTo(0));
        lookOn("2031-03-17");
        get(lead, alerts + "&kind=MILESTONE_MISSED&open=true&count=true").then().body("total", equalTo(6));
        get(lead, alerts + "&kind=MILESTONE_NEAR&open=true").then().body("items", empty());

        var missed = World.events()
                .await(
                        World.OWN_TOPIC,
                        6,
                        Duration.ofSeconds(30),
                        event -> ids.contains(event.subject())
                                && event.type().equals("trellis.project.milestone-missed.v1"));
        assertEquals(6, missed.size());
        var one = ids.iterator().next();
        Setting.move(lead, "/v1/milestones/" + one, "meet");
        get(lead, "/v1/milestones/" + one).then().body("state", equalTo("MET")).body("actions", empty());
        get(lead, alerts + "&kind=MILESTONE_MISSED&open=true&count=true").then().body("total", equalTo(5));
    }

    @Test
    void reviewsARiskAndKeepsHowItStood() {
        var project = setting.draft();
        var risk = made(
                token(setting.projectLead),
                "/v1/project-risks",
                Map.of(
                        "projectId",
                        project,
                        "category",
                        "STAFFING",
                        "title",
                        "The only mentor leader may move",
                        "likelihood",
                        3,
                        "impact",
                        4,
                        "mitigation",
                        "A second one is trained",
                        "ownerId",
                        setting.projectLead.id()));
        var path = "/v1/project-risks/" + risk;
        World.post(
                        token(setting.lead),
                        path + "/reviews",
                        Map.of("likelihood", 2, "impact", 4, "mitigation", "Two are trained", "note", "Better"))
                .then()
                .statusCode(201)
                .body("likelihood", equalTo(2))
                .body("reviewOverdue", equalTo(false))
                .body("reviews.likelihood", contains(3, 2));
        World.post(token(setting.lead), path + "/transitions", Map.of("action", "close"))
                .then()
                .statusCode(400)
                .body("violations.path", contains("$.note"));
        World.post(token(setting.lead), path + "/transitions", Map.of("action", "close", "note", "Two stay"))
                .then()
                .statusCode(200)
                .body("state", equalTo("CLOSED"));
        World.post(
                        at(setting.outside.registerId(), "school-lead"),
                        path + "/reviews",
                        Map.of("likelihood", 2, "impact", 4, "mitigation", "none"))
                .then()
                .statusCode(404);
        assertEquals(
                List.of("CLOSED"),
                get(token(setting.lead), "/v1/project-risks?projectId=" + project)
                        .path("items.state"));
    }
}
